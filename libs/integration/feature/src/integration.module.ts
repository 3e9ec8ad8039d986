import { Module, type DynamicModule } from '@nestjs/common';
import { EVENT_TYPES, type EventTypes } from './async-api.js';
import { EventsController } from './events.controller.js';

/** The event feed. Knows no domain: the application lists the types of events there are. */
@Module({})
export class IntegrationModule {
  static register({ eventTypes }: { readonly eventTypes: EventTypes }): DynamicModule {
    return {
      module: IntegrationModule,
      controllers: [EventsController],
      providers: [{ provide: EVENT_TYPES, useValue: eventTypes }],
    };
  }
}
