import type { EvidenceDemand } from '@zeren/evidence-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCommand } from '../../api/commands.js';
import { usePages } from '../../api/reads.js';
import type { Params } from '../../api/client.js';
import { idOf } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import type { Choose } from '../../design/chosen.js';
import { Mark } from '../../design/lamp.js';
import type { Column } from '../../design/ledger.js';
import { Failure } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useEvidenceTexts } from './evidence.texts.js';
import { CampaignChoice, Choice, Code } from './filters.js';
import { PagedLedger } from '../../design/paged-ledger.js';
import { saveFile } from './save-file.js';

const filters = ['campaignId', 'indicatorCode', 'unitId', 'level'] as const;
const levels = ['1', '2', '3', '4'] as const;
const states = [['missing', 'stateMissing'], ['met', 'stateMet']] as const;

/** What is on file for another campaign proves this too: one press instead of asking again. */
const UseOnFile = ({ demand, evidenceId }: { demand: EvidenceDemand; evidenceId: string }) => {
  const t = useEvidenceTexts();
  const send = useCommand();
  const use = () => send.mutate({ path: `/evidence/${evidenceId}/credits`, body: { taskIds: [idOf(demand)], indicators: [] } });
  return (
    <>
      <Button size="small" type="primary" loading={send.isPending} onClick={use}>{t('useOnFile')}</Button>
      <Link className="small" to={`/evidence/${evidenceId}`}>{t('open')}</Link>
      {send.isError && <Failure failure={send.error} />}
    </>
  );
};

const useColumns = (onProvide: ((demand: EvidenceDemand) => void) | undefined): readonly Column<EvidenceDemand>[] => {
  const t = useEvidenceTexts();
  const { nameOf, language } = useLanguage();
  return [
    { key: 'name', title: t('task'), lead: true, cell: (row) => <Link to={`/tasks/${idOf(row)}`}>{nameOf(row.name)}</Link> },
    { key: 'indicatorCode', title: t('indicator'), sortable: true, cell: ({ indicatorCode }) => <span className="mono nowrap">{indicatorCode}</span> },
    { key: 'unitId', title: t('of'), sortable: true, cell: ({ unitId }) => <UnitName id={unitId} /> },
    { key: 'formats', title: t('accepted'), cell: ({ formats }) => formats.map((format) => t(format)).join(' / ') },
    {
      key: 'filed', title: t('filedCount'), cell: ({ filed, unfit }) => (
        <span className="row"><Mark tone={filed > 0 ? 'strong' : 'seal'}>{filed > 0 ? filed : t('stateMissing')}</Mark>{unfit > 0 && <span className="small soft">{t('unfit', { count: unfit })}</span>}</span>
      ),
    },
    { key: 'deadline', title: t('deadline'), sortable: true, cell: ({ deadline }) => <span className="nowrap">{dayOf(deadline, language)}</span> },
    ...(onProvide ? [{
      key: 'provide', title: t('todo'), cell: (row: EvidenceDemand) => (
        <span className="row">
          {row.servedBy[0] !== undefined && <UseOnFile demand={row} evidenceId={row.servedBy[0]} />}
          <Button size="small" onClick={() => onProvide(row)}>{t('provide')}</Button>
        </span>
      ),
    }] : []),
  ];
};

/** The whole list as it is filtered and sorted, for Excel. */
const ExportAction = ({ asked }: { asked: Params }) => {
  const t = useEvidenceTexts();
  const [failure, setFailure] = useState<unknown>();
  const [isWriting, setWriting] = useState(false);
  const write = async () => {
    setWriting(true);
    setFailure(undefined);
    await saveFile('/evidence-demands/spreadsheet', `${t('missing')}.xlsx`, asked).catch(setFailure);
    setWriting(false);
  };
  return (
    <div className="stack">
      <div><Action why={undefined} loading={isWriting} onClick={() => void write()}>{t('export')}</Action></div>
      {failure !== undefined && <Failure failure={failure} />}
    </div>
  );
};

/** What must be proved and is not yet, by unit and indicator. */
export const MissingList = ({ params, onChoose, onClear, onProvide }: {
  params: URLSearchParams; onChoose: Choose; onClear: () => void; onProvide: ((demand: EvidenceDemand) => void) | undefined;
}) => {
  const t = useEvidenceTexts();
  const columns = useColumns(onProvide);
  const sort = params.get('order') ?? 'indicatorCode';
  const chosen = Object.fromEntries(filters.map((name) => [name, params.get(name) ?? undefined]));
  const state = params.get('state') ?? 'missing';
  const asked = { ...chosen, state, sort };
  const pages = usePages<EvidenceDemand>('/evidence/demands', { ...asked, limit: 50 });
  return (
    <>
      <search className="filters" aria-label={t('filters')}>
        <CampaignChoice value={params.get('campaignId')} onChoose={onChoose} />
        <Code name="indicatorCode" label={t('indicator')} value={params.get('indicatorCode')} onChoose={onChoose} />
        <Code name="unitId" label={t('unit')} value={params.get('unitId')} onChoose={onChoose} />
        <Choice name="level" label={t('level')} value={params.get('level')} onChoose={onChoose} options={levels.map((level) => ({ value: level, label: t(`level${level}`) }))} />
        <Choice name="state" label={t('state')} value={state === 'all' ? null : state} onChoose={(name, value) => onChoose(name, value ?? 'all')}
          options={states.map(([value, text]) => ({ value, label: t(text) }))} />
        <Button onClick={onClear} disabled={filters.every((name) => !params.has(name))}>{t('clear')}</Button>
      </search>
      <ExportAction asked={asked} />
      <PagedLedger pages={pages} caption={t('missing')} columns={columns} empty={t('noneMissing')} sorting={{ by: sort, onSort: (by) => onChoose('order', by) }} />
    </>
  );
};
