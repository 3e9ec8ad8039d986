import { Button, Input, Modal, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useCommand, type Intent } from '../../api/commands.js';
import { Failure } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { useFigures } from './filters.js';
import { useRecordTexts } from './records.texts.js';

/** A form that sends one command, in a window of its own. */
export const RecordForm = ({ title, intent, why, onClose, children }: {
  title: string; intent: Intent; why?: string | undefined; onClose: () => void; children: ReactNode;
}) => {
  const t = useRecordTexts();
  const send = useCommand(onClose);
  return (
    <Modal open title={title} onCancel={onClose} mask={{ closable: false }} footer={
      <div className="apart">
        <span className="why">{why}</span>
        <span className="row">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={why !== undefined} loading={send.isPending} onClick={() => send.mutate(intent)}>{t('send')}</Button>
        </span>
      </div>
    }>
      <div className="stack">
        {children}
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};

/** One line of text, a day, or a number of people. */
export const Line = ({ label, value, kind = 'text', onChange }: { label: string; value: string; kind?: 'text' | 'date' | 'number'; onChange: (value: string) => void }) => {
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      {kind === 'date'
        ? <input id={id} type="date" className="date-field" value={value} onChange={({ target }) => onChange(target.value)} />
        : <Input id={id} value={value} inputMode={kind === 'number' ? 'numeric' : undefined} onChange={({ target }) => onChange(kind === 'number' ? target.value.replace(/\D/g, '') : target.value)} />}
    </div>
  );
};

export const Paragraph = ({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) => {
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea id={id} rows={4} value={value} onChange={({ target }) => onChange(target.value)} />
    </div>
  );
};

export const OneOf = <Value extends string>({ label, value, options, onChange }: {
  label: string; value: Value; options: readonly { readonly value: Value; readonly label: string }[]; onChange: (value: Value) => void;
}) => {
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <Select<Value> id={id} value={value} onChange={onChange} options={[...options]} />
    </div>
  );
};

/** Which campaign a record is about. */
export const CampaignField = ({ value, onChange }: { value: string; onChange: (campaignId: string) => void }) => {
  const t = useRecordTexts();
  const { nameOf } = useLanguage();
  const figures = useFigures();
  const options = (figures.data?.items ?? []).map(({ campaignId, name }) => ({ value: campaignId, label: nameOf(name) }));
  return <OneOf label={t('campaign')} value={value} options={options} onChange={onChange} />;
};

/** Takes a record back. */
export const WithdrawalForm = ({ path, reason, onReason, onClose }: { path: string; reason: string; onReason: (reason: string) => void; onClose: () => void }) => {
  const t = useRecordTexts();
  return (
    <RecordForm title={t('withdraw')} intent={{ path, body: { reason } }} why={reason.trim() === '' ? t('reason') : undefined} onClose={onClose}>
      <Paragraph label={t('reason')} value={reason} onChange={onReason} />
    </RecordForm>
  );
};
