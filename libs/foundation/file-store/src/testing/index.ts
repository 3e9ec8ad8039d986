export { bombOf, newFolder, photoFromPhone } from './files.js';
export { startS3, type S3UnderTest } from './s3.js';
