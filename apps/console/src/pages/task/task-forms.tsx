import { tasksRefusals, type Task, type TaskYear, type Verdict } from '@zeren/tasks-domain';
import type { Caller } from '@zeren/kernel';
import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/commands.js';
import { useMetricName } from '../../design/metric-name.js';
import { refusalOf } from '../../design/refusal.js';
import { Failure } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { Field, Footer } from './form-parts.js';
import { decideOn, specimenReport, type OpenParties, type Report } from './intents.js';
import { useTaskTexts } from './task.texts.js';

type Published = Exclude<Task, { status: 'unpublished' }>;

export type TaskFormProps = {
  readonly taskId: string;
  readonly revision: number;
  readonly task: Published;
  readonly year: TaskYear;
  readonly caller: Caller;
  readonly onClose: () => void;
  readonly parties: OpenParties;
};

/** A report for one year: a value for every metric, the day it was measured, a note. */
export const ReportForm = ({ taskId, revision, task, year, caller, onClose, parties }: TaskFormProps) => {
  const t = useTaskTexts();
  const { language } = useLanguage();
  const metricName = useMetricName();
  const [report, setReport] = useState<Report>(() => {
    const specimen = specimenReport(task, year, caller.now);
    return { ...specimen, values: specimen.values.map((value) => ({ ...value, value: '' })) };
  });
  const send = useCommand(onClose);
  const refusal = refusalOf(() => decideOn({ type: 'ReportResult', data: { ...report, ...parties } }, task, caller), tasksRefusals, language);
  const setValue = (metric: string, value: string) =>
    setReport({ ...report, values: report.values.map((one) => (one.metric === metric ? { ...one, value } : one)) });
  return (
    <Modal open title={t('report', { year: year.year })} onCancel={onClose} footer={
      <Footer refusal={refusal} sending={send.isPending} onClose={onClose} onSend={() => send.mutate({ path: `/tasks/${taskId}/results`, body: report, revision })} />
    }>
      <div className="stack">
        {task.content.metrics.map((metric, index) => (
          <Field key={metric.code} name={`values[${index}]`} label={`${metricName(metric.code)}${metric.unit ? ` (${metric.unit})` : ''}`} refusal={refusal}>
            {(id) => (metric.direction === 'boolean'
              ? (
                <Radio.Group id={id} value={report.values[index]?.value} onChange={({ target }) => setValue(metric.code, String(target.value))}
                  options={[{ value: '1', label: t('yes') }, { value: '0', label: t('no') }]} />
              )
              : <Input id={id} inputMode="decimal" value={report.values[index]?.value ?? ''} onChange={({ target }) => setValue(metric.code, target.value.trim())} />)}
          </Field>
        ))}
        <Field name="measuredOn" label={t('measuredOn')} refusal={refusal}>
          {(id) => <input id={id} type="date" className="date-field" value={report.measuredOn} onChange={({ target }) => setReport((before) => ({ ...before, measuredOn: target.value }))} />}
        </Field>
        <Field name="note" label={t('note')} refusal={refusal}>
          {(id) => <Input.TextArea id={id} rows={3} maxLength={2000} value={report.note} onChange={({ target }) => setReport((before) => ({ ...before, note: target.value }))} />}
        </Field>
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};

/** A verdict on one year's reported result. */
export const VerifyForm = ({ taskId, revision, task, year, caller, onClose }: TaskFormProps) => {
  const t = useTaskTexts();
  const { language } = useLanguage();
  const [verdict, setVerdict] = useState<Verdict>('confirmed');
  const [finding, setFinding] = useState('');
  const send = useCommand(onClose);
  const refusal = refusalOf(
    () => decideOn({ type: 'VerifyResult', data: { year: year.year, verdict, finding } }, task, caller), tasksRefusals, language,
  );
  return (
    <Modal open title={t('verify', { year: year.year })} onCancel={onClose} footer={
      <Footer refusal={refusal} sending={send.isPending} onClose={onClose}
        onSend={() => send.mutate({ path: `/tasks/${taskId}/results/${year.year}/verification`, body: { verdict, finding }, revision })} />
    }>
      <div className="stack">
        <Field name="verdict" label={t('verdict')} refusal={refusal}>
          {(id) => (
            <Radio.Group id={id} value={verdict} onChange={({ target }) => setVerdict(target.value as Verdict)}
              options={[{ value: 'confirmed', label: t('confirmed') }, { value: 'rejected', label: t('rejectedVerdict') }]} />
          )}
        </Field>
        <Field name="finding" label={t('finding')} refusal={refusal}>
          {(id) => <Input.TextArea id={id} rows={3} maxLength={2000} value={finding} onChange={({ target }) => setFinding(target.value)} />}
        </Field>
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};
