import type { UnitRow } from '@zeren/organisation-domain';
import { endOfDay, isInstant, localDate, type SplitRow, type TaskMetric } from '@zeren/tasks-domain';
import { Input, Modal, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useMetricName } from '../../../design/metric-name.js';
import { useLanguage } from '../../../language/language.js';
import { useDraftTexts } from './draft.texts.js';
import { receiving, useUnits } from './use-ground.js';

const Field = ({ id, label, children }: { id: string; label: string; children: ReactNode }) => (
  <div className="filter"><label htmlFor={id}>{label}</label>{children}</div>
);

const dayIn = (instant: string): string => (isInstant(instant) ? localDate(instant) : '');

const Days = ({ row, onSay }: { row: SplitRow; onSay: (change: Partial<SplitRow>) => void }) => {
  const t = useDraftTexts();
  const id = useId();
  const due = (year: number, day: string) => row.annualTargets.map((annual) => (annual.year === year ? { ...annual, dueAt: day === '' ? '' : endOfDay(day) } : annual));
  return (
    <div className="row">
      {row.annualTargets.map(({ year, dueAt }) => (
        <Field key={year} id={`${id}${year}`} label={t('dueIn', { year })}>
          <input id={`${id}${year}`} type="date" className="date-field" value={dayIn(dueAt)} onChange={({ target }) => onSay({ annualTargets: due(year, target.value) })} />
        </Field>
      ))}
      <Field id={`${id}d`} label={t('deadline')}>
        <input id={`${id}d`} type="date" className="date-field" value={dayIn(row.deadline)} onChange={({ target }) => onSay({ deadline: target.value === '' ? '' : endOfDay(target.value) })} />
      </Field>
    </div>
  );
};

const countable = ({ direction }: TaskMetric): boolean => direction === 'at-least' || direction === 'at-most';

/** Whether a root's counts are shared out below; what is split from it keeps to that. */
const Distributions = ({ row, onSay }: { row: SplitRow; onSay: (change: Partial<SplitRow>) => void }) => {
  const t = useDraftTexts();
  const id = useId();
  const nameOfMetric = useMetricName();
  const isRoot = row.parentKey === null && row.parentTaskId === null;
  if (!isRoot) return null;
  const set = (code: string, distribution: TaskMetric['distribution']) => row.metrics.map((metric) => (metric.code === code ? { ...metric, distribution } : metric));
  return (
    <>
      {row.metrics.filter(countable).map(({ code, distribution }) => (
        <Field key={code} id={`${id}${code}`} label={t('distribution', { metric: nameOfMetric(code) })}>
          <Select id={`${id}${code}`} value={distribution} onChange={(value: TaskMetric['distribution']) => onSay({ metrics: set(code, value) })}
            options={[{ value: 'threshold', label: t('threshold') }, { value: 'share', label: t('shareOut') }]} />
        </Field>
      ))}
    </>
  );
};

const useNamed = (units: readonly UnitRow[]) => {
  const { nameOf } = useLanguage();
  return units.map(({ unitId, name }) => ({ value: unitId, label: nameOf(name) }));
};

/** A row whole: who leads and answers, who supports, and when it is due. */
export const RowEditor = ({ row, tenantId, onDone, onClose }: { row: SplitRow; tenantId: string; onDone: (row: SplitRow) => void; onClose: () => void }) => {
  const t = useDraftTexts();
  const id = useId();
  const { nameOf } = useLanguage();
  const [said, setSaid] = useState(row);
  const say = (change: Partial<SplitRow>): void => setSaid({ ...said, ...change });
  const [one, two, three] = [useUnits(1), useUnits(2), useUnits(3)];
  const peers = [one, two, three][row.level - 1] ?? [];
  const supporting = useNamed([...one, ...two, ...three]);
  const give = (unitId: string): void => {
    const unit = peers.find((candidate) => candidate.unitId === unitId);
    if (unit) say({ ...receiving(unit, tenantId), level: said.level });
  };
  return (
    <Modal open title={t('editTitle')} okText={t('ok')} cancelText={t('cancel')} onCancel={onClose} onOk={() => onDone(said)} width={640}>
      <div className="stack">
        <p><span className="mono">{row.indicatorCode}</span> {nameOf(row.name)} <span className="soft">{t('level', { level: row.level })}</span></p>
        <Field id={`${id}u`} label={t('unit')}>
          <Select id={`${id}u`} showSearch optionFilterProp="label" value={said.unitId} onChange={give} options={useNamed(peers)} />
        </Field>
        <Field id={`${id}p`} label={t('post')}><Input id={`${id}p`} maxLength={120} value={said.accountablePostId} onChange={({ target }) => say({ accountablePostId: target.value.trim() })} /></Field>
        <Field id={`${id}s`} label={t('supporting')}>
          <Select id={`${id}s`} mode="multiple" optionFilterProp="label" value={[...said.supportingUnitIds]} onChange={(value: string[]) => say({ supportingUnitIds: value })} options={supporting} />
        </Field>
        <Distributions row={said} onSay={say} />
        <Days row={said} onSay={say} />
      </div>
    </Modal>
  );
};
