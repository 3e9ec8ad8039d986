import type { Provider, Type } from '@nestjs/common';
import { FILE_STORE, fileStoreOf, fileStoreSettingsFrom, Staging, type FileStoreSettings } from '@zeren/file-store';
import type { MigrationClass, ViewTable } from '@zeren/read-model';
import { RequestPhotos1361000000011 } from './migrations/request-photos.js';
import { UnfiledPhotos1361000000013 } from './migrations/unfiled-photos.js';
import { PhotoShowing } from './photo-showing.js';
import { namedPhotoTable } from './photos.tables.js';
import { RequestPhotosController } from './request-photos.controller.js';
import { RequestPhotos } from './request-photos.js';

export { PhotoShowing } from './photo-showing.js';
export { RequestPhotos } from './request-photos.js';

const PHOTO_SETTINGS = Symbol('PHOTO_SETTINGS');

export const photoMigrations: readonly MigrationClass[] = [RequestPhotos1361000000011, UnfiledPhotos1361000000013];

export const photoTables: readonly ViewTable[] = [namedPhotoTable];

export const photoControllers: readonly Type[] = [RequestPhotosController];

/** Needs ZEREN_DATA or the S3 store in the environment. */
export const photoProviders: readonly Provider[] = [
  { provide: PHOTO_SETTINGS, useFactory: () => fileStoreSettingsFrom(process.env, 'request-photos') },
  { provide: Staging, inject: [PHOTO_SETTINGS], useFactory: ({ staging }: FileStoreSettings) => new Staging(staging) },
  { provide: FILE_STORE, inject: [PHOTO_SETTINGS, Staging], useFactory: fileStoreOf },
  RequestPhotos,
  PhotoShowing,
];
