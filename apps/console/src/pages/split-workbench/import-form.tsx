import type { SplitProgressRow } from '@zeren/tasks-domain';
import type { LocalisedText } from '@zeren/kernel';
import { Button, Modal } from 'antd';
import { useId, useState } from 'react';
import type { Changed, Params } from '../../api/client.js';
import { useFileImport } from '../../api/file-import.js';
import { idOf } from '../../api/rows.js';
import { Ledger } from '../../design/ledger.js';
import { Failure } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { useWorkbenchTexts } from './workbench.texts.js';

const SHOWN_ERRORS = 100;

type SheetError = { readonly row: number; readonly column: string; readonly code: string; readonly text: LocalisedText };
/** What an import would draft, and every error. */
type DryRun = { readonly rows: number; readonly errors: readonly SheetError[] };

export const useImport = (said: Params, revision: number | undefined, onImported: (changed: Changed) => void) =>
  useFileImport<DryRun>('/split-spreadsheets', said, revision, onImported);

const Errors = ({ errors }: { errors: readonly SheetError[] }) => {
  const t = useWorkbenchTexts();
  const { nameOf } = useLanguage();
  return (
    <div role="alert" className="stack">
      <b>{t('sheetErrors', { count: errors.length })}</b>
      <Ledger caption={t('sheetErrors', { count: errors.length })} rows={errors.slice(0, SHOWN_ERRORS)} keyOf={({ row, column, code, text }) => `${row}${column}${code}${text.en}`} columns={[
        { key: 'row', title: t('sheetRow'), end: true, cell: ({ row }) => row },
        { key: 'column', title: t('sheetColumn'), cell: ({ column }) => column || '—' },
        { key: 'text', title: t('sheetWrong'), lead: true, cell: ({ text }) => nameOf(text) },
      ]} />
      {errors.length > SHOWN_ERRORS && <p className="soft">{SHOWN_ERRORS} / {errors.length}</p>}
    </div>
  );
};

/** The file, what the check says of it, and whether it can be brought in. */
export const ImportPart = ({ of: { check, bringIn }, ready, onClose }: { of: ReturnType<typeof useImport>; ready: boolean; onClose: () => void }) => {
  const t = useWorkbenchTexts();
  const id = useId();
  const [file, setFile] = useState<File>();
  const choose = (chosen: File | undefined): void => {
    setFile(chosen);
    check.reset();
    bringIn.reset();
  };
  const isSound = check.data?.errors.length === 0;
  return (
    <>
      <div className="filter"><label htmlFor={id}>{t('file')}</label><input id={id} type="file" accept=".xlsx" onChange={({ target }) => choose(target.files?.[0])} /></div>
      {check.data && (isSound ? <p role="status">{t('sheetSound', { rows: check.data.rows })}</p> : <Errors errors={check.data.errors} />)}
      {check.isError && <Failure failure={check.error} />}
      {bringIn.isError && <Failure failure={bringIn.error} />}
      <div className="apart">
        <span />
        <span className="row">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type={isSound ? 'default' : 'primary'} disabled={!file || !ready} loading={check.isPending} onClick={() => file && check.mutate(file)}>{t('dryRun')}</Button>
          <Button type={isSound ? 'primary' : 'default'} disabled={!file || !ready || !isSound} loading={bringIn.isPending} onClick={() => file && bringIn.mutate(file)}>{t('import')}</Button>
        </span>
      </div>
    </>
  );
};

/** A table brought into a draft that is there: the first or a revision's. */
export const ImportForm = ({ split, onClose }: { split: SplitProgressRow; onClose: () => void }) => {
  const t = useWorkbenchTexts();
  const of = useImport({ splitId: idOf(split) }, split.revision, onClose);
  return (
    <Modal open title={t('import')} onCancel={onClose} footer={null} width={760}>
      <div className="stack"><p className="soft">{t('importOver')}</p><ImportPart of={of} ready onClose={onClose} /></div>
    </Modal>
  );
};
