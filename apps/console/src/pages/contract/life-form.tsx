import { contractsRefusals, type Contract, type ContractCommand, type ContractDocument } from '@zeren/contracts-domain';
import type { Caller } from '@zeren/kernel';
import { Button, Checkbox, Input, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import { useCommand } from '../../api/commands.js';
import { idOf } from '../../api/rows.js';
import { refusalOf } from '../../design/refusal.js';
import { Failure } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { useContractTexts } from './contract.texts.js';
import { decideOn } from './signing.js';

export type Said = Readonly<Record<string, string>>;

type Option = { readonly value: string; readonly label: string };

/** One field of a form; `name` is what a refusal calls it. */
export type LifeField = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'words' | 'line' | 'choice' | 'several';
  readonly options?: readonly Option[];
};

/** A form: where it is sent to, its fields, what it holds at first, and the command that its words make. */
export type LifePlan = {
  readonly title: string;
  readonly path: string;
  readonly fields: readonly LifeField[];
  readonly first: Said;
  readonly command: (said: Said) => Exclude<ContractCommand, { type: 'DraftContract' }>;
};

/** Several values of one field, as one text. */
export const severalOf = (text: string | undefined): readonly string[] => (text ? text.split(' ') : []);

const Control = ({ field, id, value, onSay }: { field: LifeField; id: string; value: string; onSay: (value: string) => void }) => {
  const options = [...(field.options ?? [])];
  switch (field.kind) {
    case 'words': return <Input.TextArea id={id} rows={3} maxLength={2000} value={value} onChange={({ target }) => onSay(target.value)} />;
    case 'line': return <Input id={id} maxLength={200} value={value} onChange={({ target }) => onSay(target.value)} />;
    case 'choice': return <Radio.Group id={id} value={value} options={options} onChange={({ target }) => onSay(String(target.value))} />;
    case 'several': return <Checkbox.Group options={options} value={[...severalOf(value)]} onChange={(chosen) => onSay(chosen.join(' '))} />;
  }
};

/** Asks for the words a step needs, says with the contract's own decision what is wrong with them, and sends them. */
export const LifeForm = ({ plan, contract, caller, onClose }: { plan: LifePlan; contract: ContractDocument; caller: Caller; onClose: () => void }) => {
  const t = useContractTexts();
  const { language } = useLanguage();
  const prefix = useId();
  const [said, setSaid] = useState<Said>(plan.first);
  const send = useCommand(onClose);
  const command = plan.command(said);
  const refusal = refusalOf(() => decideOn(contract as Contract, command, caller), contractsRefusals, language);
  const sendIt = () => send.mutate({ path: `/contracts/${idOf(contract)}/${plan.path}`, body: command.data, revision: contract.revision });
  return (
    <Modal open title={plan.title} onCancel={onClose} footer={(
      <div className="apart">
        <span className="why" role="status">{refusal?.sentence}</span>
        <span className="row">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={refusal !== undefined} loading={send.isPending} onClick={sendIt}>{t('send')}</Button>
        </span>
      </div>
    )}>
      <div className="stack">
        {plan.fields.map((field) => (
          <div key={field.name} className="filter">
            <label htmlFor={`${prefix}${field.name}`}>{field.label}</label>
            <Control field={field} id={`${prefix}${field.name}`} value={said[field.name] ?? ''} onSay={(value) => setSaid({ ...said, [field.name]: value })} />
          </div>
        ))}
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};
