import { tasksRefusals, type PublishedTask } from '@zeren/tasks-domain';
import type { Caller } from '@zeren/kernel';
import { Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/commands.js';
import { refusalOf } from '../../design/refusal.js';
import { Failure } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import type { Said, Sending } from './doing.js';
import { Field, Footer } from './form-parts.js';
import { decideOn } from './intents.js';

type Option = { readonly value: string; readonly label: string };

/** One field of a form. `path` is what a refusal calls it; `when` says whether it is asked for. */
export type FormField = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'line' | 'number' | 'date' | 'choice' | 'select';
  readonly options?: readonly Option[];
  readonly path?: string;
  readonly when?: (said: Said) => boolean;
};

/** A form: its title, its fields, what it holds at first, and what it sends. */
export type FormPlan = {
  readonly title: string;
  readonly fields: readonly FormField[];
  readonly first: Said;
  readonly sending: (said: Said) => Sending;
};

const Control = ({ field, id, value, onSay }: { field: FormField; id: string; value: string; onSay: (value: string) => void }) => {
  switch (field.kind) {
    case 'text': return <Input.TextArea id={id} rows={3} maxLength={2000} value={value} onChange={({ target }) => onSay(target.value)} />;
    case 'line': return <Input id={id} maxLength={200} value={value} onChange={({ target }) => onSay(target.value)} />;
    case 'number': return <Input id={id} inputMode="decimal" value={value} onChange={({ target }) => onSay(target.value.trim())} />;
    case 'date': return <input id={id} type="date" className="date-field" value={value} onChange={({ target }) => onSay(target.value)} />;
    case 'choice': return <Radio.Group id={id} value={value} onChange={({ target }) => onSay(String(target.value))} options={[...(field.options ?? [])]} />;
    case 'select': return <Select id={id} value={value} onChange={onSay} options={[...(field.options ?? [])]} popupMatchSelectWidth={false} />;
  }
};

export type Doing = { readonly taskId: string; readonly revision: number; readonly task: PublishedTask; readonly caller: Caller };

/** Asks for what a command needs, says with the task's own decision what is missing, and sends it. */
export const DoingForm = ({ plan, doing, onClose }: { plan: FormPlan; doing: Doing; onClose: () => void }) => {
  const { language } = useLanguage();
  const [said, setSaid] = useState<Said>(plan.first);
  const send = useCommand(onClose);
  const { taskId, revision, task, caller } = doing;
  const sending = plan.sending(said);
  const refusal = refusalOf(() => decideOn(sending.command, task, caller), tasksRefusals, language);
  return (
    <Modal open title={plan.title} onCancel={onClose} footer={
      <Footer refusal={refusal} sending={send.isPending} onClose={onClose}
        onSend={() => send.mutate({ path: `/tasks/${taskId}/${sending.path}`, body: sending.body, revision })} />
    }>
      <div className="stack">
        {plan.fields.filter(({ when }) => when?.(said) ?? true).map((field) => (
          <Field key={field.name} name={field.path ?? field.name} label={field.label} refusal={refusal}>
            {(id) => <Control field={field} id={id} value={said[field.name] ?? ''} onSay={(value) => setSaid((before) => ({ ...before, [field.name]: value }))} />}
          </Field>
        ))}
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};
