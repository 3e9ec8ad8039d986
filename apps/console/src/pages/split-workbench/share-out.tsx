import { distributionKinds, type Balance, type CampaignRow, type DistributionKind, type ReceivingUnit, type SplitProgressRow, type SplitRow, type TaskRow } from '@zeren/tasks-domain';
import type { UnitRow } from '@zeren/organisation-domain';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useCommand } from '../../api/commands.js';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { LampShape } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { Failure } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { useLanguage } from '../../language/language.js';
import { balancesFor, problemsOf, proposalOf, sourceOfRow, sourceOfTask, withWeights, type Source } from './plan.js';
import { useWorkbenchTexts } from './workbench.texts.js';

const MOST_OFFERED = 200;

const Balances = ({ balances }: { balances: readonly Balance[] }) => {
  const t = useWorkbenchTexts();
  const both = { zh: '平衡', en: 'balances' };
  const texts = { green: both, grey: both, yellow: both, red: { zh: '不平衡', en: 'does not balance' } };
  return (
    <ul className="plain" aria-label={t('balance')} aria-live="polite">
      {balances.map(({ what, year, metric, sum, expected, holds }) => (
        <li key={`${what}${year}${metric}`} className="row">
          <span>{what === 'weight' ? t('sumWeight', { sum, expected }) : t('sumShare', { year: `${year}`, sum, expected })}</span>
          <LampShape colour={holds ? 'green' : 'red'} texts={texts} />
        </li>
      ))}
    </ul>
  );
};

type Place = { readonly split: SplitProgressRow; readonly draft: readonly SplitRow[] };

/** What may be shared out here: rows of the draft without children, and tasks this tenant leads. */
const useSources = ({ split, draft }: Place) => {
  const tasks = useRead<Page<TaskRow>>('/tasks', { parentTaskId: 'none', sort: 'indicatorCode', limit: MOST_OFFERED });
  const led = (tasks.data?.items ?? []).filter((task) => task.unitTenantId === split.readerTenantId && task.ownerTenantId !== split.readerTenantId);
  const parents = new Set(draft.flatMap(({ parentKey, parentTaskId }) => [parentKey, parentTaskId]));
  const sources: readonly Source[] = [...draft.map(sourceOfRow), ...led.map(sourceOfTask)].filter(({ id }) => !parents.has(id));
  return { sources, led };
};

const useUnits = (level: number) => {
  const here = useRead<Page<UnitRow>>('/units', { level, limit: MOST_OFFERED });
  return (here.data?.items ?? []).filter(({ validUntil }) => validUntil === null);
};

const receiving = (unit: UnitRow, tenantId: string): ReceivingUnit => ({
  unitId: unit.unitId, unitTenantId: unit.kind === 'district' ? unit.unitId : tenantId, accountablePostId: `${unit.unitId}.head`, level: unit.level ?? 1,
});

type Choice = { readonly sourceId: string | undefined; readonly unitIds: readonly string[]; readonly kind: DistributionKind; readonly parts: Readonly<Record<string, string>> };
const nothingChosen: Choice = { sourceId: undefined, unitIds: [], kind: 'equal', parts: {} };

const asksParts = (kind: DistributionKind): boolean => kind === 'population' || kind === 'fixed';

/** What is shared out, among whom, by which rule. */
const Choices = ({ choice, sources, offered, onChoose }: {
  choice: Choice; sources: readonly Source[]; offered: readonly UnitRow[]; onChoose: (change: Partial<Choice>) => void;
}) => {
  const t = useWorkbenchTexts();
  const id = useId();
  const { nameOf } = useLanguage();
  const { sourceId, unitIds, kind, parts } = choice;
  return (
    <>
      <div className="filter"><label htmlFor={`${id}p`}>{t('parent')}</label>
        <Select id={`${id}p`} showSearch optionFilterProp="label" value={sourceId ?? null} onChange={(value: string) => onChoose({ sourceId: value, unitIds: [] })}
          options={sources.map(({ id: value, content }) => ({ value, label: `${content.indicatorCode} ${nameOf(content.name)}` }))} />
      </div>
      <div className="filter"><label htmlFor={`${id}u`}>{t('units')}</label>
        <Select id={`${id}u`} mode="multiple" optionFilterProp="label" placeholder={t('searchUnits')} value={[...unitIds]} onChange={(value: string[]) => onChoose({ unitIds: value })}
          options={offered.map((unit) => ({ value: unit.unitId, label: nameOf(unit.name) }))} />
      </div>
      <div className="filter"><label htmlFor={`${id}r`}>{t('rule')}</label>
        <Select id={`${id}r`} value={kind} onChange={(value: DistributionKind) => onChoose({ kind: value })} options={distributionKinds.map((value) => ({ value, label: t(value) }))} />
      </div>
      {asksParts(kind) && offered.filter(({ unitId }) => unitIds.includes(unitId)).map(({ unitId, name }) => (
        <div key={unitId} className="filter"><label htmlFor={`${id}${unitId}`}>{nameOf(name)}: {t('part')}</label>
          <Input id={`${id}${unitId}`} inputMode="decimal" value={parts[unitId] ?? ''} onChange={({ target }) => onChoose({ parts: { ...parts, [unitId]: target.value.trim() } })} />
        </div>
      ))}
    </>
  );
};

const targetsText = ({ annualTargets }: SplitRow): string =>
  annualTargets.map(({ year, targets }) => `${year}: ${targets.map((target) => ('value' in target ? target.value : `${target.low}–${target.high}`)).join(', ')}`).join('; ');

/** The rows as they would be, their weights to be changed by hand, their sums, and what is still wrong with them. */
const ProposedRows = ({ source, rows, problems, onWeigh }: {
  source: Source; rows: readonly SplitRow[]; problems: readonly string[]; onWeigh: (key: string, weight: string) => void;
}) => {
  const t = useWorkbenchTexts();
  return (
    <>
      <Ledger caption={t('share')} rows={rows} keyOf={({ key }) => key} columns={[
        { key: 'unit', title: t('unit'), lead: true, cell: ({ unitId }) => <UnitName id={unitId} /> },
        { key: 'targets', title: t('targets'), wide: true, cell: targetsText },
        { key: 'weight', title: t('weight'), end: true, cell: ({ key, weight }) => (
          <Input aria-label={`${t('weight')} ${key}`} inputMode="decimal" style={{ width: 96 }} value={weight} onChange={({ target }) => onWeigh(key, target.value.trim())} />
        ) },
      ]} />
      <Balances balances={balancesFor(source, rows)} />
      {problems.length === 0
        ? <p className="soft">{t('sound')}</p>
        : <div role="alert"><b>{t('problems')}</b><ul>{problems.map((problem) => <li key={problem} className="why">{problem}</li>)}</ul></div>}
    </>
  );
};

/** The rows that the choice makes by the reader's own weights, and what is wrong with them. */
const usePlan = ({ split, draft }: Place, led: readonly TaskRow[], said: { source: Source | undefined; units: readonly UnitRow[]; choice: Choice; weights: Readonly<Record<string, string>> }) => {
  const { language } = useLanguage();
  const campaigns = useRead<Page<CampaignRow>>('/campaigns', {}, { fresh: 60_000 });
  const { source, units, choice: { kind, parts }, weights } = said;
  if (!source || units.length === 0) return { rows: [], problems: [], refusal: undefined };
  const rule = { kind, parts: asksParts(kind) ? units.map(({ unitId }) => parts[unitId] ?? '') : [] };
  const proposal = proposalOf(source, units.map((unit) => receiving(unit, split.readerTenantId)), rule, language);
  const rows = withWeights(proposal.rows, weights);
  const problems = rows.length > 0 ? problemsOf({ rows, draft, split, campaigns: campaigns.data?.items ?? [], tasks: led }, language) : [];
  return { rows, problems, refusal: proposal.refusal };
};

/** Shares one item out among units by a rule, with its sums as they stand, and adds the rows to the draft. */
export const ShareOut = ({ split, draft }: Place) => {
  const t = useWorkbenchTexts();
  const { sources, led } = useSources({ split, draft });
  const [choice, setChoice] = useState(nothingChosen);
  const [weights, setWeights] = useState<Readonly<Record<string, string>>>({});
  const source = sources.find(({ id }) => id === choice.sourceId);
  const offered = useUnits((source?.content.level ?? 1) + 1);
  const units = offered.filter(({ unitId }) => choice.unitIds.includes(unitId));
  const { rows, problems, refusal } = usePlan({ split, draft }, led, { source, units, choice, weights });
  const choose = (change: Partial<Choice>): void => {
    setChoice({ ...choice, ...change });
    setWeights({});
  };
  const send = useCommand(() => choose(nothingChosen));
  return (
    <section className="sheet stack">
      <h2>{t('share')}</h2>
      {sources.length === 0 && <p className="soft">{t('noParents')}</p>}
      <Choices choice={choice} sources={sources} offered={offered} onChoose={choose} />
      {refusal && <p className="why" role="alert">{refusal.sentence}</p>}
      {source && rows.length > 0 && <ProposedRows source={source} rows={rows} problems={problems} onWeigh={(key, weight) => setWeights({ ...weights, [key]: weight })} />}
      {send.isError && <Failure failure={send.error} />}
      <div><Button type="primary" disabled={rows.length === 0 || problems.length > 0} loading={send.isPending}
        onClick={() => send.mutate({ path: `/splits/${idOf(split)}/rows`, body: { part: split.parts + 1, rows }, revision: split.revision })}>{t('add')}</Button></div>
    </section>
  );
};
