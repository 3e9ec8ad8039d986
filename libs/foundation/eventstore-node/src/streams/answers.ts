import { status } from '@grpc/grpc-js';
import {
  bytesField, fieldLength, messageField, textField, varintField, varintLength, writeBytes, writeFieldStart, writeNumber,
} from '../wire.js';
import type { WriteOutcome } from './append.js';
import type { Expectation } from './proposal.js';
import { Refusal, streamDeleted } from './refusal.js';

const empty = Buffer.alloc(0);

/** A position as commit and prepare, fields 1 and 2; they are the same here. */
export function positionFields(position: number): Buffer {
  return Buffer.concat([varintField(1, position), varintField(2, position)]);
}

export function streamIdentifier(field: number, stream: string): Buffer {
  return messageField(field, textField(3, stream));
}

type Written = Extract<WriteOutcome, { kind: 'written' }>;

/** The success of an append: the same fields in AppendResp and BatchAppendResp. */
function successFields({ revision, position }: Written): Buffer {
  // No field of it is longer: three numbers of at most eight bytes, and their tags.
  const fields = Buffer.allocUnsafe(32);
  let at = revision < 0 ? writeFieldStart(fields, 2, 0, 0) : writeNumber(fields, 1, revision, 0);
  if (position === undefined) return fields.subarray(0, writeFieldStart(fields, 4, 0, at));
  at = writeFieldStart(fields, 3, 2 * (1 + varintLength(position)), at);
  at = writeNumber(fields, 1, position, at);
  return fields.subarray(0, writeNumber(fields, 2, position, at));
}

/** An `AppendResp`: success, or the conflict within an answer that is otherwise a success. */
export function appendAnswer(outcome: WriteOutcome, stream: string, expectation: Expectation): Buffer {
  if (outcome.kind === 'written') return messageField(1, successFields(outcome));
  if (outcome.kind === 'stream-deleted') throw streamDeleted(stream);
  return messageField(2, outcome.current < 0 ? bytesField(7, empty) : varintField(6, outcome.current),
    expectation.kind === 'revision'
      ? varintField(8, expectation.revision)
      : bytesField({ any: 9, 'stream-exists': 10, 'no-stream': 11 }[expectation.kind], empty));
}

/** A `DeleteResp` or `TombstoneResp`. Throws the Refusal these calls use for a conflict. */
export function deleteAnswer(outcome: WriteOutcome, stream: string, expectation: Expectation): Buffer {
  if (outcome.kind === 'stream-deleted') throw streamDeleted(stream);
  if (outcome.kind === 'wrong-revision') throw wrongExpectedVersion(outcome.current, stream, expectation);
  return outcome.position === undefined ? bytesField(2, empty) : bytesField(1, positionFields(outcome.position));
}

function wrongExpectedVersion(current: number, stream: string, expectation: Expectation): Refusal {
  const expected = expectation.kind === 'revision'
    ? expectation.revision
    : { any: -2, 'no-stream': -1, 'stream-exists': -4 }[expectation.kind];
  return new Refusal(
    status.FAILED_PRECONDITION,
    `Append failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${current}`,
    {
      exception: 'wrong-expected-version', 'stream-name': stream, 'expected-version': String(expected),
      ...(current < 0 ? {} : { 'actual-version': String(current) }),
    },
  );
}

/** What a batch append is answered by its correlation id. */
export type BatchAnswer = {
  /** The `UUID` message as the client sent it. */
  correlation: Buffer;
  stream: string;
  expectation: Expectation;
  outcome: WriteOutcome | Refusal;
};

/** A `BatchAppendResp`. Conflicts and refusals travel as a `google.rpc.Status` with one `Any`. */
export function batchAnswer({ correlation, stream, expectation, outcome }: BatchAnswer): Buffer {
  const [field, result] = outcome instanceof Refusal || outcome.kind !== 'written'
    ? [2, statusFields(outcome, stream, expectation)]
    : [3, successFields(outcome)];
  const name = Buffer.byteLength(stream, 'utf8');
  const answer = Buffer.allocUnsafe(fieldLength(correlation.length) + fieldLength(result.length) + fieldLength(fieldLength(name)));
  let at = writeBytes(answer, 1, correlation, 0);
  at = writeBytes(answer, field, result, at);
  at = writeFieldStart(answer, 4, fieldLength(name), at);
  answer.write(stream, writeFieldStart(answer, 3, name, at), 'utf8');
  return answer;
}

function statusFields(
  outcome: Refusal | Exclude<WriteOutcome, Written>, stream: string, expectation: Expectation,
): Buffer {
  if (outcome instanceof Refusal) return refusalStatus(outcome);
  if (outcome.kind === 'stream-deleted') {
    return rpcStatus(status.FAILED_PRECONDITION, 'StreamDeleted', streamIdentifier(1, stream));
  }
  return rpcStatus(status.FAILED_PRECONDITION, 'WrongExpectedVersion', Buffer.concat([
    outcome.current < 0 ? bytesField(2, empty) : varintField(1, outcome.current),
    expectation.kind === 'revision'
      ? varintField(3, expectation.revision)
      : bytesField({ any: 4, 'stream-exists': 5, 'no-stream': 6 }[expectation.kind], empty),
  ]));
}

function refusalStatus(refusal: Refusal): Buffer {
  switch (refusal.trailers['exception']) {
    case 'access-denied': return rpcStatus(status.PERMISSION_DENIED, 'AccessDenied', empty);
    case 'maximum-append-size-exceeded': {
      const limit = Number(refusal.trailers['maximum-append-size']);
      return rpcStatus(refusal.code, 'MaximumAppendSizeExceeded', varintField(1, limit));
    }
  }
  if (refusal.code === status.DEADLINE_EXCEEDED) return rpcStatus(refusal.code, 'Timeout', empty);
  // The clients show the message of a detail they do not know, and drop that of the detail named Unknown.
  return rpcStatus(refusal.code, 'BadRequest', textField(1, refusal.details), refusal.details);
}

/** A `google.rpc.Status`, as this protocol numbers it, with its one detail. */
function rpcStatus(code: status, detail: string, content: Buffer, message: string = detail): Buffer {
  const any = [textField(1, `type.googleapis.com/event_store.client.${detail}`), bytesField(2, content)];
  return Buffer.concat([varintField(1, code), textField(2, message), messageField(3, ...any)]);
}
