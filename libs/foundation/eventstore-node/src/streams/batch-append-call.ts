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

/** How many bytes of complete appends may wait before no more are read. */
const waitingBytes = 16 * 1024 * 1024;

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

/** One append of the stream, from its first message until it is both complete and answered. */
type OpenAppend = {
  id: string;
  correlation: Buffer;
  received: ReceivedAppend;
  /** Set once something is wrong with it; the rest of its messages is then ignored. */
  refusal: Refusal | undefined;
  final: boolean;
  answered: boolean;
};

class BatchAppendStream {
  readonly #open = new Map<string, OpenAppend>();
  #timer: NodeJS.Timeout | undefined;
  #ended = false;
  #answers: Buffer[] = [];
  /** How many bytes of complete appends wait for their answers. */
  #waiting = 0;
  #full = false;

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
    // The same id again while its append waits for its answer: one answer is all it may get.
    if (append.final || this.context.stopping.aborted) return;
    const fields = new WireReader(message);
    for (let field = fields.next(); field !== 0; field = fields.next()) {
      if (field === 4) append.final = fields.number() !== 0;
      else if (field === 2) this.#guard(append, fields.view(), (view) => { append.received.options = readWriteOptions(view); });
      else if (field === 3) this.#guard(append, fields.view(), (view) => { append.received.addEvent(view); });
      else fields.skip();
    }
    if (append.final && append.answered) this.#open.delete(append.id);
    else if (append.final) this.#submit(append);
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
        ?? { id, correlation, received: new ReceivedAppend(this.context.maxAppendBytes), refusal: undefined, final: false, answered: false };
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
    this.#waiting += append.received.bytes;
    this.#regulate();
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
      if (deadline !== undefined && deadline <= Date.now()) throw deadlineExceeded;
      return decideAppend(batch, stream, expectation, append.received.events);
    });
  }

  #answer(append: OpenAppend, outcome: WriteOutcome | Refusal): void {
    if (append.answered || this.#open.get(append.id) !== append) return;
    append.answered = true;
    if (append.final) {
      this.#open.delete(append.id);
      this.#waiting -= append.received.bytes;
    }
    this.context.figures.appends[outcome instanceof Refusal ? 'refused' : outcome.kind]++;
    const { stream, expectation } = append.received.options ?? { stream: '', expectation: anyState };
    // One commit settles many appends in the same turn; their answers leave together after it.
    if (this.#answers.length === 0) process.nextTick(() => { this.#sendAnswers(); });
    this.#answers.push(batchAnswer({ correlation: append.correlation, stream, expectation, outcome }));
  }

  #sendAnswers(): void {
    if (!this.call.write(this.#answers) && !this.#full) {
      this.#full = true;
      this.call.once('drain', () => { this.#full = false; this.#regulate(); });
    }
    this.#answers = [];
    this.#regulate();
    if (this.#open.size === 0) this.#stopTimer();
    this.#endWhenAnswered();
  }

  /** A client that does not read its answers, or sends faster than the disk takes it, is not read for a while. */
  #regulate(): void {
    const pause = this.#full || this.#waiting > waitingBytes;
    if (pause === this.call.isPaused()) return;
    if (pause) this.call.pause();
    else this.call.resume();
  }

  /** The stream has no deadline of its own, so each append's is kept here, complete or not. */
  #refuseLate(): void {
    const now = Date.now();
    for (const append of this.#open.values()) {
      const deadline = append.received.options?.deadline;
      if (deadline === undefined || deadline + deadlineCheck >= now) continue;
      append.refusal = deadlineExceeded;
      this.#answer(append, deadlineExceeded);
    }
  }

  #stopTimer(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Once the client has ended or the node stops; what was not sent completely by then waits for no answer. */
  #endWhenAnswered(): void {
    const { aborted } = this.context.stopping;
    if (!aborted && !this.#ended) return;
    if (this.#answers.length > 0 || [...this.#open.values()].some(({ final }) => final)) return;
    if (aborted) this.call.emit('error', nodeStopping().toStatus());
    else this.call.end();
  }
}
