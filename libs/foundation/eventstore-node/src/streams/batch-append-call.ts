import { status, type ServerDuplexStream } from '@grpc/grpc-js';
import type { Principal } from '../access.js';
import type { Packet } from '../packed-call.js';
import { WireReader } from '../wire.js';
import { batchAnswer } from './answers.js';
import { decideAppend, type WriteOutcome } from './append.js';
import { ReceivedAppend } from './append-call.js';
import type { CallContext } from './context.js';
import { anyState, readUuid } from './proposal.js';
import { nodeStopping, Refusal, refusalOf } from './refusal.js';
import { readWriteOptions } from './write-options.js';

type Call = ServerDuplexStream<Buffer, Packet>;

/** How often deadlines are looked at while appends wait, in milliseconds. */
const deadlineCheck = 100;

const deadlineExceeded = new Refusal(status.DEADLINE_EXCEEDED, 'The append was not stored before its deadline.');

/** BatchAppend: one long stream that carries many appends, each answered exactly once by its correlation id. */
export function batchAppendCall(context: CallContext) {
  return (call: Call): void => {
    try {
      new BatchAppendStream(call, context, context.access.authenticate(call.metadata)).listen();
    } catch (error) {
      call.emit('error', refusalOf(error).toStatus());
    }
  };
}

/** One append of the stream, from its first message to its answer. */
type OpenAppend = {
  id: string;
  correlation: Buffer;
  received: ReceivedAppend;
  /** Set once something is wrong with it; the rest of its messages is then ignored. */
  refusal: Refusal | undefined;
  final: boolean;
};

class BatchAppendStream {
  readonly #open = new Map<string, OpenAppend>();
  #timer: NodeJS.Timeout | undefined;
  #ended = false;
  #answers: Buffer[] = [];

  constructor(
    private readonly call: Call,
    private readonly context: CallContext,
    private readonly principal: Principal,
  ) {}

  listen(): void {
    this.call.on('data', (message: Buffer) => {
      try {
        this.#receive(message);
      } catch (error) {
        // Without a readable correlation id there is nothing to answer to but the stream itself.
        this.call.emit('error', refusalOf(error).toStatus());
      }
    });
    const { stopping } = this.context;
    const endWhenAnswered = (): void => { this.#endWhenAnswered(); };
    stopping.addEventListener('abort', endWhenAnswered);
    this.call.on('end', () => { this.#ended = true; this.#endWhenAnswered(); });
    const leave = (): void => {
      stopping.removeEventListener('abort', endWhenAnswered);
      this.#open.clear();
      this.#stopTimer();
    };
    this.call.on('cancelled', leave);
    this.call.on('close', leave);
  }

  #receive(message: Buffer): void {
    const append = this.#appendOf(message);
    if (append.final) return;
    const fields = new WireReader(message);
    for (let field = fields.next(); field !== 0; field = fields.next()) {
      if (field === 4) append.final = fields.number() !== 0;
      else if (field === 2) this.#guard(append, fields.view(), (view) => { append.received.options = readWriteOptions(view); });
      else if (field === 3) this.#guard(append, fields.view(), (view) => { append.received.addEvent(view); });
      else fields.skip();
    }
    if (append.final) this.#submit(append);
    this.#timer ??= setInterval(() => { this.#refuseLate(); }, deadlineCheck).unref();
  }

  /** The append a message belongs to. */
  #appendOf(message: Buffer): OpenAppend {
    const fields = new WireReader(message);
    for (let field = fields.next(); field !== 0; field = fields.next()) {
      if (field !== 1) { fields.skip(); continue; }
      const correlation = fields.view();
      const id = readUuid(correlation);
      const append = this.#open.get(id)
        ?? { id, correlation, received: new ReceivedAppend(this.context.maxAppendBytes), refusal: undefined, final: false };
      this.#open.set(id, append);
      return append;
    }
    throw new RangeError('An append has no correlation id.');
  }

  #guard(append: OpenAppend, view: Buffer, take: (view: Buffer) => void): void {
    if (append.refusal) return;
    try {
      take(view);
    } catch (error) {
      append.refusal = refusalOf(error);
    }
  }

  #submit(append: OpenAppend): void {
    this.#write(append).then(
      (outcome) => { this.#answer(append, outcome); },
      (error: unknown) => { this.#answer(append, refusalOf(error)); },
    );
  }

  async #write(append: OpenAppend): Promise<WriteOutcome> {
    if (append.refusal) throw append.refusal;
    const { stream, expectation, deadline } = append.received.target();
    this.context.access.require(this.principal, 'write', stream);
    return this.context.store.writer.submit((batch) => {
      if (deadline !== undefined && deadline < Date.now()) throw deadlineExceeded;
      return decideAppend(batch, stream, expectation, append.received.events);
    });
  }

  #answer(append: OpenAppend, outcome: WriteOutcome | Refusal): void {
    if (this.#open.get(append.id) !== append) return;
    this.#open.delete(append.id);
    const { stream, expectation } = append.received.options ?? { stream: '', expectation: anyState };
    // One commit settles many appends in the same turn; their answers leave together after it.
    if (this.#answers.length === 0) process.nextTick(() => { this.#sendAnswers(); });
    this.#answers.push(batchAnswer({ correlation: append.correlation, stream, expectation, outcome }));
  }

  #sendAnswers(): void {
    const more = this.call.write(this.#answers);
    this.#answers = [];
    if (!more) this.#pauseUntilDrained();
    if (this.#open.size === 0) this.#stopTimer();
    this.#endWhenAnswered();
  }

  /** A client that does not read its answers is not read either. */
  #pauseUntilDrained(): void {
    if (this.call.isPaused()) return;
    this.call.pause();
    this.call.once('drain', () => { this.call.resume(); });
  }

  /** The stream has no deadline of its own, so each append's is kept here, complete or not. */
  #refuseLate(): void {
    const now = Date.now();
    for (const append of this.#open.values()) {
      const deadline = append.received.options?.deadline;
      if (deadline !== undefined && deadline + deadlineCheck < now) this.#answer(append, deadlineExceeded);
    }
  }

  #stopTimer(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #endWhenAnswered(): void {
    if (this.#open.size > 0 || this.#answers.length > 0) return;
    if (this.context.stopping.aborted) this.call.emit('error', nodeStopping().toStatus());
    else if (this.#ended) this.call.end();
  }
}
