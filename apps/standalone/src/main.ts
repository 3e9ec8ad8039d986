import { join } from 'node:path';
import { runStandalone } from './standalone.js';

void runStandalone(process.env, join(import.meta.dirname, '..', '..'));
