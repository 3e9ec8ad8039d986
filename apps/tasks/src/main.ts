import { runService } from '@zeren/http';
import { tasks } from './app.module.js';

void runService(tasks, process.env);
