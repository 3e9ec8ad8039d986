import type { Start } from '../streams/read-request.js';
import { bytesField, messageField, textField, varintField } from '../wire.js';
import { allStream } from './address.js';
import type { Consumer } from './consumer.js';
import type { Group } from './group.js';
import type { GroupSettings } from './settings.js';

/** A group's `SubscriptionInfo`. Rates are those since it was last asked for. */
export function groupInformation(group: Group): Buffer {
  const { address: { stream, group: name }, source, progress, rate, parked, audience } = group;
  const { count, perSecond } = rate.measure();
  return Buffer.concat([
    textField(1, stream), textField(2, name), textField(3, source.unread() > 0 ? 'Behind' : 'Live'),
    ...audience.consumers.map((consumer) => bytesField(4, consumerInformation(consumer, group.settings.extraStatistics))),
    varintField(5, perSecond), varintField(6, rate.total), varintField(7, count),
    textField(8, progress.checkpoint === undefined ? '' : placeText(stream, progress.checkpoint)),
    textField(9, source.lastPlace() < 0 ? '' : placeText(stream, source.lastPlace())),
    ...settingFields(stream, group.settings), ...bufferFields(group),
    varintField(28, parked.figures().count),
  ]);
}

/** How many messages wait and are in flight. */
function bufferFields({ source, waiting, inFlight }: Group): Buffer[] {
  const { retries } = waiting;
  const fresh = waiting.size - retries;
  return [
    varintField(21, source.atEnd ? 0 : fresh), varintField(22, source.atEnd ? fresh : 0), varintField(23, retries),
    varintField(24, inFlight.size), varintField(25, inFlight.size + retries),
  ];
}

function settingFields(stream: string, settings: GroupSettings): Buffer[] {
  const strategy = Buffer.from(settings.strategy, 'latin1');
  return [
    varintField(10, Number(settings.resolveLinks)), textField(11, placeText(stream, startPlace(settings.startFrom))),
    varintField(12, Math.round(settings.messageTimeout)), varintField(13, Number(settings.extraStatistics)),
    varintField(14, settings.maxRetryCount), varintField(15, settings.liveBufferSize),
    varintField(16, settings.historyBufferSize), varintField(17, settings.readBatchSize),
    varintField(18, Math.round(settings.checkpointAfter)), varintField(19, settings.minCheckpointCount),
    varintField(20, settings.maxCheckpointCount), bytesField(26, strategy), varintField(27, settings.maxSubscriberCount),
  ];
}

function consumerInformation({ details, rate, timings, inFlight }: Consumer, extraStatistics: boolean): Buffer {
  const { count, perSecond } = rate.measure();
  const measurements = extraStatistics ? timings.measurements() : [];
  return Buffer.concat([
    textField(1, details.from), textField(2, details.user),
    varintField(3, perSecond), varintField(4, rate.total), varintField(5, count),
    ...measurements.map(([name, value]) => messageField(6, textField(1, name), varintField(2, value))),
    varintField(7, details.bufferSize - inFlight.size), varintField(8, inFlight.size), textField(9, details.connectionName),
  ]);
}

/** The clients take 0 for the start and -1 for the end. */
function startPlace(startFrom: Start): number | bigint {
  if (startFrom === 'start') return 0;
  return startFrom === 'end' ? -1 : startFrom;
}

/** How the clients are told a revision, or a position in $all. */
function placeText(stream: string, place: number | bigint): string {
  return stream === allStream ? `C:${place}/P:${place}` : String(place);
}
