import type { BatchTemplate } from '@zeren/contracts-domain';
import type { SplitProgressRow } from '@zeren/tasks-domain';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCommand } from '../../api/commands.js';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Failure } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { BasesAndClauses, emptyBasis, Faults, faultsOf, Labelled, TitleAndPeriod, type Wording } from '../contract/wording-fields.js';
import { useBatchTexts } from './contract-batch.texts.js';

const isReady = ({ splitId, title, legalBasis, period }: BatchTemplate): boolean =>
  splitId !== '' && title.zh.trim() !== '' && title.en.trim() !== '' && period.from !== '' && period.until !== ''
  && legalBasis.length > 0 && legalBasis.every((basis) => basis.title.trim() !== '' && basis.number.trim() !== '');

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
  const change = (changed: Partial<Wording>) => setTemplate((before) => ({ ...before, ...changed }));
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
      <Faults.Provider value={faultsOf(undefined, send.error)}>
        <div className="stack">
          <Labelled label={t('split')} field="splitId">
            {(control) => (
              <Select {...control} value={template.splitId || null} placeholder={t('chooseSplit')} onChange={(splitId) => setTemplate((before) => ({ ...before, splitId: splitId ?? '' }))}
                options={published.map((row) => ({ value: idOf(row), label: nameOf(row.title) }))} />
            )}
          </Labelled>
          <div className="row">
            <Labelled label={t('issuerPost')} field="issuerPostId">{(control) => <Input {...control} value={template.issuerPostId} onChange={({ target }) => setTemplate((before) => ({ ...before, issuerPostId: target.value.trim() }))} />}</Labelled>
            <Labelled label={t('responsiblePost')} field="responsiblePost">{(control) => <Input {...control} value={template.responsiblePost} onChange={({ target }) => setTemplate((before) => ({ ...before, responsiblePost: target.value.trim() }))} />}</Labelled>
            <Labelled label={t('secondPost')} field="responsibleSecondPost">{(control) => <Input {...control} value={template.responsibleSecondPost ?? ''} onChange={({ target }) => setSecond(target.value.trim())} />}</Labelled>
          </div>
          <TitleAndPeriod wording={template} onChange={change} titles={{ zh: t('titleZh'), en: t('titleEn') }} />
          <BasesAndClauses wording={template} onChange={change} />
          {send.isError && <Failure failure={send.error} />}
        </div>
      </Faults.Provider>
    </Modal>
  );
};
