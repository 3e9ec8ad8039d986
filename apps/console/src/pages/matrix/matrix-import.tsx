import type { MatrixCellError, MatrixDryRun } from '@zeren/organisation-domain';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { sendFile, upload } from '../../api/client.js';
import { queries } from '../../api/reads.js';
import { Ledger } from '../../design/ledger.js';
import { Failure } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { useMatrixTexts } from './matrix.texts.js';

const SHOWN_ERRORS = 100;
const path = '/responsibility-matrix/spreadsheet';

type Said = { readonly reason: string; readonly document: string; readonly from: string };

const paramsOf = ({ reason, document, from }: Said) => ({ reason, ...(document && { document }), ...(from && { from }) });

const useImport = (said: Said, onImported: () => void) => {
  const [key] = useState(() => crypto.randomUUID());
  const options = { key, onProgress: () => undefined, signal: new AbortController().signal };
  const check = useMutation({ mutationFn: (file: File) => sendFile<MatrixDryRun>(path, { ...paramsOf(said), dryRun: 'true' }, file, options) });
  const bringIn = useMutation({
    mutationFn: (file: File) => upload(path, paramsOf(said), file, options),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onImported();
    },
  });
  return { check, bringIn };
};

const Errors = ({ errors }: { errors: readonly MatrixCellError[] }) => {
  const t = useMatrixTexts();
  const { nameOf } = useLanguage();
  const caption = t('errors', { count: errors.length });
  return (
    <div role="alert" className="stack">
      <b>{caption}</b>
      <Ledger caption={caption} rows={errors.slice(0, SHOWN_ERRORS)} keyOf={({ row, column, code, text }) => `${row}${column}${code}${text.en}`} columns={[
        { key: 'row', title: t('row'), end: true, cell: ({ row }) => row },
        { key: 'column', title: t('column'), cell: ({ column }) => column || '—' },
        { key: 'text', title: t('wrong'), lead: true, cell: ({ text }) => nameOf(text) },
      ]} />
    </div>
  );
};

const Verdict = ({ run }: { run: MatrixDryRun }) => {
  const t = useMatrixTexts();
  return run.errors.length === 0 ? <p role="status">{t('sound', { rows: run.rows, added: run.added, ended: run.ended })}</p> : <Errors errors={run.errors} />;
};

const isSound = (run: MatrixDryRun | undefined): boolean => run !== undefined && run.errors.length === 0;

/** The whole matrix from a file: a dry run says every error at its cell; nothing is changed before it is sound. */
export const MatrixImport = ({ onClose }: { onClose: () => void }) => {
  const t = useMatrixTexts();
  const id = useId();
  const [said, setSaid] = useState<Said>({ reason: '', document: '', from: '' });
  const [file, setFile] = useState<File>();
  const { check, bringIn } = useImport(said, onClose);
  const isSaid = file !== undefined && said.reason.trim() !== '';
  const say = (change: Partial<Said>): void => {
    setSaid({ ...said, ...change });
    check.reset();
  };
  const line = (name: keyof Said, label: string, type: 'text' | 'date' = 'text') => (
    <div className="filter"><label htmlFor={`${id}${name}`}>{label}</label><Input id={`${id}${name}`} type={type} maxLength={200} value={said[name]} onChange={({ target }) => say({ [name]: target.value })} /></div>
  );
  return (
    <Modal open title={t('import')} onCancel={onClose} width={760} footer={(
      <div className="row">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button disabled={!isSaid} loading={check.isPending} onClick={() => file && check.mutate(file)}>{t('check')}</Button>
        <Button type="primary" disabled={!isSaid || !isSound(check.data)} loading={bringIn.isPending} onClick={() => file && bringIn.mutate(file)}>{t('bringIn')}</Button>
      </div>
    )}>
      <div className="stack">
        <p className="soft">{t('importLead')}</p>
        {line('from', t('fromDay'), 'date')}
        {line('reason', t('reason'))}
        {line('document', t('anyDocument'))}
        <div className="filter"><label htmlFor={`${id}file`}>{t('file')}</label><input id={`${id}file`} type="file" accept=".xlsx" onChange={({ target }) => { setFile(target.files?.[0]); check.reset(); }} /></div>
        {check.data && <Verdict run={check.data} />}
        {check.isError && <Failure failure={check.error} />}
        {bringIn.isError && <Failure failure={bringIn.error} />}
      </div>
    </Modal>
  );
};
