import { requireSound, unitOfPost, type AssistanceItem, type ContractContent, type ContractTerm } from '@zeren/contracts-domain';
import type { Wording } from '../contract/wording-fields.js';

/** What the form of a single contract holds. */
export type Draft = Wording & {
  readonly splitId: string;
  readonly responsibleUnitId: string;
  readonly responsiblePostId: string;
  readonly responsibleSecondPostId: string;
  readonly issuerPostId: string;
  readonly issuerSecondPostId: string;
  readonly parentContractId: string;
  readonly assistance: readonly Omit<AssistanceItem, 'unitName'>[];
};

/** The tenant in which a unit works: its code begins with the tenant's. */
const tenantOf = (unitId: string): string => unitId.slice(0, 6);

/** Towns have nine digits; only under their contracts do villages and grids assist. */
export const isTown = (unitId: string): boolean => /^\d{9}$/.test(unitId);

const optional = ({ responsibleSecondPostId, issuerSecondPostId, parentContractId }: Draft) => ({
  ...(responsibleSecondPostId !== '' && { responsibleSecondPostId }),
  ...(issuerSecondPostId !== '' && { issuerSecondPostId }),
  ...(parentContractId !== '' && { parentContractId }),
});

/** What is sent. */
export const bodyOf = (draft: Draft) => {
  const { splitId, responsibleUnitId, responsiblePostId, issuerPostId, title, legalBasis, clauses, period, assistance } = draft;
  return {
    splitId, responsibleUnitId, responsibleTenantId: tenantOf(responsibleUnitId), responsiblePostId, issuerPostId, title, legalBasis, clauses, period,
    ...optional(draft),
    ...(isTown(responsibleUnitId) && assistance.length > 0 && { assistance }),
  };
};

const specimen: ContractTerm = { taskId: '', campaignId: '', indicatorCode: '', name: { zh: '', en: '' }, weight: '0', deadline: '', targets: [] };
const unnamed = { zh: '', en: '' };

/** Throws what holds of every contract and not of this one; what only the service can know, its tasks and units, is assumed. */
export const decideDraft = (draft: Draft, tenantId: string): void => {
  const { splitId, responsibleUnitId, responsiblePostId, issuerPostId, title, legalBasis, clauses, period, assistance } = draft;
  const { responsibleSecondPostId, issuerSecondPostId, parentContractId } = optional(draft);
  const content: ContractContent = {
    contractId: '', version: 1, title, splitId, legalBasis, clauses, period,
    terms: splitId === '' ? [] : [specimen],
    issuer: { tenantId, unitId: unitOfPost(issuerPostId), unitName: unnamed, postId: issuerPostId, ...(issuerSecondPostId && { secondPostId: issuerSecondPostId }) },
    responsible: { tenantId: tenantOf(responsibleUnitId), unitId: responsibleUnitId, unitName: unnamed, postId: responsiblePostId, ...(responsibleSecondPostId && { secondPostId: responsibleSecondPostId }) },
    ...(parentContractId && { parentContractId }),
    ...(isTown(responsibleUnitId) && { assistance: assistance.map((item) => ({ ...item, unitName: unnamed })) }),
  };
  requireSound(content);
};
