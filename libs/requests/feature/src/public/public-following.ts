import { Injectable } from '@nestjs/common';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { notFound } from '@zeren/http';
import { parsePublicId, publicId, type Caller } from '@zeren/kernel';
import { ReadModel } from '@zeren/read-model';
import type { FiledRequest, FollowedRequest, PublicRequestRow, RequestState } from '@zeren/requests-domain';
import { secretHashOf } from '../request/receipts.js';
import type { Grounds } from '../request/request-grounds.js';
import { RequestWork } from '../request/request-work.js';
import type { PublicRatingBody } from './public.bodies.js';
import { PublicReader, publicRequestOf } from './public-reader.js';
import { publicRequestTable } from './public.table.js';

/** A receipt that was proven by its secret, and the request in which its course now goes on. */
type Proven = { readonly receipt: string; readonly restingId: string; readonly request: FiledRequest; readonly isMerged: boolean };

/** Whoever asked follows, rates and takes up again by receipt and secret, without an account. */
@Injectable()
export class PublicFollowing {
  constructor(
    private readonly reader: PublicReader,
    private readonly readModel: ReadModel,
    private readonly work: RequestWork,
  ) {}

  /** How it stands now, by the stream itself: never behind. */
  async follow(receipt: string, secret: string, anybody: Caller, grounds: Grounds, after?: bigint): Promise<FollowedRequest> {
    const proven = await this.proven(receipt, secret, anybody, after);
    const row = await this.rowOf(proven.restingId, anybody, after);
    const { id, photos, ...shown } = publicRequestOf(row, grounds);
    const published = row.isPublic ? { publicId: id, photos } : { publicId: null, photos: [] };
    return { ...shown, ...published, receipt, isMerged: proven.isMerged, ...whatCanBeDone(proven) };
  }

  async rate(receipt: string, { secret, satisfied, words }: PublicRatingBody, context: CommandContext): Promise<Outcome<RequestState>> {
    const { restingId } = await this.proven(receipt, secret, context.caller);
    return this.work.rate(restingId, { satisfied, words, receipt }, context);
  }

  async reopen(receipt: string, { secret, reason }: { readonly secret: string; readonly reason: string }, context: CommandContext): Promise<Outcome<RequestState>> {
    const { restingId } = await this.proven(receipt, secret, context.caller);
    return this.work.counted(restingId, context, (counting) => ({ type: 'ReopenRequest', data: { ...counting, reason } }));
  }

  /** A receipt nobody has and one with another secret are not told apart. */
  private async proven(receipt: string, secret: string, anybody: Caller, after?: bigint): Promise<Proven> {
    const row = (await this.reader.withReceipt(anybody.tenantId, receipt, after)) ?? notFound();
    const id = publicId(row.ownerTenantId, row.id);
    const filed = await this.work.load(id, anybody);
    if (filed.receiptSecretHash !== secretHashOf(secret)) notFound();
    const resting = await this.work.resting(id, anybody);
    return { receipt, restingId: resting.id, request: resting.request, isMerged: resting.id !== id };
  }

  private async rowOf(id: string, { tenantId }: Caller, after: bigint | undefined): Promise<PublicRequestRow> {
    const local = parsePublicId(id) ?? notFound();
    if (after !== undefined) await this.readModel.waitFor(publicRequestTable, after);
    return (await this.readModel.one(publicRequestTable, tenantId, { ownerTenantId: local.tenantId, id: local.id })) ?? notFound();
  }
}

const whatCanBeDone = ({ receipt, request }: Proven): Pick<FollowedRequest, 'canRate' | 'canReopen' | 'satisfied'> => {
  const own = request.ratings.find((rating) => rating.receipt === receipt && rating.round === request.round);
  const isAnswered = request.status === 'answered' || request.status === 'closed';
  return { canRate: isAnswered && own === undefined, canReopen: isAnswered, satisfied: own?.satisfied ?? null };
};
