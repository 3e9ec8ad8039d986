import { connectEventStore } from './connect.js';
import { describeStore } from './testing/index.js';

describeStore(connectEventStore);
