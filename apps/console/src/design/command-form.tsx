import { Button, Input, Modal, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { useCommand } from '../api/commands.js';
import { textsOf } from '../language/language.js';
import { severalOf } from './step-form.js';
import { Failure } from './states.js';

const useTexts = textsOf('command-form', { send: '提交', cancel: '取消' }, { send: 'Send', cancel: 'Cancel' });

/** What a form holds: each field's text. */
export type Said = Readonly<Record<string, string>>;

export type CommandField = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'text' | 'date' | 'number' | 'choice' | 'select' | 'several';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
};

const Control = ({ field, id, value, onSay }: { field: CommandField; id: string; value: string; onSay: (value: string) => void }) => {
  switch (field.kind) {
    case 'line': return <Input id={id} maxLength={500} value={value} onChange={({ target }) => onSay(target.value)} />;
    case 'text': return <Input.TextArea id={id} rows={3} maxLength={2000} value={value} onChange={({ target }) => onSay(target.value)} />;
    case 'number': return <Input id={id} inputMode="decimal" value={value} onChange={({ target }) => onSay(target.value.trim())} />;
    case 'date': return <input id={id} type="date" className="date-field" value={value} onChange={({ target }) => onSay(target.value)} />;
    case 'choice': return <Radio.Group id={id} value={value} onChange={({ target }) => onSay(String(target.value))} options={[...(field.options ?? [])]} />;
    case 'select': return <Select id={id} value={value} onChange={onSay} options={[...(field.options ?? [])]} />;
    case 'several': return <Select id={id} mode="multiple" optionFilterProp="label" value={[...severalOf(value)]} onChange={(chosen: string[]) => onSay(chosen.join(' '))} options={[...(field.options ?? [])]} />;
  }
};

/** A form that sends one command; the service says what is wrong with it. */
export const CommandForm = ({ title, fields, first = {}, path, bodyOf, onClose }: {
  title: string;
  fields: readonly CommandField[];
  first?: Said;
  path: string;
  bodyOf: (said: Said) => object;
  onClose: () => void;
}) => {
  const t = useTexts();
  const id = useId();
  const [said, setSaid] = useState<Said>(first);
  const send = useCommand(onClose);
  return (
    <Modal open title={title} onCancel={onClose} footer={(
      <div className="apart">
        <span />
        <span className="row">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={send.isPending} onClick={() => send.mutate({ path, body: bodyOf(said) })}>{t('send')}</Button>
        </span>
      </div>
    )}>
      <div className="stack">
        {fields.map((field) => (
          <div key={field.name} className="filter">
            <label htmlFor={`${id}${field.name}`}>{field.label}</label>
            <Control field={field} id={`${id}${field.name}`} value={said[field.name] ?? ''} onSay={(value) => setSaid((before) => ({ ...before, [field.name]: value }))} />
          </div>
        ))}
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};
