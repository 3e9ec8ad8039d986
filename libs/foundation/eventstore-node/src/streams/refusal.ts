import { Metadata, status, type StatusObject } from '@grpc/grpc-js';
import { EventStoreNodeError } from '../errors.js';

/** Clients take 16 KiB of headers in all, in which the name of a stream may come twice: more than this is cut off. */
const longestHeader = 8_000;
const longestDetails = 500;

/** A refused call: a gRPC status, with the trailers by which the clients know the reason. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(readonly code: status, readonly details: string, readonly trailers: Readonly<Record<string, string>> = {}) {
    super(details);
  }

  /** The form grpc-js sends. */
  toStatus(): StatusObject {
    const metadata = new Metadata();
    for (const [name, value] of Object.entries(this.trailers)) metadata.set(name, headerText(value));
    return { code: this.code, details: shortened(this.details, longestDetails), metadata };
  }
}

export function invalidArgument(details: string): Refusal {
  return new Refusal(status.INVALID_ARGUMENT, details);
}

export function streamDeleted(stream: string): Refusal {
  return new Refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted', 'stream-name': stream,
  });
}

export function accessDenied(): Refusal {
  return new Refusal(status.PERMISSION_DENIED, 'Access Denied.', { exception: 'access-denied' });
}

export function maximumAppendSizeExceeded(limit: number): Refusal {
  return new Refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(limit),
  });
}

export function missingMetadata(): Refusal {
  return new Refusal(status.INVALID_ARGUMENT, 'Required Metadata Property is missing.', {
    exception: 'missing-required-metadata-property', 'required-metadata-properties': 'type,content-type',
  });
}

/** Ends the calls that are open when the node stops; clients connect again on it. */
export function nodeStopping(): Refusal {
  return new Refusal(status.UNAVAILABLE, 'The node is stopping.');
}

/** Any failure as a refusal: the node's own failures keep their sentence. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof RangeError) return invalidArgument(error.message);
  if (!(error instanceof EventStoreNodeError)) {
    return new Refusal(status.INTERNAL, error instanceof Error ? error.message : String(error));
  }
  const codes: Partial<Record<EventStoreNodeError['code'], status>> = {
    damaged: status.DATA_LOSS, 'disk-full': status.RESOURCE_EXHAUSTED,
  };
  return new Refusal(codes[error.code] ?? status.UNAVAILABLE, error.message);
}

/** Header values are printable ASCII without blanks at their ends; everything else is percent-encoded. */
function headerText(value: string): string {
  return shortened(value.replace(/[^ -~]+|^ +| +$/gu, encodeURIComponent), longestHeader);
}

function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${[...text].slice(0, length).join('')}...`;
}
