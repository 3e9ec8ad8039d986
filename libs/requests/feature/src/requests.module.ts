import { Module } from '@nestjs/common';
import { figuresControllers, figuresProviders } from './figures/index.js';
import { open311Controllers, open311Providers } from './open311/index.js';
import { photoControllers, photoProviders } from './photos/index.js';
import { publicControllers, publicProviders } from './public/index.js';
import { requestControllers, requestProviders } from './request/index.js';
import { requesterControllers, requesterProviders } from './requester/index.js';

/**
 * Requests of citizens and enterprises. Needs ZerenModule beside it, with `requestsTables`, `requestsMigrations` and the refusals of
 * the requests domain, and in the environment ZEREN_PERSONAL_KEY and ZEREN_DATA or the S3 store.
 */
@Module({
  controllers: [...requestControllers, ...requesterControllers, ...photoControllers, ...publicControllers, ...open311Controllers, ...figuresControllers],
  providers: [...requestProviders, ...requesterProviders, ...photoProviders, ...publicProviders, ...open311Providers, ...figuresProviders],
})
export class RequestsModule {}
