import { AreaTrees } from './area-tree.js';
import { FiguresController, PublicFiguresController } from './figures.controller.js';
import { FiguresReader } from './figures-reader.js';

export { figuresTables } from './figures.tables.js';
export const figuresControllers = [FiguresController, PublicFiguresController];
export const figuresProviders = [FiguresReader, AreaTrees];
