import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, deriveUuid, type CommandContext, type Outcome } from '@zeren/event-store';
import { publicId, type StreamId } from '@zeren/kernel';
import { reservationDecider, reservationsOf, rowsOf, splitDecider, type PublishSplit, type Split, type SplitRow } from '@zeren/tasks-domain';
import { SplitEnvelope } from '../tasks.command-handlers.js';
import { SplitFactsReader } from './split-facts.js';

type Approved = Extract<Split, { status: 'approved' }>;

const rowsBefore = ({ previous }: Approved): readonly SplitRow[] => (previous ? rowsOf(previous) : []);

/** Publishes a split that no other is publishing at the same moment: what it splits is held for it first. */
@Injectable()
export class SplitPublisher {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: DeciderRepository,
    private readonly facts: SplitFactsReader,
  ) {}

  async publish(id: StreamId, context: CommandContext): Promise<Outcome<Split>> {
    const command: PublishSplit = { type: 'PublishSplit', data: await this.facts.read(id, context.caller) };
    const { state } = await this.repository.load(splitDecider, id, context.caller);
    if (state.status !== 'approved') return this.execute(id, command, context);
    splitDecider.decide(command, state, context.caller);
    const rows = rowsOf(state);
    try {
      await this.hold(id, state, rows, rowsBefore(state), context);
      return await this.execute(id, command, context);
    } catch (error) {
      await this.letGo(id, state, rows, context);
      throw error;
    }
  }

  /** Where the publication did not come about, what is held is again what the version in force holds. */
  private async letGo(id: StreamId, approved: Approved, rows: readonly SplitRow[], context: CommandContext): Promise<void> {
    const { state } = await this.repository.load(splitDecider, id, context.caller);
    if (state.status === 'published' && state.version === approved.version) return;
    await this.hold(id, approved, rowsBefore(approved), rows, context);
  }

  private async hold(id: StreamId, { cycle }: Approved, rows: readonly SplitRow[], before: readonly SplitRow[], { caller, commandId, correlationId, causationId }: CommandContext): Promise<void> {
    for (const [campaignId, data] of reservationsOf(publicId(id.tenantId, id.id), cycle, rows, before)) {
      const stream = { category: reservationDecider.category, tenantId: id.tenantId, id: campaignId };
      const context = { caller, commandId: deriveUuid('reservation', commandId, campaignId), correlationId, causationId };
      await this.repository.execute(reservationDecider, stream, { type: 'ReserveWork', data }, context);
    }
  }

  private execute(id: StreamId, command: PublishSplit, context: CommandContext): Promise<Outcome<Split>> {
    return this.commands.execute<SplitEnvelope, Outcome<Split>>(new SplitEnvelope(id, command, context));
  }
}
