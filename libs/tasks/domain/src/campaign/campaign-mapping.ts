import type { Command } from '@zeren/kernel';
import type { CampaignMapped, CampaignOpened, MappingRow } from './campaign.events.js';
import { checkWeights } from './campaign-weights.js';
import { refuse } from '../refusals.js';
import { standardDifferences, type StandardText } from '../standard/standard-differences.js';
import type { StandardPublished } from '../standard/standard.events.js';

/** A version of a standard as the handler read it. */
export type StandardFact = StandardText & Pick<StandardPublished['data'], 'code' | 'version'>;

/** Move a campaign to a later version of its standard. Both versions are read by the handler. */
export type MapCampaign = Command<'MapCampaign', Omit<CampaignMapped['data'], 'fromStandardId'> & {
  readonly before: StandardFact;
  readonly after: StandardFact;
}>;

const codesOf = ({ categories }: StandardText): readonly string[] => categories.flatMap(({ indicators }) => indicators.map(({ code }) => code));

/** What follows from the codes alone: the same text is kept, another text changed, the rest ended and added. Reasons are to be given. */
export const proposedMapping = (before: StandardText, after: StandardText): readonly MappingRow[] => {
  const { added, removed, changed } = standardDifferences(before, after);
  const isChanged = new Set(changed.map(({ code }) => code));
  const isRemoved = new Set(removed.map(({ code }) => code));
  return [
    ...codesOf(before).map((code): MappingRow => (isRemoved.has(code)
      ? { from: code, to: null, outcome: 'ended', reason: '' }
      : { from: code, to: code, outcome: isChanged.has(code) ? 'changed' : 'kept', reason: '' })),
    ...added.map(({ code }): MappingRow => ({ from: null, to: code, outcome: 'added', reason: '' })),
  ];
};

/** Each code exactly once; gives nothing, refuses what is left over. */
const requireEachOnce = (codes: readonly string[], named: readonly (readonly [string | null, string])[]): void => {
  const known = new Set(codes);
  const missing = new Set(codes);
  for (const [code, field] of named) {
    if (code === null) continue;
    if (!known.has(code)) refuse('indicator-unknown', field, { indicator: code });
    if (!missing.delete(code)) refuse('indicator-repeated', field, { indicator: code });
  }
  for (const indicator of missing) refuse('indicator-not-mapped', 'rows', { indicator });
};

const sidesOf = ({ outcome }: MappingRow): readonly [from: boolean, to: boolean] => [outcome !== 'added', outcome !== 'ended'];

const checkRow = (row: MappingRow, index: number, same: ReadonlySet<string>): void => {
  const field = `rows[${index}]`;
  const [hasFrom, hasTo] = sidesOf(row);
  if ((row.from !== null) !== hasFrom || (row.to !== null) !== hasTo) refuse('mapping-outcome', `${field}.outcome`, { outcome: row.outcome });
  if (row.outcome === 'kept' && (row.from !== row.to || !same.has(row.from ?? ''))) refuse('mapping-not-kept', `${field}.outcome`, { indicator: row.from ?? '' });
  if ((row.outcome === 'changed' || row.outcome === 'ended') && row.reason.trim() === '') refuse('reason-required', `${field}.reason`);
};

export const mapCampaign = ({ before, after, ...said }: MapCampaign['data'], content: CampaignOpened['data']): readonly CampaignMapped[] => {
  if (content.standardId === said.toStandardId) return [];
  if (after.code !== before.code || after.version <= before.version) refuse('standard-not-later', 'toStandardId', { code: before.code, version: before.version });
  if (said.reason.trim() === '') refuse('reason-required', 'reason');
  if (said.document.trim() === '') refuse('document-required', 'document');
  const same = new Set(proposedMapping(before, after).filter(({ outcome }) => outcome === 'kept').map(({ from }) => from ?? ''));
  said.rows.forEach((row, index) => checkRow(row, index, same));
  requireEachOnce(codesOf(before), said.rows.map(({ from }, index) => [from, `rows[${index}].from`]));
  requireEachOnce(codesOf(after), said.rows.map(({ to }, index) => [to, `rows[${index}].to`]));
  checkWeights(said.weights, codesOf(after));
  return [{ type: 'CampaignMapped', data: { ...said, fromStandardId: content.standardId } }];
};
