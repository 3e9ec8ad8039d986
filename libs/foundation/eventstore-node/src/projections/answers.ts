import { bytesField, messageField, textField, varintField } from '../wire.js';
import type { ProjectionStatus } from './projection.js';

const empty = Buffer.alloc(0);

/** A `StateResp` or `ResultResp`: system projections have no state but their position, so it is an empty object. */
export const emptyObject = messageField(1, bytesField(5, empty));

/** A `StatisticsResp`. Fields that stay zero or empty here, which is how they are sent, are left out. */
export function statisticsAnswer(status: ProjectionStatus): Buffer {
  return messageField(1,
    varintField(1, Math.round(status.processingTime)),
    varintField(2, status.epoch),
    varintField(3, status.epoch),
    textField(4, status.name),
    varintField(5, status.buffered > 0 ? 1 : 0),
    textField(8, status.status),
    textField(9, status.reason),
    textField(10, status.name),
    textField(11, 'Continuous'),
    textField(12, positionText(status.position)),
    floatField(13, status.progress),
    textField(14, positionText(status.checkpoint)),
    varintField(15, status.processed),
    bufferedEventsField(status.buffered));
}

/** A position as commit and prepare; they are the same here. */
function positionText(position: number): string {
  return position < 0 ? '' : `C:${position}/P:${position}`;
}

function floatField(field: number, value: number): Buffer {
  const bytes = Buffer.allocUnsafe(5);
  bytes[0] = (field << 3) | 5;
  bytes.writeFloatLE(value, 1);
  return bytes;
}

/** Field 17, whose tag takes two bytes. */
function bufferedEventsField(events: number): Buffer {
  return Buffer.concat([Buffer.from([0x88, 0x01]), varintField(1, events).subarray(1)]);
}
