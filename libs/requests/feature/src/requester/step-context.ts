import { deriveUuid, type CommandContext } from '@zeren/event-store';

/** A step of what was asked: caused by it, without its key or revision, which are the whole request's. */
export const stepOf = ({ caller, commandId, correlationId }: CommandContext, step: string): CommandContext =>
  ({ caller, correlationId, causationId: commandId, commandId: deriveUuid(commandId, step) });
