import { Button, Checkbox, Input, Modal, Radio, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useCommand, type Intent } from '../api/commands.js';
import { textsOf } from '../language/language.js';
import type { Refusal } from './refusal.js';
import { Spoken } from './spoken.js';
import { Failure } from './states.js';

const useTexts = textsOf('step-form', { cancel: '取消', send: '提交' }, { cancel: 'Cancel', send: 'Send' });

export type Said = Readonly<Record<string, string>>;

/** One field of a form: a choice, several lines, a day, a control of its own, or one line. */
export type StepField = {
  readonly name: string;
  readonly label: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Options side by side instead of in a list to open: one of them, or several ({@link severalOf} takes them apart). */
  readonly beside?: 'one' | 'several';
  readonly lines?: true;
  readonly date?: true;
  /** Whether it is asked for, by what was said before; always, where left out. */
  readonly when?: (said: Said) => boolean;
  readonly control?: (shown: { readonly id: string; readonly value: string; readonly onSay: (value: string) => void }) => ReactNode;
};

/** What a step asks for, what is wrong with what was said so far, and where it is sent. */
export type StepPlan = {
  readonly title: string;
  readonly fields: readonly StepField[];
  readonly first?: Said;
  readonly refusal: (said: Said) => Refusal | undefined;
  readonly intent: (said: Said) => Intent;
};

/** The values chosen in a field of several. */
export const severalOf = (text: string | undefined): readonly string[] => (text ? text.split(' ') : []);

type Shown = { readonly field: StepField; readonly id: string; readonly value: string; readonly onSay: (value: string) => void };

const Beside = ({ field, id, value, onSay }: Shown) => {
  const options = [...(field.options ?? [])];
  return (
    <div className="filter" role="group" aria-labelledby={id}>
      <span id={id} className="small soft">{field.label}</span>
      {field.beside === 'one'
        ? <Radio.Group value={value} options={options} onChange={({ target }) => onSay(String(target.value))} />
        : <Checkbox.Group value={[...severalOf(value)]} options={options} onChange={(chosen) => onSay(chosen.join(' '))} />}
    </div>
  );
};

const Control = ({ field, id, value, onSay }: Shown) => {
  if (field.control) return field.control({ id, value, onSay });
  if (field.options) return <Select id={id} value={value || null} onChange={onSay} options={[...field.options]} />;
  if (field.lines) return <Input.TextArea id={id} rows={4} value={value} onChange={({ target }) => onSay(target.value)} />;
  return <Input id={id} type={field.date ? 'date' : 'text'} maxLength={200} value={value} onChange={({ target }) => onSay(target.value)} />;
};

const Field = (shown: Shown) => (shown.field.beside
  ? <Beside {...shown} />
  : <div className="filter"><label htmlFor={shown.id}>{shown.field.label}</label><Control {...shown} /></div>);

/** Asks for the words of one step, says with the decision itself what is wrong with them, and sends them. */
export const StepForm = ({ plan, onClose }: { plan: StepPlan; onClose: () => void }) => {
  const t = useTexts();
  const prefix = useId();
  const [said, setSaid] = useState<Said>(plan.first ?? {});
  const send = useCommand(onClose);
  const refusal = plan.refusal(said);
  return (
    <Modal open title={plan.title} onCancel={onClose} footer={(
      <div className="apart">
        <span className="why" role="status"><Spoken sentence={refusal?.sentence} /></span>
        <span className="row">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={refusal !== undefined} loading={send.isPending} onClick={() => send.mutate(plan.intent(said))}>{t('send')}</Button>
        </span>
      </div>
    )}>
      <div className="stack">
        {plan.fields.filter(({ when }) => when?.(said) ?? true).map((field) => (
          <Field key={field.name} field={field} id={`${prefix}${field.name}`} value={said[field.name] ?? ''} onSay={(value) => setSaid((before) => ({ ...before, [field.name]: value }))} />
        ))}
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};
