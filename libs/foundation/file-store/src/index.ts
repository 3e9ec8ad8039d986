export { rangeOf, type ByteRange } from './byte-range.js';
export { type Place, type Taken } from './exif.js';
export { FILE_STORE, type FileStore, type StagedFile } from './file-store.js';
export { takeFile, type IntakeTerms, type TakenIn } from './intake.js';
export { fileRefusals } from './refusals.js';
export { countFrom, fileStoreOf, fileStoreSettingsFrom, type FileStoreSettings } from './settings.js';
export { Staging, tooLarge } from './staging.js';
export { inspect, openVerified, type FileState, type RecordedFile } from './verified-file.js';
