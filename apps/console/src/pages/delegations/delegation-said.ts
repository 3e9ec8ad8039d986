import type { OfferDevolution } from '@zeren/organisation-domain';

/** A power as it is being written. */
export type PowerSaid = { readonly matterCode: string; readonly zh: string; readonly en: string };
/** A delegation as its form holds it. */
export type DelegationSaid = {
  readonly fromUnitId: string; readonly toUnitId: string; readonly powers: readonly PowerSaid[]; readonly posts: readonly { readonly postId: string }[];
  readonly money: string; readonly vehicles: string; readonly without: string; readonly from: string; readonly until: string; readonly document: string;
};

/** The body that is sent. */
export const bodyOf = ({ fromUnitId, toUnitId, powers, posts, money, vehicles, without, from, until, document }: DelegationSaid) => ({
  fromUnitId, toUnitId, powers: powers.map(({ matterCode, zh, en }) => ({ matterCode: matterCode || null, name: { zh, en: en || zh } })),
  resources: { postIds: posts.map(({ postId }) => postId).filter(Boolean), money: money.trim() || null, vehicles: Number(vehicles) || 0 },
  withoutResources: without.trim() || null, from, until: until || null, document,
});

/** What a browser does not know of the register is taken as favourable. */
export const commandOf = (said: DelegationSaid, tenantId: string): OfferDevolution => {
  const body = bodyOf(said);
  const unit = (unitId: string, superiorUnitIds: readonly string[]) => ({ unitId, name: { zh: unitId, en: unitId }, kind: 'district', superiorUnitIds, tenantId }) as const;
  const units = [...(body.fromUnitId ? [unit(body.fromUnitId, [])] : []), ...(body.toUnitId ? [unit(body.toUnitId, [body.fromUnitId])] : [])];
  const posts = body.resources.postIds.map((postId) => ({ postId, unitId: '', kind: 'officer', tenantId }) as const);
  return { type: 'OfferDevolution', data: { ...body, findings: { units, posts }, matterCodes: said.powers.map(({ matterCode }) => matterCode) } };
};
