import { runService } from '@zeren/http';
import { platform } from './app.module.js';

void runService(platform, process.env);
