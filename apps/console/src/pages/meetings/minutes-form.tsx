import { localDate, meetingDecider, meetingOf, organisationRefusals, type Attendance, type MeetingRow } from '@zeren/organisation-domain';
import type { Caller } from '@zeren/kernel';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/commands.js';
import { idOf } from '../../api/rows.js';
import { PostChoice } from '../../design/post-choice.js';
import { PostName } from '../../design/post-name.js';
import { refusalOf, type Refusal } from '../../design/refusal.js';
import { Rows } from '../../design/rows.js';
import { Failure } from '../../design/states.js';
import { UnitChoice } from '../../design/unit-choice.js';
import { useLanguage } from '../../language/language.js';
import { Field, Footer } from '../task/form-parts.js';
import { holdCommandOf, minutesBodyOf, type DecisionSaid, type MinutesSaid } from './meeting-said.js';
import { useMeetingTexts } from './meetings.texts.js';

const presences = ['present', 'represented', 'absent'] as const satisfies readonly Attendance['presence'][];

const Present = ({ one, index, refusal, onSay }: { one: Attendance; index: number; refusal: Refusal | undefined; onSay: (change: Partial<Attendance>) => void }) => {
  const t = useMeetingTexts();
  const at = (name: string) => `attendance[${index}].${name}`;
  return (
    <li className="stack">
      <b><PostName id={one.postId} /></b>
      <div className="rows-fields">
        <Field name={at('presence')} label={t('presence')} refusal={refusal}>
          {(id) => <Select id={id} value={one.presence} onChange={(presence) => onSay({ presence })} options={presences.map((value) => ({ value, label: t(value) }))} />}
        </Field>
        {one.presence === 'represented' && (
          <Field name={at('representedBy')} label={t('representedBy')} refusal={refusal}>{(id) => <PostChoice id={id} value={one.representedBy ?? ''} onChoose={(postId) => onSay({ representedBy: postId })} />}</Field>
        )}
      </div>
    </li>
  );
};

const DecisionFields = ({ row, index, meeting, refusal, onSay }: { row: DecisionSaid; index: number; meeting: MeetingRow; refusal: Refusal | undefined; onSay: (change: Partial<DecisionSaid>) => void }) => {
  const t = useMeetingTexts();
  const at = (name: string) => `decisions[${index}].${name}`;
  return (
    <>
      <div className="whole"><Field name={at('text')} label={`${t('text')} ${index + 1}`} refusal={refusal}>{(id) => <Input.TextArea id={id} rows={2} maxLength={2000} value={row.text} onChange={({ target }) => onSay({ text: target.value })} />}</Field></div>
      <Field name={at('agendaItem')} label={t('onItem')} refusal={refusal}>
        {(id) => <Select id={id} value={row.agendaItem} popupMatchSelectWidth={false} onChange={(agendaItem: string) => onSay({ agendaItem })} options={meeting.agenda.map(({ number, subject }) => ({ value: String(number), label: `${number} ${subject}` }))} />}
      </Field>
      <Field name={at('leadUnitId')} label={t('leadUnit')} refusal={refusal}>{(id) => <UnitChoice id={id} value={row.leadUnitId} onChoose={(leadUnitId) => onSay({ leadUnitId })} />}</Field>
      <Field name={at('dueOn')} label={t('dueOn')} refusal={refusal}>{(id) => <input id={id} type="date" className="date-field" value={row.dueOn} onChange={({ target }) => onSay({ dueOn: target.value })} />}</Field>
    </>
  );
};

const freshDecision = (): DecisionSaid => ({ agendaItem: '1', text: '', leadUnitId: '', dueOn: '' });

/** The minutes of a meeting: who attended, and what was decided. */
export const MinutesForm = ({ row, caller, onClose }: { row: MeetingRow; caller: Caller; onClose: () => void }) => {
  const t = useMeetingTexts();
  const { language } = useLanguage();
  const today = localDate(caller.now);
  const [said, setSaid] = useState<MinutesSaid>(() => ({
    heldOn: row.plannedOn < today ? row.plannedOn : today, minutesNumber: '', attendance: row.invited.map(({ postId }) => ({ postId, presence: 'present', representedBy: null })), decisions: [freshDecision()],
  }));
  const send = useCommand(onClose);
  const tenants = row.invited.map(({ tenantId }) => tenantId);
  const refusal = refusalOf(() => meetingDecider.decide(holdCommandOf(said, today, tenants, row.ownerTenantId), meetingOf(row), caller), organisationRefusals, language);
  const say = (change: Partial<MinutesSaid>) => setSaid((before) => ({ ...before, ...change }));
  const attend = (index: number) => (change: Partial<Attendance>) => say({ attendance: said.attendance.map((one, at) => (at === index ? { ...one, ...change } : one)) });
  return (
    <Modal open width={760} title={t('hold')} onCancel={onClose}
      footer={<Footer refusal={refusal} sending={send.isPending} onClose={onClose} onSend={() => send.mutate({ path: `/meetings/${idOf(row)}/minutes`, body: minutesBodyOf(said), revision: row.revision })} />}>
      <div className="stack">
        <div className="rows-fields">
          <Field name="heldOn" label={t('heldOn')} refusal={refusal}>{(id) => <input id={id} type="date" className="date-field" value={said.heldOn} onChange={({ target }) => say({ heldOn: target.value })} />}</Field>
          <Field name="minutesNumber" label={t('minutesNumber')} refusal={refusal}>{(id) => <Input id={id} maxLength={200} value={said.minutesNumber} onChange={({ target }) => say({ minutesNumber: target.value })} />}</Field>
        </div>
        <h3>{t('attendance')}</h3>
        <ul className="plain stack">{said.attendance.map((one, index) => <Present key={one.postId} one={one} index={index} refusal={refusal} onSay={attend(index)} />)}</ul>
        <Rows legend={t('decisions')} rows={said.decisions} fresh={freshDecision} onChange={(decisions) => say({ decisions })}>
          {(decision, index, onSay) => <DecisionFields row={decision} index={index} meeting={row} refusal={refusal} onSay={onSay} />}
        </Rows>
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};
