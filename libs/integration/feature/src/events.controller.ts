import { Controller, Get, Header, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { CallerOf, LOGGER, notFound, OpenStreams, OwnStreams, ProblemError, Public, type EdgeReply } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { TenantLog, type TenantLogEntry } from '@zeren/read-model';
import type { Logger } from 'pino';
import { asyncApiDocument, describedTypes, EVENT_TYPES, type DescribedType, type EventTypes } from './async-api.js';
import { CLOUD_EVENT, cloudEventText, typeOf } from './cloud-event.js';
import { follow } from './event-stream.js';
import { FeedQuery } from './feed.query.js';

/** Milliseconds between comments on a silent feed. */
export const HEARTBEAT = 15_000;

@Controller()
export class EventsController {
  constructor(
    private readonly log: TenantLog,
    private readonly open: OpenStreams,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(EVENT_TYPES) private readonly eventTypes: EventTypes,
    private readonly own: OwnStreams,
  ) {}

  /** The tenant's events from any place on, then live, as server-sent events: for those who see all of them. */
  @Get('api/v1/events')
  async feed(
    @CallerOf() caller: Caller,
    @Query() query: FeedQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: EdgeReply,
  ): Promise<void> {
    if (!(await this.own.seesAll(caller))) return notFound();
    const { tenantId } = caller;
    const after = placeOf(lastEventId ?? query.after ?? '0');
    reply.hijack();
    const response = reply.raw;
    response.writeHead(200, { ...reply.getHeaders(), ...streamHeaders } as Record<string, string>);
    const ending = new AbortController();
    const closed = this.open.opened(() => ending.abort());
    response.once('close', () => ending.abort());
    const wants = wanted(query.type);
    try {
      await follow(response, { log: this.log, tenantId, after, wants, heartbeat: HEARTBEAT, signal: ending.signal });
      response.end();
    } catch (error) {
      // The headers are gone: the reader sees the connection break and resumes after the last event it has.
      this.logger.error({ err: error, tenant: tenantId }, 'feed broken off');
      response.destroy();
    } finally {
      closed();
    }
  }

  /** One event of the tenant's log, of a stream that its reader sees. */
  @Get('api/v1/events/:eventId')
  @Header('Content-Type', `${CLOUD_EVENT}; charset=utf-8`)
  async one(@CallerOf() caller: Caller, @Param('eventId') eventId: string): Promise<string> {
    const { tenantId } = caller;
    const index = (UUID.test(eventId) ? await this.log.indexOf(tenantId, eventId) : undefined) ?? notFound();
    const [entry] = await this.log.page(tenantId, index - 1, 1);
    return entry && await this.own.sees(caller, entry.stream) ? cloudEventText(entry) : notFound();
  }

  @Get('api/v1/event-types')
  types(): { readonly items: readonly DescribedType[] } {
    return { items: describedTypes(this.eventTypes) };
  }

  @Public()
  @Get('asyncapi.json')
  asyncApi(): unknown {
    return asyncApiDocument(this.eventTypes);
  }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const streamHeaders = {
  // A feed is the last thing on its connection: where it ends, nothing is left that would hold up a graceful stop.
  'connection': 'close',
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

const placeOf = (text: string): number => {
  if (!/^\d{1,15}$/.test(text)) throw new ProblemError(400, 'malformed-position', { field: 'Last-Event-ID' });
  return Number(text);
};

const wanted = (types: readonly string[] | undefined): ((entry: TenantLogEntry) => boolean) => {
  if (types === undefined || types.length === 0) return () => true;
  const names = new Set(types);
  const whole = types.some((type) => type.includes('.'));
  return (entry) => names.has(entry.type) || (whole && names.has(typeOf(entry)));
};
