import { compare, isDecimal, sameData, type Caller, type Command, type Decider } from '@zeren/kernel';
import { acceptedCredits, ownerOf, requireCreditable, requireOneOwner, sameIndicator, type CreditFacts } from './credits.js';
import type { Credit, EvidenceEvent, EvidenceFiled, EvidenceFormat, Place } from './evidence.events.js';
import { isImage } from './media.js';
import { refuse } from './refusals.js';

/** File a piece of evidence; its bytes are already checked and named by their hash. */
export type FileEvidence = Command<'FileEvidence', { readonly content: EvidenceFiled['data']; readonly facts: CreditFacts }>;
/** Let it count for further indicators. */
export type CreditEvidence = Command<'CreditEvidence', { readonly credits: readonly Credit[]; readonly facts: CreditFacts }>;
export type WithdrawEvidence = Command<'WithdrawEvidence', { readonly reason: string }>;
/** `successor` is what the better piece of evidence counts for; null where there is none in force of the same unit. */
export type SupersedeEvidence = Command<'SupersedeEvidence', {
  readonly evidenceId: string;
  readonly byEvidenceId: string;
  readonly reason: string;
  readonly successor: { readonly unitId: string; readonly credits: readonly Credit[] } | null;
}>;
export type EvidenceCommand = FileEvidence | CreditEvidence | WithdrawEvidence | SupersedeEvidence;

type Filed = { readonly content: EvidenceFiled['data']; readonly credits: readonly Credit[] };
export type Evidence =
  | { readonly status: 'none' }
  | ({ readonly status: 'filed' } & Filed)
  | ({ readonly status: 'withdrawn'; readonly reason: string } & Filed)
  | ({ readonly status: 'superseded'; readonly reason: string; readonly byEvidenceId: string } & Filed);
export type EvidenceStatus = Exclude<Evidence['status'], 'none'>;

/** A division's creation office acts for the division; a city or district office also for each unit of its tenant. */
export const actsForUnit = ({ tenantId, unitId: own, roles }: Pick<Caller, 'tenantId' | 'unitId' | 'roles'>, unitId: string): boolean => {
  if (own === unitId || own === `${unitId}-creation-office`) return true;
  const isOffice = roles.includes('city-office') || roles.includes('district-office');
  return isOffice && (unitId === tenantId || unitId.startsWith(`${tenantId}-`) || (unitId.startsWith(tenantId) && /^\d+/.test(unitId.slice(tenantId.length))));
};

const requireActing = (caller: Caller, unitId: string): void => {
  if (!actsForUnit(caller, unitId)) refuse('evidence-unit-not-yours', 'unitId', { unit: unitId });
};

const requireReason = (reason: string): void => {
  if (reason.trim() === '') refuse('evidence-reason-missing', 'reason');
};

const decide = (command: EvidenceCommand, state: Evidence, caller: Caller): readonly EvidenceEvent[] => {
  if (command.type === 'FileEvidence') return file(command.data, state, caller);
  if (state.status === 'none') return refuse('evidence-not-filed');
  requireActing(caller, state.content.unitId);
  switch (command.type) {
    case 'CreditEvidence': return credit(command.data, inForce(state));
    case 'WithdrawEvidence': return withdraw(command.data, state);
    case 'SupersedeEvidence': return supersede(command.data, state);
  }
};

const inForce = (state: Evidence): Filed => (state.status === 'filed' ? state : refuse('evidence-not-in-force'));

const file = ({ content: said, facts }: FileEvidence['data'], state: Evidence, caller: Caller): readonly EvidenceEvent[] => {
  const content = { ...said, credits: acceptedCredits(said.credits, said.format, facts) };
  if (state.status !== 'none') return sameData(state.content, content) ? [] : refuse('evidence-exists');
  const { unitId, format, file: stored, capture, credits } = content;
  requireActing(caller, unitId);
  requireFitting(format, stored.mediaType);
  if (capture.place) requirePlace(capture.place);
  requireCreditable(credits, unitId, facts);
  return [{ type: 'EvidenceFiled', data: content }];
};

const requireFitting = (format: EvidenceFormat, mediaType: string): void => {
  if (format === 'photo' && !isImage(mediaType)) refuse('evidence-format-unfit', 'format', { mediaType });
};

const requirePlace = ({ latitude, longitude }: Place): void => {
  const lies = (value: string, within: string) => isDecimal(value) && compare(value, `-${within}`) >= 0 && compare(value, within) <= 0;
  if (!lies(latitude, '90')) refuse('evidence-place-wrong', 'latitude');
  if (!lies(longitude, '180')) refuse('evidence-place-wrong', 'longitude');
};

const credit = ({ credits, facts }: CreditEvidence['data'], { content, credits: known }: Filed): readonly EvidenceEvent[] => {
  const added = acceptedCredits(credits.filter((one) => !known.some((earlier) => sameIndicator(earlier, one))), content.format, facts);
  if (added.length === 0 && credits.length > 0) return [];
  requireCreditable(added, content.unitId, facts);
  requireOneOwner([...known, ...added]);
  return [{ type: 'EvidenceCredited', data: { unitId: content.unitId, format: content.format, credits: added } }];
};

const withdraw = ({ reason }: WithdrawEvidence['data'], state: Exclude<Evidence, { status: 'none' }>): readonly EvidenceEvent[] => {
  requireReason(reason);
  if (state.status === 'withdrawn' && state.reason === reason) return [];
  return [{ type: 'EvidenceWithdrawn', data: { reason, credits: inForce(state).credits } }];
};

const supersede = (
  { evidenceId, byEvidenceId, reason, successor }: SupersedeEvidence['data'], state: Exclude<Evidence, { status: 'none' }>,
): readonly EvidenceEvent[] => {
  requireReason(reason);
  if (state.status === 'superseded' && state.byEvidenceId === byEvidenceId) return [];
  const { content, credits } = inForce(state);
  if (byEvidenceId === evidenceId) refuse('evidence-successor-itself', 'byEvidenceId');
  if (!successor || successor.unitId !== content.unitId) return refuse('evidence-successor-not-in-force', 'byEvidenceId');
  for (const one of credits) {
    if (!successor.credits.some((other) => sameIndicator(other, one))) {
      refuse('evidence-successor-lacks-credit', 'byEvidenceId', { indicator: one.indicatorCode });
    }
  }
  return [{ type: 'EvidenceSuperseded', data: { byEvidenceId, reason, credits } }];
};

const evolve = (state: Evidence, event: EvidenceEvent): Evidence => {
  if (event.type === 'EvidenceFiled') return { status: 'filed', content: event.data, credits: event.data.credits };
  if (state.status === 'none') return state;
  const { content, credits } = state;
  switch (event.type) {
    case 'EvidenceCredited': return { ...state, credits: [...credits, ...event.data.credits] };
    case 'EvidenceWithdrawn': return { status: 'withdrawn', reason: event.data.reason, content, credits };
    case 'EvidenceSuperseded': {
      const { reason, byEvidenceId } = event.data;
      return { status: 'superseded', reason, byEvidenceId, content, credits };
    }
  }
};

/** A piece of evidence: its stream is the filing tenant's, shared with the tenant whose campaign it counts for. */
export const evidenceDecider: Decider<Evidence, EvidenceCommand, EvidenceEvent> = {
  category: 'evidence',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: (state) => (state.status === 'none' ? [] : [...new Set(state.content.credits.map(ownerOf))]),
};
