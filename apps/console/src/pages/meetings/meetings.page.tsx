import type { MeetingRow } from '@zeren/organisation-domain';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { useChosen, type Choose } from '../../design/chosen.js';
import { Mark } from '../../design/lamp.js';
import type { Column } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { PostName } from '../../design/post-name.js';
import { AsOf } from '../../design/states.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { PagedLedger } from '../../design/paged-ledger.js';
import { governs } from '../leadership/assignments.js';
import { ConveneForm } from './convene-form.js';
import { useMeetingTexts } from './meetings.texts.js';
import '../tasks/tasks.css';

const statuses = ['convened', 'held', 'called-off'] as const satisfies readonly MeetingRow['status'][];

const useColumns = (): readonly Column<MeetingRow>[] => {
  const t = useMeetingTexts();
  const { nameOf, language } = useLanguage();
  return [
    { key: 'name', title: t('meeting'), lead: true, cell: (row) => <Link to={`/meetings/${idOf(row)}`}>{nameOf(row.title)}</Link> },
    { key: 'status', title: t('status'), cell: ({ status }) => <Mark tone="strong">{t(status)}</Mark> },
    { key: 'day', title: t('plannedOn'), cell: ({ heldOn, plannedOn }) => <span className="nowrap">{dayOf(heldOn ?? plannedOn, language)}</span> },
    { key: 'chair', title: t('chair'), cell: ({ chairPostId }) => <PostName id={chairPostId} /> },
    { key: 'decisions', title: t('decisions'), end: true, cell: ({ status, decisions }) => (status === 'held' ? decisions.length : '—') },
    { key: 'minutes', title: t('minutes'), cell: ({ minutesNumber }) => minutesNumber ?? '—' },
  ];
};

const Filters = ({ params, onChoose }: { params: URLSearchParams; onChoose: Choose }) => {
  const t = useMeetingTexts();
  return (
    <search className="filters" aria-label={t('title')}>
      <div className="filter">
        <label htmlFor="meetings-status">{t('status')}</label>
        <Select id="meetings-status" value={params.get('status') ?? ''} popupMatchSelectWidth={false} onChange={(value: string) => onChoose('status', value)} options={[{ value: '', label: t('all') }, ...statuses.map((value) => ({ value, label: t(value) }))]} />
      </div>
      {params.has('groupId') && <div className="filter"><span className="small soft">{t('ofGroup')}</span><Button onClick={() => onChoose('groupId', '')}>{t('everyGroup')}</Button></div>}
    </search>
  );
};

/** Joint meetings, the latest first. */
export const MeetingsPage = () => {
  const t = useMeetingTexts();
  const caller = useCaller();
  const { params, choose } = useChosen();
  const columns = useColumns();
  const [convening, setConvening] = useState(false);
  const groupId = params.get('groupId') ?? undefined;
  const meetings = usePages<MeetingRow>('/meetings', { status: params.get('status') ?? undefined, groupId, limit: 50 });
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={<AsOf of={meetings} />}>
      {caller && governs(caller.roles) && <div className="row"><Button type="primary" onClick={() => setConvening(true)}>{t('convene')}</Button></div>}
      <Filters params={params} onChoose={choose} />
      <PagedLedger pages={meetings} caption={t('title')} columns={columns} empty={t('none')} />
      {convening && caller && <ConveneForm caller={caller} groupId={groupId ?? ''} onClose={() => setConvening(false)} />}
    </PageFrame>
  );
};
