import { localDate } from '@zeren/organisation-domain';
import { changesOf, type SplitProgressRow, type SplitRow } from '@zeren/tasks-domain';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useRead } from '../../../api/reads.js';
import { idOf } from '../../../api/rows.js';
import { IntegrationMarks } from '../../../design/integration.js';
import { Mark } from '../../../design/lamp.js';
import { Ledger } from '../../../design/ledger.js';
import { Resource } from '../../../design/states.js';
import { UnitName, UnitNames } from '../../../design/unit-name.js';
import { useLanguage } from '../../../language/language.js';
import { useDraftTexts } from './draft.texts.js';

const SHOWN_AT_ONCE = 50;

type Pair = { readonly key: string; readonly kind: 'changed' | 'replaced' | 'added' | 'removed'; readonly before: SplitRow | undefined; readonly after: SplitRow | undefined };

/** Rows that differ between the version in force and the draft, each with how it was and how it is to be. */
export const pairsOf = (before: readonly SplitRow[], after: readonly SplitRow[]): readonly Pair[] => {
  const [old, fresh] = [before, after].map((rows) => new Map(rows.map((row) => [row.key, row]))) as [Map<string, SplitRow>, Map<string, SplitRow>];
  return [
    ...changesOf(before, after).map(({ key, kind }) => ({ key, kind, before: old.get(key), after: fresh.get(key) })),
    ...after.filter(({ key }) => !old.has(key)).map((row): Pair => ({ key: row.key, kind: 'added', before: undefined, after: row })),
  ];
};

const targetsText = ({ annualTargets }: SplitRow): string =>
  annualTargets.map(({ year, targets }) => `${year}: ${targets.map((target) => ('value' in target ? target.value : `${target.low}–${target.high}`)).join(', ')}`).join('; ');

/** A row in short: unit, weight, targets, dates, who supports. */
const Said = ({ row }: { row: SplitRow | undefined }) => {
  const t = useDraftTexts();
  if (!row) return <>—</>;
  return (
    <ul className="plain small">
      <li><UnitName id={row.unitId} /></li>
      <li>{t('weight')} {row.weight}</li>
      <li>{targetsText(row)}</li>
      <li>{row.annualTargets.map(({ dueAt }) => localDate(dueAt)).join(', ')} · {t('final', { day: localDate(row.deadline) })}</li>
      {row.supportingUnitIds.length > 0 && <li>{t('supporting')} <UnitNames ids={row.supportingUnitIds} /></li>}
      {row.integrations && <li><IntegrationMarks codes={row.integrations} /></li>}
    </ul>
  );
};

const kindTexts = { changed: 'kindChanged', replaced: 'kindReplaced', added: 'kindAdded', removed: 'kindRemoved' } as const;

const Pairs = ({ pairs }: { pairs: readonly Pair[] }) => {
  const t = useDraftTexts();
  const { nameOf } = useLanguage();
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const count = (kind: Pair['kind']): number => pairs.filter((pair) => pair.kind === kind).length;
  if (pairs.length === 0) return <p className="soft">{t('same')}</p>;
  return (
    <>
      <p>{t('compareLead', { changed: count('changed'), replaced: count('replaced'), added: count('added'), removed: count('removed') })}</p>
      <Ledger caption={t('compare')} rows={pairs.slice(0, shown)} keyOf={({ key }) => key} columns={[
        { key: 'name', title: t('name'), lead: true, cell: ({ before, after }) => <><span className="mono">{(after ?? before)?.indicatorCode}</span> {nameOf((after ?? before)?.name)}</> },
        { key: 'kind', title: t('kind'), wide: true, cell: ({ kind }) => <Mark>{t(kindTexts[kind])}</Mark> },
        { key: 'old', title: t('old'), cell: ({ before }) => <Said row={before} /> },
        { key: 'new', title: t('new'), cell: ({ after }) => <Said row={after} /> },
      ]} />
      {pairs.length > shown && <div><Button onClick={() => setShown(shown + SHOWN_AT_ONCE)}>{t('more')}</Button></div>}
    </>
  );
};

/** The draft of a revision, as it is saved, beside the version in force. */
export const Comparison = ({ split, draft }: { split: SplitProgressRow; draft: readonly SplitRow[] }) => {
  const t = useDraftTexts();
  const before = useRead<{ readonly items: readonly SplitRow[] }>(`/splits/${idOf(split)}/rows`, { version: split.version - 1 }, { immediate: true, fresh: Infinity });
  return (
    <section className="sheet stack">
      <h2>{t('compare')}</h2>
      <Resource of={before} lines={4}>{({ items }) => <Compared before={items} after={draft} />}</Resource>
    </section>
  );
};

const Compared = ({ before, after }: { before: readonly SplitRow[]; after: readonly SplitRow[] }) => {
  const pairs = useMemo(() => pairsOf(before, after), [before, after]);
  return <Pairs pairs={pairs} />;
};
