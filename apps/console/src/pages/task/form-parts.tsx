import { Button } from 'antd';
import { useId, type ReactNode } from 'react';
import type { Refusal } from '../../design/refusal.js';
import { Spoken } from '../../design/spoken.js';
import { useTaskTexts } from './task.texts.js';

/** One input with its label, and why it is wrong where it is. */
export const Field = ({ name, label, refusal, children }: { name: string; label: string; refusal: Refusal | undefined; children: (id: string) => ReactNode }) => {
  const id = useId();
  const wrong = refusal?.field !== undefined && (refusal.field === name || refusal.field.startsWith(`${name}.`));
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {wrong && <span className="why" role="alert"><Spoken sentence={refusal.sentence} /></span>}
    </div>
  );
};

/** Sends, or says why it cannot be sent. */
export const Footer = ({ refusal, sending, onClose, onSend }: { refusal: Refusal | undefined; sending: boolean; onClose: () => void; onSend: () => void }) => {
  const t = useTaskTexts();
  return (
    <div className="apart">
      <span className="why"><Spoken sentence={refusal?.sentence} /></span>
      <span className="row">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" disabled={refusal !== undefined} loading={sending} onClick={onSend}>{t('send')}</Button>
      </span>
    </div>
  );
};
