import type { LocalisedText } from '@zeren/kernel';
import { holdsOn, isCalendarDate, type UnitRow } from '@zeren/organisation-domain';
import type { Clause, ContractContent, ContractParty, ContractTerm, LegalBasis } from './contract.events.js';
import { refuse } from './refusals.js';

/** What the issuer proposes; the tasks come from the split. */
export type ContractProposal = {
  readonly responsibleUnitId: string;
  readonly responsibleTenantId: string;
  readonly responsiblePostId: string;
  readonly issuerPostId: string;
  readonly title: LocalisedText;
  /** Public id of the split. */
  readonly splitId: string;
  readonly legalBasis: readonly LegalBasis[];
  readonly clauses: readonly Clause[];
  readonly period: { readonly from: string; readonly until: string };
};

/** What a draft needs to know of other contexts. */
export type DraftFacts = {
  /** The versions of the two parties' units that the issuing tenant sees. */
  readonly units: readonly UnitRow[];
  readonly split: { readonly isPublished: boolean };
  /** The tasks of the split that the responsible unit leads, in order of indicator. */
  readonly terms: readonly ContractTerm[];
  /** The tenants in which those tasks' lead unit works. */
  readonly unitTenantIds: readonly string[];
};

/** The unit a post belongs to: the post's id is the unit's with `.head`, `.deputy` or the like. */
export const unitOfPost = (postId: string): string => postId.slice(0, Math.max(postId.lastIndexOf('.'), 0));

/**
 * The first version of a contract, from a proposal and what is known of its parties and tasks on the day of drafting.
 * Refuses where no contract may come of it.
 */
export const draftContent = (
  contract: { readonly id: string; readonly tenantId: string; readonly day: string },
  proposal: ContractProposal,
  facts: DraftFacts,
): ContractContent => {
  const { splitId, responsibleUnitId, responsibleTenantId, responsiblePostId, issuerPostId } = proposal;
  if (!facts.split.isPublished) refuse('split-not-published', 'splitId', { splitId });
  const issuer = partyOf(contract.tenantId, issuerPostId, unitOn(facts, unitOfPost(issuerPostId), contract.day, 'issuerPostId'));
  const responsibleUnit = unitOn(facts, responsibleUnitId, contract.day, 'responsibleUnitId');
  if (responsibleUnit.kind === 'village' || responsibleUnit.kind === 'grid') refuse('party-not-contractible', 'responsibleUnitId');
  if (facts.terms.length === 0) refuse('contract-without-tasks', 'splitId', { splitId, unitId: responsibleUnitId });
  if (facts.unitTenantIds.some((tenantId) => tenantId !== responsibleTenantId)) {
    refuse('responsible-tenant-wrong', 'responsibleTenantId', { unitId: responsibleUnitId, tenantId: responsibleTenantId });
  }
  const content: ContractContent = {
    contractId: contract.id,
    version: 1,
    title: proposal.title,
    issuer,
    responsible: partyOf(responsibleTenantId, responsiblePostId, responsibleUnit),
    legalBasis: proposal.legalBasis,
    splitId,
    terms: facts.terms,
    clauses: proposal.clauses,
    period: proposal.period,
  };
  requireSound(content);
  return content;
};

const unitOn = ({ units }: DraftFacts, unitId: string, day: string, field: string): UnitRow =>
  units.find((unit) => unit.unitId === unitId && holdsOn({ from: unit.validFrom, until: unit.validUntil }, day))
  ?? refuse('party-unknown', field, { unitId });

const partyOf = (tenantId: string, postId: string, unit: UnitRow): ContractParty =>
  ({ tenantId, unitId: unit.unitId, unitName: unit.name, postId });

/** What holds of every contract, whatever it was drafted from. */
export const requireSound = ({ issuer, responsible, legalBasis, clauses, period, terms, splitId }: ContractContent): void => {
  if (legalBasis.length === 0) refuse('contract-without-basis', 'legalBasis');
  legalBasis.forEach((basis, index) => {
    if (!isStated(basis)) refuse('contract-without-basis', `legalBasis[${index}]`);
  });
  requireClauses(clauses);
  if (issuer.unitId === responsible.unitId) refuse('parties-identical', 'responsibleUnitId');
  if (unitOfPost(responsible.postId) !== responsible.unitId) {
    refuse('post-not-of-party', 'responsiblePostId', { postId: responsible.postId, unitId: responsible.unitId });
  }
  if (terms.length === 0) refuse('contract-without-tasks', 'splitId', { splitId, unitId: responsible.unitId });
  if (!isCalendarDate(period.from) || !isCalendarDate(period.until) || period.until < period.from) refuse('period-wrong', 'period');
};

const isStated = ({ title, number }: LegalBasis): boolean => title.trim() !== '' && number.trim() !== '';

const requireClauses = (clauses: readonly Clause[]): void => {
  const codes = new Set<string>();
  clauses.forEach(({ code, kind, legalBasis }, index) => {
    if (codes.has(code)) refuse('clause-repeated', `clauses[${index}].code`, { code });
    codes.add(code);
    const needsBasis = kind === 'veto' || legalBasis !== null;
    if (needsBasis && (legalBasis === null || !isStated(legalBasis))) {
      refuse('veto-without-basis', `clauses[${index}].legalBasis`, { code });
    }
  });
};
