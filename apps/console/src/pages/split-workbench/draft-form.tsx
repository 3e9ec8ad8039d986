import { CYCLE_YEARS } from '@zeren/tasks-domain';
import { Button, Input, InputNumber, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCommand } from '../../api/commands.js';
import { Failure } from '../../design/states.js';
import { ImportPart, useImport } from './import-form.js';
import { useWorkbenchTexts } from './workbench.texts.js';

type Said = { readonly titleZh: string; readonly titleEn: string; readonly kind: 'routine' | 'key'; readonly from: string; readonly until: string; readonly deepestLevel: number };

const DEEPEST = 9;
/** Years of a cycle after its first: routine work is split every three years, key work every year. */

/** What a batch is called, for which cycle, and how deep it reaches. */
const Frame = ({ said, onSay }: { said: Said; onSay: (change: Partial<Said>) => void }) => {
  const t = useWorkbenchTexts();
  const id = useId();
  const { titleZh, titleEn, kind, from, until, deepestLevel } = said;
  const choose = (chosen: Said['kind']): void => onSay({ kind: chosen, until: `${Number(from.slice(0, 4)) + CYCLE_YEARS[chosen] - 1}-12-31` });
  return (
    <>
      <div className="filter"><label htmlFor={`${id}z`}>{t('titleZh')}</label><Input id={`${id}z`} maxLength={500} value={titleZh} onChange={({ target }) => onSay({ titleZh: target.value })} /></div>
      <div className="filter"><label htmlFor={`${id}e`}>{t('titleEn')}</label><Input id={`${id}e`} maxLength={500} value={titleEn} onChange={({ target }) => onSay({ titleEn: target.value })} /></div>
      <div className="filter">
        <span id={`${id}k`}>{t('kind')}</span>
        <Radio.Group aria-labelledby={`${id}k`} value={kind} onChange={({ target }) => choose(target.value as Said['kind'])}
          options={[{ value: 'routine', label: t('routine') }, { value: 'key', label: t('key') }]} />
      </div>
      <div className="row">
        <div className="filter"><label htmlFor={`${id}f`}>{t('from')}</label><input id={`${id}f`} type="date" className="date-field" value={from} onChange={({ target }) => onSay({ from: target.value })} /></div>
        <div className="filter"><label htmlFor={`${id}u`}>{t('until')}</label><input id={`${id}u`} type="date" className="date-field" value={until} onChange={({ target }) => onSay({ until: target.value })} /></div>
        <div className="filter"><label htmlFor={`${id}d`}>{t('deepest')}</label><InputNumber id={`${id}d`} min={1} max={DEEPEST} value={deepestLevel} onChange={(value) => onSay({ deepestLevel: value ?? deepestLevel })} /></div>
      </div>
    </>
  );
};

/** Begins a batch: empty, or with a table checked first and brought in whole. */
export const DraftForm = ({ year, fromFile, onClose }: { year: number; fromFile: boolean; onClose: () => void }) => {
  const t = useWorkbenchTexts();
  const navigate = useNavigate();
  const [said, setSaid] = useState<Said>({ titleZh: '', titleEn: '', kind: 'routine', from: `${year}-01-01`, until: `${year + CYCLE_YEARS.routine - 1}-12-31`, deepestLevel: 5 });
  const done = (split: { readonly id: string }): void => void navigate(`/split-workbench/${split.id}`);
  const draft = useCommand(done);
  const table = useImport(said, undefined, done);
  const { titleZh, titleEn, kind, from, until, deepestLevel } = said;
  const ready = titleZh.trim() !== '' && titleEn.trim() !== '';
  const say = (change: Partial<Said>): void => {
    setSaid((before) => ({ ...before, ...change }));
    table.check.reset();
  };
  return (
    <Modal open title={t(fromFile ? 'import' : 'draft')} onCancel={onClose} footer={null} width={fromFile ? 760 : 520}>
      <div className="stack">
        {fromFile && <p className="soft">{t('importLead')}</p>}
        <Frame said={said} onSay={say} />
        {fromFile ? <ImportPart of={table} ready={ready} onClose={onClose} /> : (
          <>
            {draft.isError && <Failure failure={draft.error} />}
            <div className="apart">
              <span />
              <span className="row">
                <Button onClick={onClose}>{t('cancel')}</Button>
                <Button type="primary" disabled={!ready} loading={draft.isPending}
                  onClick={() => draft.mutate({ path: '/splits', body: { title: { zh: titleZh, en: titleEn }, cycle: { kind, from, until }, deepestLevel } })}>{t('send')}</Button>
              </span>
            </div>
          </>
        )}
      </div>
    </Modal>
  );
};
