import { runService } from '@zeren/http';
import { accountability } from './app.module.js';

void runService(accountability, process.env);
