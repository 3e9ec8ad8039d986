import { isDecimal } from '@zeren/kernel';
import { localDate } from '@zeren/organisation-domain';
import type { AnnualTarget, MetricTarget, SplitRow, TaskMetric } from '@zeren/tasks-domain';
import { Button } from 'antd';
import { IntegrationMarks } from '../../../design/integration.js';
import { LampShape, Mark } from '../../../design/lamp.js';
import { useMetricName } from '../../../design/metric-name.js';
import { Spoken } from '../../../design/spoken.js';
import { TargetText } from '../../../design/targets.js';
import { UnitName } from '../../../design/unit-name.js';
import { dayOf } from '../../../language/dates.js';
import { useLanguage } from '../../../language/language.js';
import { useDraftTexts } from './draft.texts.js';
import { balancesOfLine, type Difference, type Line } from './lines.js';
import { balanceTexts } from './verdict-bar.js';

type OnSet = ((row: SplitRow) => void) | undefined;

const contentOf = ({ row, task }: Line) => row ?? task?.content;

export const NameCell = ({ line, difference, sentences }: { line: Line; difference: Difference; sentences: readonly string[] }) => {
  const t = useDraftTexts();
  const { nameOf } = useLanguage();
  const content = contentOf(line);
  if (!content) return null;
  return (
    <div className={line.depth > 0 ? 'draft-deeper' : undefined}>
      <span className="mono">{content.indicatorCode}</span> {nameOf(content.name)} {line.task && <Mark>{t('task')}</Mark>} {difference && <Mark tone="strong">{t(difference)}</Mark>}
      {line.row?.integrations && <div className="small"><IntegrationMarks codes={line.row.integrations} /></div>}
      {sentences.map((sentence) => <div key={sentence} className="draft-wrong"><Spoken sentence={sentence} /></div>)}
    </div>
  );
};

export const UnitCell = ({ line }: { line: Line }) => {
  const content = contentOf(line);
  return content ? <UnitName id={content.unitId} /> : null;
};

const NumberCell = ({ label, value, onSay }: { label: string; value: string; onSay: (value: string) => void }) => (
  <input className="draft-number" aria-label={label} inputMode="decimal" aria-invalid={!isDecimal(value)} value={value} onChange={({ target }) => onSay(target.value.trim())} />
);

export const WeightCell = ({ line: { row }, onSet }: { line: Line; onSet: OnSet }) => {
  const t = useDraftTexts();
  if (!row) return null;
  // The weight of an indicator is its campaign's.
  const isRoot = row.parentKey === null && row.parentTaskId === null;
  if (!onSet || isRoot) return <>{row.weight}</>;
  return <NumberCell label={t('weightOf', { key: row.key })} value={row.weight} onSay={(weight) => onSet({ ...row, weight })} />;
};

const withTarget = (annualTargets: readonly AnnualTarget[], year: number, target: MetricTarget): readonly AnnualTarget[] =>
  annualTargets.map((annual) => (annual.year === year
    ? { ...annual, targets: annual.targets.map((one) => (one.metric === target.metric ? target : one)) }
    : annual));

type OfYear = { readonly metric: TaskMetric | undefined; readonly year: number; readonly target: MetricTarget; readonly onSay: (target: MetricTarget) => void };

const TargetInputs = ({ metric, year, target, onSay }: OfYear) => {
  const t = useDraftTexts();
  const nameOfMetric = useMetricName();
  const label = { year, metric: nameOfMetric(target.metric) };
  if (metric?.direction === 'boolean') return <TargetText metric={metric} target={target} />;
  if ('value' in target) return <NumberCell label={t('target', label)} value={target.value} onSay={(value) => onSay({ ...target, value })} />;
  return (
    <span className="row">
      <NumberCell label={t('low', label)} value={target.low} onSay={(low) => onSay({ ...target, low })} />
      <NumberCell label={t('high', label)} value={target.high} onSay={(high) => onSay({ ...target, high })} />
    </span>
  );
};

export const TargetsCell = ({ line, onSet }: { line: Line; onSet: OnSet }) => {
  const content = contentOf(line);
  const { row } = line;
  if (!content) return null;
  return (
    <div className="draft-cells">
      {content.annualTargets.map(({ year, targets }) => targets.map((target) => {
        const metric = content.metrics.find(({ code }) => code === target.metric);
        return (
          <span key={`${year}${target.metric}`} className="draft-cell">
            <span>{year}{metric?.unit && ` · ${metric.unit}`}</span>
            {row && onSet
              ? <TargetInputs metric={metric} year={year} target={target} onSay={(said) => onSet({ ...row, annualTargets: withTarget(row.annualTargets, year, said) })} />
              : <TargetText metric={metric} target={target} />}
          </span>
        );
      }))}
    </div>
  );
};

export const DatesCell = ({ line }: { line: Line }) => {
  const t = useDraftTexts();
  const { language } = useLanguage();
  const content = contentOf(line);
  if (!content) return null;
  const days = [...new Set(content.annualTargets.map(({ dueAt }) => localDate(dueAt).slice(5)))];
  const [only] = days;
  const years = content.annualTargets.map(({ year }) => year);
  return (
    <ul className="plain small">
      {days.length === 1 && only
        ? <li className="nowrap">{years[0]}–{years.at(-1)} · {only}</li>
        : content.annualTargets.map(({ year, dueAt }) => <li key={year} className="nowrap">{dayOf(dueAt, language)}</li>)}
      <li className="nowrap">{t('final', { day: dayOf(content.deadline, language) })}</li>
    </ul>
  );
};

/** The sums of what is split from a line, live, and a way to balance them. */
export const SumsCell = ({ line, onRest }: { line: Line; onRest: ((line: Line) => void) | undefined }) => {
  const t = useDraftTexts();
  const balances = balancesOfLine(line);
  if (balances.length === 0) return null;
  return (
    <>
      <ul className="plain small">
        {balances.map(({ what, year, metric, sum, expected, holds }) => (
          <li key={`${what}${year}${metric}`} className="row">
            <span>{what === 'weight' ? t('sumWeight', { sum, expected }) : t('sumShare', { year: `${year}`, sum, expected })}</span>
            <LampShape colour={holds ? 'green' : 'red'} texts={balanceTexts} />
          </li>
        ))}
      </ul>
      {onRest && balances.some(({ holds }) => !holds) && <Button size="small" onClick={() => onRest(line)}>{t('rest')}</Button>}
    </>
  );
};
