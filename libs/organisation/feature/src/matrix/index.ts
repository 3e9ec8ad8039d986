import { MatrixCommandHandler } from './matrix.command-handler.js';
import { MatrixController } from './matrix.controller.js';
import { MatrixMap } from './matrix-map.js';
import { MatrixSheetsController } from './matrix-sheets.controller.js';
import { ResponsibilityMapController } from './responsibility-map.controller.js';

export const matrixControllers = [MatrixSheetsController, MatrixController, ResponsibilityMapController];
export const matrixProviders = [MatrixCommandHandler, MatrixMap];
