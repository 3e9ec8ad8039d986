import { sampleDecider, tasksRefusals, type RecheckResult, type SampledResult, type SampleRow } from '@zeren/tasks-domain';
import { Button, Input, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { useCommand } from '../../api/commands.js';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { refusalOf } from '../../design/refusal.js';
import { AsOf, Failure, Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { useLanguage } from '../../language/language.js';
import { useSampleTexts } from './samples.texts.js';

/** Why the reader may not re-check; undefined where they may. */
const useRefusal = (row: SampleRow): ((data: RecheckResult['data']) => string | undefined) => {
  const caller = useCaller();
  const { language } = useLanguage();
  return (data) => {
    if (!caller) return '…';
    const { status, rechecks } = row;
    const decide = () => sampleDecider.decide({ type: 'RecheckResult', data }, { status, content: row, rechecks }, caller);
    return refusalOf(decide, tasksRefusals, language)?.sentence;
  };
};

const RecheckForm = ({ row, result, onClose }: { row: SampleRow; result: SampledResult; onClose: () => void }) => {
  const t = useSampleTexts();
  const { nameOf } = useLanguage();
  const id = useId();
  const [verdict, setVerdict] = useState<'held' | 'failed'>('held');
  const [finding, setFinding] = useState('');
  const send = useCommand(onClose);
  const body = { taskId: result.taskId, verdict, finding };
  const why = useRefusal(row)(body);
  return (
    <Modal open title={nameOf(result.name)} onCancel={onClose} footer={(
      <div className="apart">
        <span className="why">{why}</span>
        <span className="row">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={why !== undefined} loading={send.isPending}
            onClick={() => send.mutate({ path: `/samples/${idOf(row)}/rechecks`, body, revision: row.revision })}>{t('submit')}</Button>
        </span>
      </div>
    )}>
      <div className="stack">
        <div className="filter">
          <label htmlFor={`${id}v`}>{t('verdict')}</label>
          <Radio.Group id={`${id}v`} value={verdict} onChange={({ target }) => setVerdict(target.value as 'held' | 'failed')}
            options={[{ value: 'held', label: t('held') }, { value: 'failed', label: t('failedVerdict') }]} />
        </div>
        <div className="filter"><label htmlFor={`${id}f`}>{t('finding')}</label><Input.TextArea id={`${id}f`} rows={3} maxLength={2000} value={finding} onChange={({ target }) => setFinding(target.value)} /></div>
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};

const Results = ({ row }: { row: SampleRow }) => {
  const t = useSampleTexts();
  const { nameOf } = useLanguage();
  const [open, setOpen] = useState<SampledResult>();
  const refusal = useRefusal(row);
  const recheckOf = ({ taskId }: SampledResult) => row.rechecks.find((one) => one.taskId === taskId);
  return (
    <>
      <Ledger caption={t('results')} rows={row.results} keyOf={({ taskId }) => taskId} columns={[
        { key: 'task', title: t('task'), lead: true, cell: ({ taskId, name, indicatorCode }) => <span className="in-text"><Link to={`/tasks/${taskId}`}>{nameOf(name)}</Link> <span className="mono soft">{indicatorCode}</span></span> },
        { key: 'unit', title: t('unit'), cell: ({ unitId }) => <UnitName id={unitId} /> },
        {
          key: 'verdict', title: t('verdict'),
          cell: (result) => {
            const recheck = recheckOf(result);
            return recheck ? <Mark tone={recheck.verdict === 'failed' ? 'seal' : 'strong'}>{t(recheck.verdict === 'failed' ? 'failedVerdict' : 'held')}</Mark> : <span className="soft">{t('waiting')}</span>;
          },
        },
        {
          key: 'finding', title: t('finding'), wide: true,
          cell: (result) => recheckOf(result)?.finding
            ?? <Action size="small" why={refusal({ taskId: result.taskId, verdict: 'held', finding: '…' })} onClick={() => setOpen(result)}>{t('recheck')}</Action>,
        },
      ]} />
      {open && <RecheckForm row={row} result={open} onClose={() => setOpen(undefined)} />}
    </>
  );
};

const Facts = ({ row }: { row: SampleRow }) => {
  const t = useSampleTexts();
  return (
    <dl className="facts">
      <dt>{t('district')}</dt><dd><UnitName id={row.districtTenantId} /></dd>
      <dt>{t('year')}</dt><dd>{row.year}</dd>
      <dt>{t('seed')}</dt><dd className="mono">{row.seed}</dd>
      <dt>{t('population')}</dt><dd>{row.population}</dd>
      <dt>{t('hash')}</dt><dd className="mono">{row.populationHash}</dd>
      <dt>{t('checked')}</dt><dd>{row.checked} / {row.results.length}</dd>
      <dt>{t('rate')}</dt><dd><b>{row.failureRate === null ? '—' : `${row.failureRate} %`}</b></dd>
    </dl>
  );
};

/** One sample: what was drawn, with what, and what the second look found. */
export const SamplePage = () => {
  const t = useSampleTexts();
  const { id = '' } = useParams();
  const sample = useRead<SampleRow>(`/samples/${encodeURIComponent(id)}`);
  const title = sample.data ? t('open', { size: sample.data.results.length, population: sample.data.population }) : id;
  return (
    <PageFrame key={id} title={title} crumbs={[{ to: '/samples', name: t('title') }]} aside={<AsOf of={sample} />}>
      <Resource of={sample} lines={10}>
        {(row) => <><section className="sheet"><Facts row={row} /></section><section className="sheet"><h2>{t('results')}</h2><Results row={row} /></section></>}
      </Resource>
    </PageFrame>
  );
};
