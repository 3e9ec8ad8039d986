import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import type { ProposedEvent } from '../storage/record.js';
import { WireReader } from '../wire.js';
import { appendAnswer } from './answers.js';
import { decideAppend, type WriteOutcome } from './append.js';
import type { CallContext } from './context.js';
import { appendSize, readProposedEvent } from './proposal.js';
import { invalidArgument, maximumAppendSizeExceeded, refusalOf } from './refusal.js';
import { readWriteOptions, type WriteOptions } from './write-options.js';

/** Append: options first, then one message per event, one answer. */
export function appendCall({ store, access, figures, maxAppendBytes }: CallContext) {
  return (call: ServerReadableStream<Buffer, Buffer>, answer: sendUnaryData<Buffer>): void => {
    const received = new ReceivedAppend(maxAppendBytes);
    let refused = false;
    let outcome: WriteOutcome | undefined;
    const refuse = (error: unknown): void => {
      if (refused) return;
      refused = true;
      if (!outcome) figures.appends.refused++;
      answer(refusalOf(error).toStatus(), null);
    };
    const principal = attempt(() => access.authenticate(call.metadata), refuse);
    call.on('data', (message: Buffer) => {
      if (!refused) attempt(() => { received.add(message); }, refuse);
    });
    call.on('end', () => {
      if (refused || !principal) return;
      const append = async (): Promise<Buffer> => {
        const { stream, expectation } = received.target();
        access.require(principal, 'write', stream);
        outcome = await store.writer.submit((batch) => decideAppend(batch, stream, expectation, received.events));
        figures.appends[outcome.kind]++;
        return appendAnswer(outcome, stream, expectation);
      };
      append().then((message) => { answer(null, message); }, refuse);
    });
  };
}

/** What an append has sent so far. */
export class ReceivedAppend {
  options: WriteOptions | undefined;
  readonly events: ProposedEvent[] = [];
  /** How much of the limit its events use. */
  bytes = 0;

  constructor(private readonly maxAppendBytes: number) {}

  /** Takes an `AppendReq`. */
  add(message: Buffer): void {
    const fields = new WireReader(message);
    for (let field = fields.next(); field !== 0; field = fields.next()) {
      if (field === 1) this.options = readWriteOptions(fields.view());
      else if (field === 2) this.addEvent(fields.view());
      else fields.skip();
    }
  }

  /** Takes a `ProposedMessage`. Throws a Refusal when the append grows beyond the limit. */
  addEvent(message: Buffer): void {
    const event = readProposedEvent(message);
    this.bytes += appendSize(event);
    if (this.bytes > this.maxAppendBytes) throw maximumAppendSizeExceeded(this.maxAppendBytes);
    this.events.push(event);
  }

  target(): WriteOptions {
    if (this.options) return this.options;
    throw invalidArgument('The append does not say to which stream.');
  }
}

function attempt<Result>(act: () => Result, refuse: (error: unknown) => void): Result | undefined {
  try {
    return act();
  } catch (error) {
    refuse(error);
    return undefined;
  }
}
