import { parseStreamName, publicId, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import { requestDecider } from '../request/request.js';
import type { RequestPhoto } from '../request/request-values.js';
import type { AgreementReached } from '../request/dispute.events.js';
import type { HandlingReported, PartReported, RequestFiled } from '../request/request.events.js';

/** A photo that a filing, a report or an agreement names, by its hash, in the tenant that sent it. */
export type NamedPhotoRow = ViewRow & {
  /** The request that named it last, and when. */
  readonly requestId: string;
  readonly namedAt: string;
};

type NamingEvent = RequestFiled | PartReported | HandlingReported | AgreementReached;

const namedIn = (event: NamingEvent): readonly RequestPhoto[] => {
  if (event.type === 'AgreementReached') return event.data.scan ? [event.data.scan] : [];
  return event.data.photos;
};

/** Parts are reported of joint tasks too; those name no photos of requests. */
const keys = (event: RecordedEvent<NamingEvent>): readonly RowKey[] => {
  if (parseStreamName(event.stream)?.category !== requestDecider.category) return [];
  const { actorTenantId } = event.metadata;
  return namedIn(event).map(({ hash }) => ({ readerTenantId: actorTenantId, ownerTenantId: actorTenantId, id: hash }));
};

const evolve = (row: NamedPhotoRow | undefined, { stream, metadata }: RecordedEvent<NamingEvent>, key: RowKey): NamedPhotoRow | undefined => {
  const request = parseStreamName(stream);
  return request ? { ...key, requestId: publicId(request.tenantId, request.id), namedAt: metadata.occurredAt } : row;
};

/** Which photos are named by what happened; all others were sent and never filed. */
export const namedPhotos: Projection<NamedPhotoRow, NamingEvent> = {
  name: 'named_photo',
  version: 1,
  handles: ['RequestFiled', 'PartReported', 'HandlingReported', 'AgreementReached'],
  keys,
  evolve,
};
