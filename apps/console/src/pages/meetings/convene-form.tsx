import { localDate, meetingDecider, organisationRefusals, type LeadingGroupRow } from '@zeren/organisation-domain';
import type { Caller } from '@zeren/kernel';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCommand } from '../../api/commands.js';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { PostChoice } from '../../design/post-choice.js';
import { refusalOf, type Refusal } from '../../design/refusal.js';
import { Rows } from '../../design/rows.js';
import { Failure } from '../../design/states.js';
import { UnitChoice } from '../../design/unit-choice.js';
import { useLanguage } from '../../language/language.js';
import { Field, Footer } from '../task/form-parts.js';
import { conveneCommandOf, meetingBodyOf, type ItemSaid, type MeetingSaid } from './meeting-said.js';
import { useMeetingTexts } from './meetings.texts.js';

/** The points of an agenda, each with who reports on it. */
export const AgendaRows = ({ rows, refusal, onChange }: { rows: readonly ItemSaid[]; refusal: Refusal | undefined; onChange: (rows: readonly ItemSaid[]) => void }) => {
  const t = useMeetingTexts();
  return (
    <Rows legend={t('agenda')} rows={rows} fresh={() => ({ subject: '', reportingUnitId: '' })} onChange={onChange}
      below={refusal?.field?.startsWith('agenda') && <span className="why">{refusal.sentence}</span>}>
      {(row, index, onSay) => (
        <>
          <Field name={`agenda[${index}].subject`} label={`${t('item')} ${index + 1}`} refusal={undefined}>{(id) => <Input id={id} maxLength={500} value={row.subject} onChange={({ target }) => onSay({ subject: target.value })} />}</Field>
          <Field name={`agenda[${index}].reportingUnitId`} label={t('reporting')} refusal={undefined}>{(id) => <UnitChoice id={id} value={row.reportingUnitId} onChoose={(reportingUnitId) => onSay({ reportingUnitId })} />}</Field>
        </>
      )}
    </Rows>
  );
};

const fresh = (caller: Caller, groupId: string): MeetingSaid =>
  ({ zh: '', en: '', groupId, plannedOn: localDate(caller.now), place: '', chairPostId: '', agenda: [{ subject: '', reportingUnitId: '' }], invited: [{ postId: '' }] });

/** A joint meeting with its agenda and those who are called. */
export const ConveneForm = ({ caller, groupId, onClose }: { caller: Caller; groupId: string; onClose: () => void }) => {
  const t = useMeetingTexts();
  const { language, nameOf } = useLanguage();
  const navigate = useNavigate();
  const [said, setSaid] = useState<MeetingSaid>(() => fresh(caller, groupId));
  const groups = useRead<Page<LeadingGroupRow>>('/leading-groups', { limit: 50 }).data?.items ?? [];
  const send = useCommand(({ id }) => void navigate(`/meetings/${id}`));
  const refusal = refusalOf(() => meetingDecider.decide(conveneCommandOf(said, localDate(caller.now)), meetingDecider.initialState, caller), organisationRefusals, language);
  const say = (change: Partial<MeetingSaid>) => setSaid((before) => ({ ...before, ...change }));
  const line = (name: 'zh' | 'en' | 'place', label: string) => (
    <Field name={name === 'place' ? name : `title.${name}`} label={label} refusal={refusal}>{(id) => <Input id={id} maxLength={200} value={said[name]} onChange={({ target }) => say({ [name]: target.value })} />}</Field>
  );
  return (
    <Modal open width={760} title={t('convene')} onCancel={onClose}
      footer={<Footer refusal={refusal} sending={send.isPending} onClose={onClose} onSend={() => send.mutate({ path: '/meetings', body: meetingBodyOf(said) })} />}>
      <div className="stack">
        <div className="rows-fields">
          {line('zh', t('name'))}{line('en', t('nameEn'))}
          <Field name="plannedOn" label={t('plannedOn')} refusal={refusal}>{(id) => <input id={id} type="date" className="date-field" value={said.plannedOn} onChange={({ target }) => say({ plannedOn: target.value })} />}</Field>
          {line('place', t('place'))}
          <Field name="groupId" label={t('group')} refusal={refusal}>
            {(id) => <Select id={id} value={said.groupId} onChange={(chosen: string) => say({ groupId: chosen })} options={[{ value: '', label: t('noGroup') }, ...groups.map((one) => ({ value: idOf(one), label: nameOf(one.name) }))]} />}
          </Field>
          <Field name="chairPostId" label={t('chair')} refusal={refusal}>{(id) => <PostChoice id={id} value={said.chairPostId} onChoose={(chairPostId) => say({ chairPostId })} />}</Field>
        </div>
        <AgendaRows rows={said.agenda} refusal={refusal} onChange={(agenda) => say({ agenda })} />
        <Rows legend={t('invited')} rows={said.invited} fresh={() => ({ postId: '' })} onChange={(invited) => say({ invited })}
          below={refusal?.field?.startsWith('invited') && <span className="why">{refusal.sentence}</span>}>
          {(row, index, onSay) => <Field name={`invited[${index}]`} label={t('post')} refusal={undefined}>{(id) => <PostChoice id={id} value={row.postId} onChoose={(postId) => onSay({ postId })} />}</Field>}
        </Rows>
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};
