import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Principal } from '../access.js';
import type { Packet } from '../packed-call.js';
import type { CallContext } from '../streams/context.js';
import { Outgoing } from '../streams/outgoing.js';
import { accessDenied, invalidArgument, nodeStopping, refusalOf, type Refusal } from '../streams/refusal.js';
import { messageField, textField } from '../wire.js';
import type { Consumer } from './consumer.js';
import type { Group } from './group.js';
import type { Groups } from './groups.js';
import { readConsumerMessage, type ConsumerRequest } from './requests.js';

type Call = ServerDuplexStream<Buffer, Packet>;

/** Read: a consumer joins a group, gets its messages, and tells what became of them. */
export function readCall(context: CallContext, groups: Groups) {
  return (call: Call): void => {
    try {
      new ConsumerCall(call, context, groups, context.access.authenticate(call.metadata)).listen();
    } catch (error) {
      call.emit('error', refusalOf(error).toStatus());
    }
  };
}

/** The call of one consumer, from its options to its end. */
class ConsumerCall {
  #joining = false;
  #joined: { group: Group; consumer: Consumer } | undefined;
  #ended = false;
  readonly #stop = (): void => { this.#end(nodeStopping()); };

  constructor(
    private readonly call: Call,
    private readonly context: CallContext,
    private readonly groups: Groups,
    private readonly principal: Principal,
  ) {}

  listen(): void {
    const leave = (): void => { this.#leave(); };
    this.context.stopping.addEventListener('abort', this.#stop);
    this.call.on('data', (message: Buffer) => {
      if (this.#ended) return;
      try {
        this.#receive(message);
      } catch (error) {
        this.#end(refusalOf(error));
      }
    });
    this.call.on('end', () => { this.#end(); });
    this.call.on('cancelled', leave);
    this.call.on('close', leave);
    if (this.context.stopping.aborted) this.#stop();
  }

  #receive(bytes: Buffer): void {
    const message = readConsumerMessage(bytes);
    if (message.kind === 'options') {
      if (this.#joining) throw invalidArgument('The consumer has sent its options already.');
      this.#joining = true;
      this.#join(message.request).catch((error: unknown) => { this.#end(refusalOf(error)); });
      return;
    }
    if (!this.#joined) throw invalidArgument('A consumer sends its options first.');
    const { group, consumer } = this.#joined;
    if (message.kind === 'ack') group.acknowledge(consumer, message.ids);
    else group.refuse(consumer, message.ids, message.action, message.reason);
  }

  async #join({ address, ...wishes }: ConsumerRequest): Promise<void> {
    const mayRead = (stream: string): boolean => this.context.access.allows(this.principal, 'read', stream);
    if (!mayRead(address.stream)) throw accessDenied();
    const group = await this.groups.find(address);
    if (this.#ended) return;
    const outgoing = new Outgoing(this.call, () => {});
    const details = {
      ...wishes, mayRead, from: this.call.getPeer(), user: this.principal.name ?? 'anonymous',
      connectionName: String(this.call.metadata.get('connection-name')[0] ?? ''),
    };
    const consumer = group.join(details, { outgoing, end: (refusal) => { this.#end(refusal); } });
    this.#joined = { group, consumer };
    // Messages follow in a later turn of the event loop, so that this is the first.
    outgoing.send(messageField(2, textField(1, `${address.stream}::${address.group}`)));
    await outgoing.flush();
  }

  #end(refusal?: Refusal): void {
    if (this.#ended) return;
    this.#leave();
    if (refusal) this.call.emit('error', refusal.toStatus());
    else this.call.end();
  }

  #leave(): void {
    this.#ended = true;
    this.context.stopping.removeEventListener('abort', this.#stop);
    this.#joined?.group.leave(this.#joined.consumer);
  }
}
