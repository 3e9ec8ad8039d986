import { measureRelations, type MappedIndicator, type StandardDocumentRow, type StandardRow } from '@zeren/tasks-domain';
import { Button, Input, Radio, Select } from 'antd';
import { idOf } from '../../api/rows.js';
import type { Refusal } from '../../design/refusal.js';
import { useMetricName } from '../../design/metric-name.js';
import { useLanguage } from '../../language/language.js';
import { Field } from '../task/form-parts.js';
import { indicatorsOf } from './measure-draft.js';
import { useMeasureTexts } from './measures.texts.js';

type Choosing = {
  readonly at: number;
  readonly row: MappedIndicator;
  /** Every version of every standard, and the text of those chosen so far. */
  readonly versions: readonly StandardRow[];
  readonly standards: readonly StandardDocumentRow[];
  readonly refusal: Refusal | undefined;
  readonly onChange: (row: MappedIndicator) => void;
  readonly onRemove: (() => void) | undefined;
};

/** Which metric of which indicator of which version of a standard. */
const Choice = ({ at, row, versions, standards, refusal, onChange }: Choosing) => {
  const t = useMeasureTexts();
  const { nameOf } = useLanguage();
  const metricName = useMetricName();
  const field = `indicators[${at}]`;
  const indicators = indicatorsOf(standards.find((one) => idOf(one) === row.standardId));
  const metrics = indicators.find(({ code }) => code === row.indicatorCode)?.metrics ?? [];
  const choose = (code: string) => onChange({ ...row, indicatorCode: code, metric: indicators.find((one) => one.code === code)?.metrics[0]?.code ?? '' });
  return (
    <>
      <Field name={`${field}.standardId`} label={t('standard')} refusal={refusal}>
        {(id) => <Select id={id} value={row.standardId || null} onChange={(standardId: string) => onChange({ ...row, standardId, indicatorCode: '', metric: '' })}
          options={versions.map((one) => ({ value: idOf(one), label: `${nameOf(one.name)} · ${one.version}` }))} />}
      </Field>
      <Field name={`${field}.indicatorCode`} label={t('indicator')} refusal={refusal}>
        {(id) => <Select id={id} showSearch optionFilterProp="label" disabled={indicators.length === 0} value={row.indicatorCode || null} onChange={choose}
          options={indicators.map(({ code, name }) => ({ value: code, label: `${code} ${nameOf(name)}` }))} />}
      </Field>
      {metrics.length > 1 && (
        <Field name={`${field}.metric`} label={t('metric')} refusal={refusal}>
          {(id) => <Select id={id} value={row.metric} onChange={(metric: string) => onChange({ ...row, metric })} options={metrics.map(({ code, unit }) => ({ value: code, label: `${metricName(code)} ${unit}` }))} />}
        </Field>
      )}
    </>
  );
};

/** One indicator that a measure maps: which, how it relates, and why. */
export const MappingRow = (choosing: Choosing) => {
  const { at, row, refusal, onChange, onRemove } = choosing;
  const t = useMeasureTexts();
  const field = `indicators[${at}]`;
  return (
    <li className="card">
      <div className="stack">
        <div className="apart"><b>{t('numbered', { number: at + 1 })}</b>{onRemove && <Button size="small" onClick={onRemove} aria-label={`${t('remove')} ${at + 1}`}>{t('remove')}</Button>}</div>
        <div className="columns even"><Choice {...choosing} /></div>
        <Field name={`${field}.relation`} label={t('relation')} refusal={refusal}>
          {(id) => <Radio.Group id={id} value={row.relation} onChange={({ target }) => onChange({ ...row, relation: target.value as MappedIndicator['relation'] })} options={measureRelations.map((value) => ({ value, label: t(value) }))} />}
        </Field>
        <div className="columns even">{(['zh', 'en'] as const).map((language) => (
          <Field key={language} name={`${field}.reason`} label={t(language === 'zh' ? 'reasonZh' : 'reasonEn')} refusal={language === 'zh' || row.reason.zh.trim() !== '' ? refusal : undefined}>
            {(id) => <Input id={id} lang={language === 'zh' ? 'zh-CN' : 'en'} maxLength={500} value={row.reason[language]} onChange={({ target }) => onChange({ ...row, reason: { ...row.reason, [language]: target.value } })} />}
          </Field>
        ))}</div>
        {refusal?.field === field && <span className="why" role="alert">{refusal.sentence}</span>}
      </div>
    </li>
  );
};
