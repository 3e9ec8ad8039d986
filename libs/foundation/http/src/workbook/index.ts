export { UNPACKED_LIMIT } from './archive.js';
export { readWorkbook, type Workbook } from './sheets.js';
export { neutralised, uploadedWorkbook, WORKBOOK_TYPE } from './upload.js';
