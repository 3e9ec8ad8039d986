import type { EvidenceRow } from '@zeren/evidence-domain';
import { Button, Input, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useCaller } from '../../api/caller.js';
import { useCommand } from '../../api/commands.js';
import { idOf } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import { Bones, Failure } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { DemandChoice } from './demand-choice.js';
import { obstacleTo } from './evidence-state.js';
import { useEvidenceTexts } from './evidence.texts.js';

type FormProps = { readonly row: EvidenceRow; readonly onClose: () => void };

const Form = ({ title, path, body, row, isReady, onClose, children }: FormProps & {
  title: string; path: string; body: unknown; isReady: boolean; children: ReactNode;
}) => {
  const t = useEvidenceTexts();
  const send = useCommand(onClose);
  return (
    <Modal open title={title} onCancel={onClose} footer={
      <span className="row" style={{ justifyContent: 'flex-end' }}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" disabled={!isReady} loading={send.isPending}
          onClick={() => send.mutate({ path: `/evidence/${idOf(row)}/${path}`, body, revision: row.revision })}>{t('send')}</Button>
      </span>
    }>
      <div className="stack">
        {children}
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};

const Reason = ({ value, onChange }: { value: string; onChange: (reason: string) => void }) => {
  const t = useEvidenceTexts();
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{t('reason')}</label>
      <Input.TextArea id={id} rows={3} maxLength={1_000} value={value} onChange={({ target }) => onChange(target.value)} />
    </div>
  );
};

const WithdrawForm = (props: FormProps) => {
  const t = useEvidenceTexts();
  const [reason, setReason] = useState('');
  return (
    <Form {...props} title={t('withdraw')} path="withdrawal" body={{ reason }} isReady={reason.trim() !== ''}>
      <Reason value={reason} onChange={setReason} />
    </Form>
  );
};

const CreditForm = (props: FormProps) => {
  const t = useEvidenceTexts();
  const [taskIds, setTaskIds] = useState<string[]>([]);
  return (
    <Form {...props} title={t('credit')} path="credits" body={{ taskIds, indicators: [] }} isReady={taskIds.length > 0}>
      <DemandChoice label={t('addIndicator')} unitId={props.row.unitId} chosen={taskIds} onChoose={setTaskIds} />
    </Form>
  );
};

const SupersedeForm = (props: FormProps) => {
  const t = useEvidenceTexts();
  const id = useId();
  const [byEvidenceId, setBetter] = useState('');
  const [reason, setReason] = useState('');
  const isReady = reason.trim() !== '' && byEvidenceId !== '';
  return (
    <Form {...props} title={t('supersede')} path="supersession" body={{ byEvidenceId, reason }} isReady={isReady}>
      <div className="filter">
        <label htmlFor={id}>{t('byEvidence')}</label>
        <Input id={id} value={byEvidenceId} onChange={({ target }) => setBetter(target.value.trim())} />
      </div>
      <Reason value={reason} onChange={setReason} />
    </Form>
  );
};

const forms = { credit: CreditForm, supersede: SupersedeForm, withdraw: WithdrawForm } as const;
type FormName = keyof typeof forms;

/** What the reader can do with a piece of evidence, or why not. */
export const EvidenceActions = ({ row }: { row: EvidenceRow }) => {
  const t = useEvidenceTexts();
  const { language } = useLanguage();
  const caller = useCaller();
  const [open, setOpen] = useState<FormName>();
  if (!caller) return <Bones lines={2} />;
  const why = obstacleTo(row, caller, language);
  const Opened = open && forms[open];
  return (
    <div className="row">
      {(Object.keys(forms) as FormName[]).map((name) => <Action key={name} why={why} onClick={() => setOpen(name)}>{t(name)}</Action>)}
      {Opened && <Opened row={row} onClose={() => setOpen(undefined)} />}
    </div>
  );
};
