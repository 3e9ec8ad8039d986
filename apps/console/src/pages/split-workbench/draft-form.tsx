import { Button, Input, InputNumber, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { upload } from '../../api/client.js';
import { useCommand } from '../../api/commands.js';
import { Failure } from '../../design/states.js';
import { useWorkbenchTexts } from './workbench.texts.js';

type Said = { readonly titleZh: string; readonly titleEn: string; readonly kind: 'routine' | 'key'; readonly from: string; readonly until: string; readonly deepestLevel: number };

const DEEPEST = 9;

/** What a batch is called, for which cycle, and how deep it reaches; with a file, the whole table at once. */
export const DraftForm = ({ year, fromFile, onClose }: { year: number; fromFile: boolean; onClose: () => void }) => {
  const t = useWorkbenchTexts();
  const id = useId();
  const navigate = useNavigate();
  const [said, setSaid] = useState<Said>({ titleZh: '', titleEn: '', kind: 'routine', from: `${year}-01-01`, until: `${year + 2}-12-31`, deepestLevel: 5 });
  const [file, setFile] = useState<File>();
  const [failure, setFailure] = useState<unknown>();
  const [sending, setSending] = useState(false);
  const done = (split: { readonly id: string }): void => void navigate(`/split-workbench/${split.id}`);
  const draft = useCommand(done);
  const say = (change: Partial<Said>): void => setSaid({ ...said, ...change });
  const { titleZh, titleEn, kind, from, until, deepestLevel } = said;
  const ready = titleZh.trim() !== '' && titleEn.trim() !== '' && (!fromFile || file !== undefined);

  const importFile = async (workbook: File): Promise<void> => {
    setSending(true);
    setFailure(undefined);
    try {
      done(await upload('/split-spreadsheets', said, workbook, { key: crypto.randomUUID(), onProgress: () => undefined, signal: new AbortController().signal }));
    } catch (error) {
      setFailure(error);
    } finally {
      setSending(false);
    }
  };
  const send = (): void => {
    if (file) void importFile(file);
    else draft.mutate({ path: '/splits', body: { title: { zh: titleZh, en: titleEn }, cycle: { kind, from, until }, deepestLevel } });
  };

  return (
    <Modal open title={t(fromFile ? 'import' : 'draft')} onCancel={onClose} footer={(
      <div className="apart">
        <span />
        <span className="row">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={!ready} loading={sending || draft.isPending} onClick={send}>{t('send')}</Button>
        </span>
      </div>
    )}>
      <div className="stack">
        {fromFile && <p className="soft">{t('importLead')}</p>}
        <div className="filter"><label htmlFor={`${id}z`}>{t('titleZh')}</label><Input id={`${id}z`} maxLength={500} value={titleZh} onChange={({ target }) => say({ titleZh: target.value })} /></div>
        <div className="filter"><label htmlFor={`${id}e`}>{t('titleEn')}</label><Input id={`${id}e`} maxLength={500} value={titleEn} onChange={({ target }) => say({ titleEn: target.value })} /></div>
        <div className="filter">
          <span id={`${id}k`}>{t('kind')}</span>
          <Radio.Group aria-labelledby={`${id}k`} value={kind} onChange={({ target }) => say({ kind: target.value as Said['kind'] })}
            options={[{ value: 'routine', label: t('routine') }, { value: 'key', label: t('key') }]} />
        </div>
        <div className="filter"><label htmlFor={`${id}f`}>{t('from')}</label><input id={`${id}f`} type="date" className="date-field" value={from} onChange={({ target }) => say({ from: target.value })} /></div>
        <div className="filter"><label htmlFor={`${id}u`}>{t('until')}</label><input id={`${id}u`} type="date" className="date-field" value={until} onChange={({ target }) => say({ until: target.value })} /></div>
        <div className="filter"><label htmlFor={`${id}d`}>{t('deepest')}</label><InputNumber id={`${id}d`} min={1} max={DEEPEST} value={deepestLevel} onChange={(value) => say({ deepestLevel: value ?? deepestLevel })} /></div>
        {fromFile && (
          <div className="filter"><label htmlFor={`${id}x`}>{t('file')}</label><input id={`${id}x`} type="file" accept=".xlsx" onChange={({ target }) => setFile(target.files?.[0])} /></div>
        )}
        {(failure !== undefined || draft.isError) && <Failure failure={failure ?? draft.error} />}
      </div>
    </Modal>
  );
};
