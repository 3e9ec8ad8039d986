import { compare, isDecimal, type LocalisedText } from '@zeren/kernel';
import { holdsOn, isCalendarDate, type UnitRow } from '@zeren/organisation-domain';
import type { AssistanceItem, Clause, ContractContent, ContractParty, ContractTerm, LegalBasis } from './contract.events.js';
import { postsOf } from './contract-state.js';
import { refuse } from './refusals.js';

/** What the issuer proposes; the tasks come from the split. */
export type ContractProposal = {
  readonly responsibleUnitId: string;
  readonly responsibleTenantId: string;
  readonly responsiblePostId: string;
  readonly issuerPostId: string;
  /** The other head of a side, where both sign. */
  readonly responsibleSecondPostId?: string | undefined;
  readonly issuerSecondPostId?: string | undefined;
  readonly title: LocalisedText;
  /** Public id of the split. */
  readonly splitId: string;
  readonly legalBasis: readonly LegalBasis[];
  readonly clauses: readonly Clause[];
  readonly period: { readonly from: string; readonly until: string };
  /** The contract above, of which this one passes work on. */
  readonly parentContractId?: string | undefined;
  readonly assistance?: readonly Omit<AssistanceItem, 'unitName'>[] | undefined;
};

/** The contract above, as far as one below it must fit. */
export type ParentContract = {
  readonly isInForce: boolean;
  readonly responsible: ContractParty;
  readonly taskIds: readonly string[];
  readonly period: ContractContent['period'];
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
  /** By task: the tasks it descends from. */
  readonly ancestors: Readonly<Record<string, readonly string[]>>;
  /** Null where none is named, or none of that id is to be seen. */
  readonly parent: ParentContract | null;
};

/** The unit a post belongs to: the post's id is the unit's with `.head`, `.deputy` or the like. */
export const unitOfPost = (postId: string): string => postId.slice(0, Math.max(postId.lastIndexOf('.'), 0));

/**
 * A version of a contract, from a proposal and what is known of its parties and tasks on the day of drafting.
 * Refuses where no contract may come of it.
 */
export const draftContent = (
  contract: { readonly id: string; readonly tenantId: string; readonly day: string; readonly version: number },
  proposal: ContractProposal,
  facts: DraftFacts,
): ContractContent => {
  const { splitId, responsibleUnitId, responsibleTenantId, parentContractId, assistance } = proposal;
  if (!facts.split.isPublished) refuse('split-not-published', 'splitId', { splitId });
  const issuerUnit = unitOn(facts, unitOfPost(proposal.issuerPostId), contract.day, 'issuerPostId');
  const responsibleUnit = unitOn(facts, responsibleUnitId, contract.day, 'responsibleUnitId');
  if (isBelowTown(responsibleUnit)) refuse('party-not-contractible', 'responsibleUnitId');
  if (facts.terms.length === 0) refuse('contract-without-tasks', 'splitId', { splitId, unitId: responsibleUnitId });
  if (facts.unitTenantIds.some((tenantId) => tenantId !== responsibleTenantId)) {
    refuse('responsible-tenant-wrong', 'responsibleTenantId', { unitId: responsibleUnitId, tenantId: responsibleTenantId });
  }
  const content: ContractContent = {
    contractId: contract.id,
    version: contract.version,
    title: proposal.title,
    issuer: partyOf(contract.tenantId, issuerUnit, proposal.issuerPostId, proposal.issuerSecondPostId),
    responsible: partyOf(responsibleTenantId, responsibleUnit, proposal.responsiblePostId, proposal.responsibleSecondPostId),
    legalBasis: proposal.legalBasis,
    splitId,
    terms: facts.terms,
    clauses: proposal.clauses,
    period: proposal.period,
    ...(parentContractId !== undefined && { parentContractId }),
    ...(assistance && assistance.length > 0 && { assistance: assistanceOf(assistance, responsibleUnit, facts, contract.day) }),
  };
  requireSound(content);
  if (parentContractId !== undefined) requireDescent(content, facts, parentContractId);
  return content;
};

const isBelowTown = ({ kind }: UnitRow): boolean => kind === 'village' || kind === 'grid';

const unitOn = ({ units }: DraftFacts, unitId: string, day: string, field: string): UnitRow =>
  units.find((unit) => unit.unitId === unitId && holdsOn({ from: unit.validFrom, until: unit.validUntil }, day))
  ?? refuse('party-unknown', field, { unitId });

const partyOf = (tenantId: string, unit: UnitRow, postId: string, secondPostId: string | undefined): ContractParty =>
  ({ tenantId, unitId: unit.unitId, unitName: unit.name, postId, ...(secondPostId !== undefined && { secondPostId }) });

/** Villages and grids under the town assist; they sign nothing. */
const assistanceOf = (
  items: readonly Omit<AssistanceItem, 'unitName'>[], town: UnitRow, facts: DraftFacts, day: string,
): readonly AssistanceItem[] => {
  if (town.kind !== 'town') refuse('assistance-not-under-town', 'assistance');
  return items.map(({ code, unitId, text, funds, fundsSource }, index) => {
    const unit = unitOn(facts, unitId, day, `assistance[${index}].unitId`);
    if (!isBelowTown(unit)) refuse('assistance-unit-wrong', `assistance[${index}].unitId`, { unitId });
    return { code, unitId, unitName: unit.name, text, funds, fundsSource };
  });
};

/** A contract below passes on what its issuer answers for above, within the same time, and nothing else. */
const requireDescent = ({ issuer, terms, period }: ContractContent, { parent, ancestors }: DraftFacts, parentContractId: string): void => {
  if (!parent?.isInForce) return refuse('parent-not-in-force', 'parentContractId', { parentContractId });
  if (parent.responsible.unitId !== issuer.unitId || parent.responsible.tenantId !== issuer.tenantId) {
    refuse('parent-of-another', 'parentContractId', { parentContractId, unitId: issuer.unitId });
  }
  const above = new Set(parent.taskIds);
  const foreign = terms.find(({ taskId }) => !(ancestors[taskId] ?? []).some((id) => above.has(id)));
  if (foreign) refuse('term-not-from-parent', 'parentContractId', { taskId: foreign.taskId, parentContractId });
  if (period.from < parent.period.from || period.until > parent.period.until) refuse('period-outside-parent', 'period');
};

/** What holds of every contract, whatever it was drafted from. */
export const requireSound = (content: ContractContent): void => {
  const { issuer, responsible, legalBasis, clauses, period, terms, splitId } = content;
  if (legalBasis.length === 0) refuse('contract-without-basis', 'legalBasis');
  legalBasis.forEach((basis, index) => {
    if (!isStated(basis)) refuse('contract-without-basis', `legalBasis[${index}]`);
  });
  requireClauses(clauses);
  if (issuer.unitId === responsible.unitId) refuse('parties-identical', 'responsibleUnitId');
  requirePosts(responsible, 'responsible');
  requirePosts(issuer, 'issuer');
  if (terms.length === 0) refuse('contract-without-tasks', 'splitId', { splitId, unitId: responsible.unitId });
  if (!isCalendarDate(period.from) || !isCalendarDate(period.until) || period.until < period.from) refuse('period-wrong', 'period');
  requireFunded(content.assistance ?? []);
};

const requirePosts = (party: ContractParty, side: 'responsible' | 'issuer'): void => {
  const { unitId, postId, secondPostId } = party;
  const field = (wrong: string) => (wrong === postId ? `${side}PostId` : `${side}SecondPostId`);
  for (const each of postsOf(party)) if (unitOfPost(each) !== unitId) refuse('post-not-of-party', field(each), { postId: each, unitId });
  if (secondPostId === postId) refuse('heads-identical', `${side}SecondPostId`, { postId });
};

/** National rules: work handed down comes with the means for it. */
const requireFunded = (items: readonly AssistanceItem[]): void => {
  const codes = new Set<string>();
  items.forEach(({ code, funds, fundsSource }, index) => {
    if (codes.has(code)) refuse('clause-repeated', `assistance[${index}].code`, { code });
    codes.add(code);
    if (!isDecimal(funds) || compare(funds, '0') < 0 || fundsSource.trim() === '') refuse('assistance-unfunded', `assistance[${index}].funds`, { code });
  });
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
