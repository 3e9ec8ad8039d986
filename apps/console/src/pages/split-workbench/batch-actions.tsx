import type { SplitProgressRow } from '@zeren/tasks-domain';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useCommand } from '../../api/commands.js';
import { idOf } from '../../api/rows.js';
import { Failure } from '../../design/states.js';
import { ImportForm } from './import-form.js';
import { saveWorkbook } from './save-workbook.js';
import { useWorkbenchTexts } from './workbench.texts.js';

type Action = { readonly name: 'approve' | 'publish' | 'stop' | 'resume' | 'revise' | 'drop'; readonly path: string; readonly asks: 'document' | 'reason' | null };

const approve: Action = { name: 'approve', path: 'approval', asks: 'document' };
const publish: Action = { name: 'publish', path: 'publication', asks: null };
const stop: Action = { name: 'stop', path: 'publication/stop', asks: 'reason' };
const resume: Action = { name: 'resume', path: 'publication/resumption', asks: null };
const revise: Action = { name: 'revise', path: 'revisions', asks: 'reason' };
const drop: Action = { name: 'drop', path: 'revisions/abandonment', asks: 'reason' };

/** Whether rows of the version in force are still to become tasks. */
export const isUnderWay = ({ status, version, versions, tasksPublished, rows }: SplitProgressRow): boolean =>
  status === 'published' && (version === 1 ? tasksPublished < rows : versions.at(-1)?.result === null);

/** What can be done to a batch as it stands. */
export const actionsFor = (split: SplitProgressRow): readonly Action[] => {
  const whileRevised = split.version > 1 ? [drop] : [];
  switch (split.status) {
    case 'drafted': return [...(split.rows > 0 ? [approve] : []), ...whileRevised];
    case 'approved': return [publish, ...whileRevised];
    case 'published': {
      if (split.stoppedFor !== null) return [resume];
      return isUnderWay(split) ? [stop] : [revise];
    }
  }
};

const AskForm = ({ split, action, onClose }: { split: SplitProgressRow; action: Action; onClose: () => void }) => {
  const t = useWorkbenchTexts();
  const id = useId();
  const [text, setText] = useState('');
  const send = useCommand(onClose);
  const { name, path, asks } = action;
  const body = asks === null ? {} : { [asks]: text.trim() };
  return (
    <Modal open title={t(name)} onCancel={onClose} footer={(
      <div className="apart">
        <span />
        <span className="row">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={asks !== null && text.trim() === ''} loading={send.isPending}
            onClick={() => send.mutate({ path: `/splits/${idOf(split)}/${path}`, body, revision: split.revision })}>{t(name)}</Button>
        </span>
      </div>
    )}>
      <div className="stack">
        {asks && <div className="filter"><label htmlFor={id}>{t(asks)}</label><Input id={id} maxLength={200} value={text} onChange={({ target }) => setText(target.value)} /></div>}
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};

/** The steps of a batch: each asks for what it needs, and says why it was refused. */
export const BatchActions = ({ split }: { split: SplitProgressRow }) => {
  const t = useWorkbenchTexts();
  const [chosen, setChosen] = useState<Action>();
  const [importing, setImporting] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const exported = () => saveWorkbook(`/splits/${idOf(split)}/spreadsheet`, `split-${split.id}`).catch(setFailure);
  return (
    <>
      <span className="row">
        {split.rows > 0 && <Button onClick={() => void exported()}>{t('export')}</Button>}
        {split.status === 'drafted' && <Button onClick={() => setImporting(true)}>{t('import')}</Button>}
        {actionsFor(split).map((action, index) => (
          <Button key={action.name} {...(index === 0 ? { type: 'primary' as const } : {})} onClick={() => setChosen(action)}>{t(action.name)}</Button>
        ))}
      </span>
      {failure !== undefined && <Failure failure={failure} />}
      {importing && <ImportForm split={split} onClose={() => setImporting(false)} />}
      {chosen && <AskForm split={split} action={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
};
