import type { UnitRow } from '@zeren/organisation-domain';
import { endOfDay, isInstant, localDate } from '@zeren/organisation-domain';
import type { SplitRow, TaskMetric } from '@zeren/tasks-domain';
import { Input, Modal, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { IntegrationsField } from '../../../design/integration.js';
import { useMetricName } from '../../../design/metric-name.js';
import { UnitName } from '../../../design/unit-name.js';
import { useLanguage } from '../../../language/language.js';
import { useDraftTexts } from './draft.texts.js';
import { receiving, useUnits } from './use-ground.js';

const Field = ({ id, label, children }: { id: string; label: string; children: ReactNode }) => (
  <div className="filter"><label htmlFor={id}>{label}</label>{children}</div>
);

type Change = (change: Partial<SplitRow>) => void;

const TOWN_LEVEL = 3;

const dayIn = (instant: string): string => (isInstant(instant) ? localDate(instant) : '');

const Days = ({ row, onSay }: { row: SplitRow; onSay: Change }) => {
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
const Distributions = ({ row, onSay }: { row: SplitRow; onSay: Change }) => {
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

/** A row without what is said of it only where there is something to say. */
const withoutEmpty = (row: SplitRow): SplitRow => {
  const { leadCreditShare, supportingCredits = [], dutyItem, admissionDocument, integrations, ...rest } = row;
  const credits = supportingCredits.filter(({ unitId, share }) => share !== '' && row.supportingUnitIds.includes(unitId));
  return {
    ...rest, ...(leadCreditShare && { leadCreditShare }), ...(credits.length > 0 && { supportingCredits: credits }), ...(dutyItem && { dutyItem }), ...(admissionDocument && { admissionDocument }),
    ...(integrations?.length && { integrations }),
  };
};

/** How the credit is shared between the lead and those who support; nothing said, it is all the lead's. */
const Credits = ({ row, onSay }: { row: SplitRow; onSay: Change }) => {
  const t = useDraftTexts();
  const id = useId();
  const { supportingUnitIds, supportingCredits = [] } = row;
  if (supportingUnitIds.length === 0) return null;
  const give = (unitId: string, share: string) => [...supportingCredits.filter((credit) => credit.unitId !== unitId), { unitId, share }];
  return (
    <div className="row">
      <Field id={`${id}l`} label={t('creditLead')}><input id={`${id}l`} className="draft-number" inputMode="decimal" value={row.leadCreditShare ?? ''} onChange={({ target }) => onSay({ leadCreditShare: target.value.trim() })} /></Field>
      {supportingUnitIds.map((unitId) => (
        <div key={unitId} className="filter">
          <label htmlFor={id + unitId}>{t('credit')} <UnitName id={unitId} /></label>
          <input id={id + unitId} className="draft-number" inputMode="decimal" value={supportingCredits.find((credit) => credit.unitId === unitId)?.share ?? ''} onChange={({ target }) => onSay({ supportingCredits: give(unitId, target.value.trim()) })} />
        </div>
      ))}
    </div>
  );
};

/** On what ground work goes to a town that has a list of its duties. */
const Duty = ({ row, onSay }: { row: SplitRow; onSay: Change }) => {
  const t = useDraftTexts();
  const id = useId();
  if (row.level < TOWN_LEVEL) return null;
  return (
    <div className="row">
      <Field id={`${id}d`} label={t('dutyItem')}><Input id={`${id}d`} maxLength={60} value={row.dutyItem ?? ''} onChange={({ target }) => onSay({ dutyItem: target.value.trim() })} /></Field>
      <Field id={`${id}a`} label={t('admission')}><Input id={`${id}a`} maxLength={200} value={row.admissionDocument ?? ''} onChange={({ target }) => onSay({ admissionDocument: target.value })} /></Field>
    </div>
  );
};

const useNamed = (units: readonly UnitRow[]) => {
  const { nameOf } = useLanguage();
  return units.map(({ unitId, name }) => ({ value: unitId, label: nameOf(name) }));
};

/** A row whole: who leads and answers, who supports, under which integrations it counts, and when it is due. */
export const RowEditor = ({ row, tenantId, onDone, onClose }: { row: SplitRow; tenantId: string; onDone: (row: SplitRow) => void; onClose: () => void }) => {
  const t = useDraftTexts();
  const id = useId();
  const { nameOf } = useLanguage();
  const [said, setSaid] = useState(row);
  const say = (change: Partial<SplitRow>): void => setSaid((before) => ({ ...before, ...change }));
  const [one, two, three] = [useUnits(1), useUnits(2), useUnits(3)];
  const peers = [one, two, three][row.level - 1] ?? [];
  const supporting = useNamed([...one, ...two, ...three]);
  const give = (unitId: string): void => {
    const unit = peers.find((candidate) => candidate.unitId === unitId);
    if (unit) say({ ...receiving(unit, tenantId), level: said.level });
  };
  return (
    <Modal open title={t('editTitle')} okText={t('ok')} cancelText={t('cancel')} onCancel={onClose} onOk={() => onDone(withoutEmpty(said))} width={640}>
      <div className="stack">
        <p><span className="mono">{row.indicatorCode}</span> {nameOf(row.name)} <span className="soft">{t('level', { level: row.level })}</span></p>
        <Field id={`${id}u`} label={t('unit')}>
          <Select id={`${id}u`} showSearch optionFilterProp="label" value={said.unitId} onChange={give} options={useNamed(peers)} />
        </Field>
        <Field id={`${id}p`} label={t('post')}><Input id={`${id}p`} maxLength={120} value={said.accountablePostId} onChange={({ target }) => say({ accountablePostId: target.value.trim() })} /></Field>
        <Field id={`${id}s`} label={t('supporting')}>
          <Select id={`${id}s`} mode="multiple" optionFilterProp="label" value={[...said.supportingUnitIds]} onChange={(value: string[]) => say({ supportingUnitIds: value })} options={supporting} />
        </Field>
        <Credits row={said} onSay={say} />
        <Duty row={said} onSay={say} />
        <IntegrationsField value={said.integrations} onSay={(integrations) => say({ integrations })} />
        <Distributions row={said} onSay={say} />
        <Days row={said} onSay={say} />
      </div>
    </Modal>
  );
};
