import type { BatchTemplate, Clause, LegalBasis } from '@zeren/contracts-domain';
import type { SplitProgressRow } from '@zeren/tasks-domain';
import { Button, Input, Modal, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCommand } from '../../api/commands.js';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Failure } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { useBatchTexts } from './contract-batch.texts.js';

const basisKinds = ['law', 'party-regulation', 'superior-document'] as const satisfies readonly LegalBasis['kind'][];
const clauseKinds = ['reward', 'penalty', 'veto'] as const satisfies readonly Clause['kind'][];
const emptyBasis: LegalBasis = { kind: 'law', title: '', number: '' };

const Labelled = ({ label, children }: { label: string; children: (id: string) => ReactNode }) => {
  const id = useId();
  return <div className="filter"><label htmlFor={id}>{label}</label>{children(id)}</div>;
};

const BasisFields = ({ basis, onChange }: { basis: LegalBasis; onChange: (basis: LegalBasis) => void }) => {
  const t = useBatchTexts();
  return (
    <div className="row">
      <Labelled label={t('kind')}>{(id) => <Select id={id} value={basis.kind} onChange={(kind) => onChange({ ...basis, kind })} options={basisKinds.map((value) => ({ value, label: t(value) }))} popupMatchSelectWidth={false} />}</Labelled>
      <Labelled label={t('basisTitle')}>{(id) => <Input id={id} maxLength={500} value={basis.title} onChange={({ target }) => onChange({ ...basis, title: target.value })} />}</Labelled>
      <Labelled label={t('basisNumber')}>{(id) => <Input id={id} maxLength={200} value={basis.number} onChange={({ target }) => onChange({ ...basis, number: target.value })} />}</Labelled>
    </div>
  );
};

const ClauseFields = ({ clause, onChange, onRemove }: { clause: Clause; onChange: (clause: Clause) => void; onRemove: () => void }) => {
  const t = useBatchTexts();
  const setKind = (kind: Clause['kind']) => onChange({ ...clause, kind, legalBasis: kind === 'veto' ? (clause.legalBasis ?? emptyBasis) : null });
  return (
    <li className="card stack">
      <div className="row">
        <Labelled label={t('code')}>{(id) => <Input id={id} maxLength={20} value={clause.code} onChange={({ target }) => onChange({ ...clause, code: target.value.toUpperCase() })} />}</Labelled>
        <Labelled label={t('kind')}>{(id) => <Select id={id} value={clause.kind} onChange={setKind} options={clauseKinds.map((value) => ({ value, label: t(value) }))} popupMatchSelectWidth={false} />}</Labelled>
        <Button size="small" onClick={onRemove}>{t('remove')}</Button>
      </div>
      {(['zh', 'en'] as const).map((language) => (
        <Labelled key={language} label={t(language)}>
          {(id) => <Input.TextArea id={id} autoSize maxLength={2000} value={clause.text[language]} onChange={({ target }) => onChange({ ...clause, text: { ...clause.text, [language]: target.value } })} />}
        </Labelled>
      ))}
      {clause.legalBasis && <BasisFields basis={clause.legalBasis} onChange={(legalBasis) => onChange({ ...clause, legalBasis })} />}
    </li>
  );
};

const replaced = <T,>(list: readonly T[], at: number, item: T): readonly T[] => list.map((one, index) => (index === at ? item : one));

const nextCode = (clauses: readonly Clause[]): string => {
  let number = clauses.length + 1;
  while (clauses.some(({ code }) => code === `C${number}`)) number += 1;
  return `C${number}`;
};

const isReady = ({ splitId, title, legalBasis, period }: BatchTemplate): boolean =>
  splitId !== '' && title.zh.trim() !== '' && title.en.trim() !== '' && period.from !== '' && period.until !== ''
  && legalBasis.length > 0 && legalBasis.every((basis) => basis.title.trim() !== '' && basis.number.trim() !== '');

const Lists = ({ template, onChange }: { template: BatchTemplate; onChange: (template: BatchTemplate) => void }) => {
  const t = useBatchTexts();
  const { legalBasis, clauses } = template;
  const setClauses = (next: readonly Clause[]) => onChange({ ...template, clauses: next });
  const newClause: Clause = { code: nextCode(clauses), kind: 'reward', legalBasis: null, text: { zh: '', en: '' } };
  return (
    <>
      <h3>{t('bases')}</h3>
      {legalBasis.map((basis, index) => <BasisFields key={index} basis={basis} onChange={(next) => onChange({ ...template, legalBasis: replaced(legalBasis, index, next) })} />)}
      <div><Button size="small" onClick={() => onChange({ ...template, legalBasis: [...legalBasis, emptyBasis] })}>{t('addBasis')}</Button></div>
      <h3>{t('clauses')}</h3>
      <ul className="plain cards">
        {clauses.map((clause, index) => (
          <ClauseFields key={index} clause={clause} onChange={(next) => setClauses(replaced(clauses, index, next))} onRemove={() => setClauses(clauses.filter((_, at) => at !== index))} />
        ))}
      </ul>
      <div><Button size="small" onClick={() => setClauses([...clauses, newClause])}>{t('addClause')}</Button></div>
    </>
  );
};

/** Words what every contract of the batch says, and issues them. */
export const BatchForm = ({ tenantId, onClose }: { tenantId: string; onClose: () => void }) => {
  const t = useBatchTexts();
  const { nameOf } = useLanguage();
  const navigate = useNavigate();
  const splits = usePages<SplitProgressRow>('/splits', { limit: 200 });
  const send = useCommand(({ id }) => void navigate(`/contract-batches/${id}`));
  const [template, setTemplate] = useState<BatchTemplate>({
    splitId: '', title: { zh: '{unit}目标责任状', en: 'Responsibility contract of {unit}' }, issuerPostId: `${tenantId}.head`, responsiblePost: 'head',
    legalBasis: [emptyBasis], clauses: [], period: { from: '', until: '' },
  });
  const published = splits.data?.pages.flatMap(({ items }) => items).filter(({ status }) => status === 'published') ?? [];
  const setSecond = (responsibleSecondPost: string) => {
    const { responsibleSecondPost: _, ...rest } = template;
    setTemplate(responsibleSecondPost === '' ? rest : { ...rest, responsibleSecondPost });
  };
  return (
    <Modal open width={820} title={t('start')} onCancel={onClose} footer={(
      <div className="apart">
        <span className="why" role="status">{!isReady(template) && t('missing')}</span>
        <span className="row">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={!isReady(template)} loading={send.isPending} onClick={() => send.mutate({ path: '/contract-batches', body: template })}>{t('issue')}</Button>
        </span>
      </div>
    )}>
      <div className="stack">
        <Labelled label={t('split')}>
          {(id) => (
            <Select id={id} value={template.splitId || null} placeholder={t('chooseSplit')} onChange={(splitId) => setTemplate({ ...template, splitId: splitId ?? '' })}
              options={published.map((row) => ({ value: idOf(row), label: nameOf(row.title) }))} />
          )}
        </Labelled>
        {(['zh', 'en'] as const).map((language) => (
          <Labelled key={language} label={t(language === 'zh' ? 'titleZh' : 'titleEn')}>
            {(id) => <Input id={id} maxLength={500} value={template.title[language]} onChange={({ target }) => setTemplate({ ...template, title: { ...template.title, [language]: target.value } })} />}
          </Labelled>
        ))}
        <div className="row">
          <Labelled label={t('issuerPost')}>{(id) => <Input id={id} value={template.issuerPostId} onChange={({ target }) => setTemplate({ ...template, issuerPostId: target.value.trim() })} />}</Labelled>
          <Labelled label={t('responsiblePost')}>{(id) => <Input id={id} value={template.responsiblePost} onChange={({ target }) => setTemplate({ ...template, responsiblePost: target.value.trim() })} />}</Labelled>
          <Labelled label={t('secondPost')}>{(id) => <Input id={id} value={template.responsibleSecondPost ?? ''} onChange={({ target }) => setSecond(target.value.trim())} />}</Labelled>
        </div>
        <div className="row">
          {(['from', 'until'] as const).map((end) => (
            <Labelled key={end} label={t(end)}>
              {(id) => <input id={id} type="date" className="date-field" value={template.period[end]} onChange={({ target }) => setTemplate({ ...template, period: { ...template.period, [end]: target.value } })} />}
            </Labelled>
          ))}
        </div>
        <Lists template={template} onChange={setTemplate} />
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};
