import { localDate, meetingDecider, meetingOf, organisationRefusals, type LeadingGroupRow, type MeetingRow } from '@zeren/organisation-domain';
import type { Caller } from '@zeren/kernel';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { useCommand } from '../../api/commands.js';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { PostName } from '../../design/post-name.js';
import { refusalOf } from '../../design/refusal.js';
import { AsOf, Failure, Resource } from '../../design/states.js';
import { StepForm, type StepPlan } from '../../design/step-form.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { governs } from '../leadership/assignments.js';
import { Field, Footer } from '../task/form-parts.js';
import { AgendaRows } from './convene-form.js';
import { Decisions } from './decisions.js';
import { agendaOf, type ItemSaid } from './meeting-said.js';
import { useMeetingTexts } from './meetings.texts.js';
import { MinutesForm } from './minutes-form.js';

type Doing = { readonly row: MeetingRow; readonly caller: Caller; readonly onClose: () => void };

const RearrangeForm = ({ row, caller, onClose }: Doing) => {
  const t = useMeetingTexts();
  const { language } = useLanguage();
  const [said, setSaid] = useState({ plannedOn: row.plannedOn, place: row.place, reason: '' });
  const [agenda, setAgenda] = useState<readonly ItemSaid[]>(row.agenda.map(({ subject, reportingUnitId }) => ({ subject, reportingUnitId: reportingUnitId ?? '' })));
  const send = useCommand(onClose);
  const body = { ...said, agenda: agendaOf(agenda) };
  const refusal = refusalOf(() => meetingDecider.decide({ type: 'RearrangeMeeting', data: { ...body, today: localDate(caller.now) } }, meetingOf(row), caller), organisationRefusals, language);
  return (
    <Modal open width={760} title={t('rearrange')} onCancel={onClose}
      footer={<Footer refusal={refusal} sending={send.isPending} onClose={onClose} onSend={() => send.mutate({ path: `/meetings/${idOf(row)}/rearrangement`, body, revision: row.revision })} />}>
      <div className="stack">
        <div className="rows-fields">
          <Field name="plannedOn" label={t('plannedOn')} refusal={refusal}>{(id) => <input id={id} type="date" className="date-field" value={said.plannedOn} onChange={({ target }) => setSaid({ ...said, plannedOn: target.value })} />}</Field>
          <Field name="place" label={t('place')} refusal={refusal}>{(id) => <Input id={id} maxLength={200} value={said.place} onChange={({ target }) => setSaid({ ...said, place: target.value })} />}</Field>
          <Field name="reason" label={t('reason')} refusal={refusal}>{(id) => <Input id={id} maxLength={500} value={said.reason} onChange={({ target }) => setSaid({ ...said, reason: target.value })} />}</Field>
        </div>
        <AgendaRows rows={agenda} refusal={refusal} onChange={setAgenda} />
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};

const useCallOff = (row: MeetingRow, caller: Caller): StepPlan => {
  const t = useMeetingTexts();
  const { language } = useLanguage();
  return {
    title: t('callOff'),
    fields: [{ name: 'reason', label: t('reason') }],
    refusal: ({ reason = '' }) => refusalOf(() => meetingDecider.decide({ type: 'CallOffMeeting', data: { reason } }, meetingOf(row), caller), organisationRefusals, language),
    intent: ({ reason = '' }) => ({ path: `/meetings/${idOf(row)}/calling-off`, body: { reason }, revision: row.revision }),
  };
};

const Actions = ({ row, caller }: { row: MeetingRow; caller: Caller }) => {
  const t = useMeetingTexts();
  const [open, setOpen] = useState<'hold' | 'rearrange' | 'callOff'>();
  const callOff = useCallOff(row, caller);
  const doing = { row, caller, onClose: () => setOpen(undefined) };
  return (
    <div className="row">
      <Button type="primary" onClick={() => setOpen('hold')}>{t('hold')}</Button>
      <Button onClick={() => setOpen('rearrange')}>{t('rearrange')}</Button>
      <Button onClick={() => setOpen('callOff')}>{t('callOff')}</Button>
      {open === 'hold' && <MinutesForm {...doing} />}
      {open === 'rearrange' && <RearrangeForm {...doing} />}
      {open === 'callOff' && <StepForm plan={callOff} onClose={doing.onClose} />}
    </div>
  );
};

const GroupLink = ({ id }: { id: string }) => {
  const { nameOf } = useLanguage();
  const group = useRead<LeadingGroupRow>(`/leading-groups/${encodeURIComponent(id)}`).data;
  return <Link to={`/leadership/groups/${id}`}>{nameOf(group?.name) || id}</Link>;
};

const Facts = ({ row }: { row: MeetingRow }) => {
  const t = useMeetingTexts();
  const { language } = useLanguage();
  return (
    <dl className="facts">
      <dt>{t('plannedOn')}</dt><dd>{dayOf(row.heldOn ?? row.plannedOn, language)} · {row.place}</dd>
      <dt>{t('unit')}</dt><dd><UnitName id={row.conveningUnitId} /></dd>
      <dt>{t('chair')}</dt><dd><PostName id={row.chairPostId} /></dd>
      {row.groupId && <><dt>{t('group')}</dt><dd className="in-text"><GroupLink id={row.groupId} /></dd></>}
      {row.minutesNumber !== null && <><dt>{t('minutes')}</dt><dd>{row.minutesNumber}</dd></>}
    </dl>
  );
};

const Invited = ({ row }: { row: MeetingRow }) => {
  const t = useMeetingTexts();
  const presence = (postId: string) => row.attendance.find((one) => one.postId === postId);
  return (
    <Ledger caption={t('invited')} rows={row.invited} keyOf={({ postId }) => postId} columns={[
      { key: 'post', title: t('post'), lead: true, cell: ({ postId }) => <PostName id={postId} /> },
      ...(row.status === 'held' ? [{
        key: 'presence', title: t('presence'), cell: ({ postId }: MeetingRow['invited'][number]) => {
          const one = presence(postId);
          return one && <>{t(one.presence)}{one.representedBy !== null && <> · <PostName id={one.representedBy} /></>}</>;
        },
      }] : []),
    ]} />
  );
};

const Opened = ({ row }: { row: MeetingRow }) => {
  const t = useMeetingTexts();
  const caller = useCaller();
  const keeps = caller && caller.tenantId === row.ownerTenantId && governs(caller.roles) && row.status === 'convened';
  return (
    <>
      <div className="row">
        <Mark tone="strong">{t(row.status)}</Mark>
        {row.reason !== '' && <span className="small soft">{t(row.status === 'called-off' ? 'calledOffFor' : 'last', { reason: row.reason })}</span>}
        <Link to={`/history/meeting-${idOf(row)}`}>{t('history')}</Link>
      </div>
      {keeps && <section className="sheet"><h2>{t('actions')}</h2><Actions row={row} caller={caller} /></section>}
      <section className="sheet"><h2>{t('decisions')}</h2><Decisions row={row} /></section>
      <div className="columns even">
        <section className="sheet"><h2>{t('agenda')}</h2><ol>{row.agenda.map(({ number, subject, reportingUnitId }) => <li key={number}>{subject}{reportingUnitId && <span className="small soft"> · <UnitName id={reportingUnitId} /></span>}</li>)}</ol></section>
        <section className="sheet"><h2>{t('facts')}</h2><Facts row={row} /></section>
      </div>
      <section className="sheet"><h2>{t('invited')}</h2><Invited row={row} /></section>
    </>
  );
};

/** One joint meeting: its agenda, who attended, what was decided, and what became of it. */
export const MeetingPage = () => {
  const t = useMeetingTexts();
  const { nameOf } = useLanguage();
  const { id = '' } = useParams();
  const meeting = useRead<MeetingRow>(`/meetings/${encodeURIComponent(id)}`);
  return (
    <PageFrame key={id} title={nameOf(meeting.data?.title) || id} crumbs={[{ to: '/meetings', name: t('title') }]} aside={<AsOf of={meeting} />}>
      <Resource of={meeting} lines={10}>{(row) => <Opened row={row} />}</Resource>
    </PageFrame>
  );
};
