export { choice, column, optional } from './columns.js';
export { readTable, type CellFault, type SheetChoice, type SheetColumn, type SheetDefinition, type SheetLine, type SheetPlace, type SheetTable } from './sheet-table.js';
export { writtenDay } from './written-day.js';
