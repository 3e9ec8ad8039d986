import { CLOUD_EVENT, cloudEventType } from './cloud-event.js';

/** One type of event, in the version in which it is written now. */
export type EventTypeEntry = { readonly category: string; readonly type: string; readonly version: number };

export type EventTypes = readonly EventTypeEntry[];

/** Injection token of the {@link EventTypes}. */
export const EVENT_TYPES = Symbol('EVENT_TYPES');

/** A type as the feed names it. */
export type DescribedType = EventTypeEntry & { readonly cloudEventType: string };

export const describedTypes = (types: EventTypes): readonly DescribedType[] =>
  types.map((entry) => ({ ...entry, cloudEventType: cloudEventType(entry.category, entry.type, entry.version) }));

/** The feed as an AsyncAPI 3.0 document: one channel, one message for each type of event. */
export const asyncApiDocument = (types: EventTypes): unknown => {
  const described = describedTypes(types);
  const messages = described.map((entry) => entry.cloudEventType);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Zeren event feed',
      version: '1',
      description: 'Each tenant’s own events and those shared with it, in order and without gaps, as CloudEvents 1.0 over server-sent events.',
    },
    defaultContentType: CLOUD_EVENT,
    channels: {
      events: {
        address: '/api/v1/events',
        description: 'Server-sent events. The id of each is its place in the tenant’s log: send it back as Last-Event-ID to resume after it.',
        messages: Object.fromEntries(messages.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
      },
    },
    operations: {
      sendEvents: { action: 'send', channel: { $ref: '#/channels/events' } },
    },
    components: {
      messages: Object.fromEntries(described.map((entry) => [entry.cloudEventType, messageOf(entry)])),
      schemas: { cloudEvent: cloudEventSchema },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
};

const messageOf = ({ cloudEventType: name, type, category }: DescribedType) => ({
  name,
  title: type,
  summary: `${type} of ${category}`,
  contentType: CLOUD_EVENT,
  payload: { allOf: [{ $ref: '#/components/schemas/cloudEvent' }, { type: 'object', properties: { type: { const: name } } }] },
});

const text = { type: 'string', minLength: 1 };

const cloudEventSchema = {
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'sequence', 'position', 'data'],
  properties: {
    specversion: { const: '1.0' },
    id: { ...text, format: 'uuid' },
    source: { ...text, format: 'uri-reference', description: 'The tenant that owns the stream.' },
    type: text,
    subject: { ...text, description: 'Public id of the aggregate.' },
    time: { ...text, format: 'date-time', description: 'When the store recorded it.' },
    datacontenttype: { const: 'application/json' },
    sequence: { type: 'string', pattern: '^\\d{16}$', description: 'Place in the log of the tenant that reads; without gaps.' },
    position: { type: 'string', pattern: '^\\d+$', description: 'Commit position in the store.' },
    revision: { type: 'integer', minimum: 0, description: 'Place in its stream.' },
    occurredat: { ...text, format: 'date-time', description: 'The clock of whoever caused it.' },
    actor: text,
    actortenant: text,
    actorpost: { ...text, description: 'The post in which it was done; absent where a clock or a policy did it.' },
    actorownpost: { ...text, description: 'The own post of a deputy, who acted in another by delegation.' },
    causationid: text,
    correlationid: text,
    data: { type: 'object' },
  },
};
