import type { Access, DelegationRow, PostRecord, PostRow, RoleChangeRow } from '@zeren/organisation-domain';

/** A post with its holder on the day: `GET /posts`. */
export type HeldPost = PostRow & { readonly holder: { readonly officerId: string; readonly from: string } | null };

/** A post as a decision knows it: with the holder whom the reader sees. */
export const recordOf = ({ id, unitId, name, kind, validFrom, holder }: HeldPost): PostRecord =>
  ({ postId: id, unitId, name, kind, validFrom, holdings: holder ? [{ ...holder, until: null }] : [] });

/** What the reader sees of a unit's access, as a decision knows it: oldest first. */
export const accessOf = (changes: readonly RoleChangeRow[], delegations: readonly DelegationRow[]): Access => ({
  roles: [...changes].reverse(),
  delegations: [...delegations].reverse(),
});
