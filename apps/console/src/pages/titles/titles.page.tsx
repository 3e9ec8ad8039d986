import { titleStatusText, type CampaignRow, type StandardDocumentRow, type TitleRow } from '@zeren/tasks-domain';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Resource } from '../../design/states.js';
import { StepForm, type StepPlan } from '../../design/step-form.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { CampaignName } from '../../design/campaign-name.js';
import { ApplyForm } from './apply-form.js';
import { stepsOf } from './title-plans.js';
import { useTitleTexts } from './titles.texts.js';
import { WhyEnded } from './why-ended.js';

const useColumns = (onStep: (step: StepPlan) => void): readonly Column<TitleRow>[] => {
  const t = useTitleTexts();
  const { nameOf, language, semicolon } = useLanguage();
  const caller = useCaller();
  const isOffice = caller?.roles.includes('city-office') === true;
  return [
    { key: 'name', title: t('name'), lead: true, cell: (row) => <>{nameOf(row.name)} <Link className="small" to={`/history/title-${idOf(row)}`}>{t('history')}</Link></> },
    { key: 'area', title: t('area'), cell: ({ areaUnitId }) => <span className="nowrap"><UnitName id={areaUnitId} /></span> },
    { key: 'campaign', title: t('campaign'), cell: ({ campaignId }) => <CampaignName id={campaignId} /> },
    { key: 'status', title: t('status'), cell: ({ status }) => <Mark tone={status === 'ended' || status === 'withdrawn' ? 'seal' : 'strong'}>{nameOf(titleStatusText[status])}</Mark> },
    { key: 'terms', title: t('terms'), end: true, cell: ({ terms }) => terms },
    { key: 'validUntil', title: t('validUntil'), cell: ({ validUntil }) => <span className="nowrap">{validUntil ? dayOf(validUntil, language) : '—'}</span> },
    { key: 'why', title: t('why'), wide: true, cell: (row) => <WhyEnded title={row} /> },
    { key: 'documents', title: t('documents'), wide: true, cell: ({ documents }) => documents.join(semicolon) || '—' },
    ...(isOffice && caller
      ? [{
        key: 'steps', title: t('steps'), wide: true,
        cell: (row: TitleRow) => <span className="row">{stepsOf(row, { t, caller, language }).map((step) => <Button key={step.title} size="small" onClick={() => onStep(step)}>{step.title}</Button>)}</span>,
      }]
      : []),
  ];
};

/** Chooses a campaign to apply for; its standard says what is to be declared. */
const Application = () => {
  const t = useTitleTexts();
  const { nameOf } = useLanguage();
  const caller = useCaller();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const campaigns = useRead<Page<CampaignRow>>('/campaigns', { limit: 100 });
  const campaign = campaigns.data?.items.find((one) => idOf(one) === chosen);
  const standard = useRead<StandardDocumentRow>(`/standards/${campaign?.standardId ?? ''}`, {}, { fresh: Infinity, enabled: campaign !== undefined });
  if (!caller?.roles.includes('city-office')) return null;
  const document = standard.data;
  return (
    <div className="row">
      <div className="filter">
        <label htmlFor="title-campaign">{t('campaign')}</label>
        <Select id="title-campaign" style={{ minWidth: 220 }} value={chosen} onChange={setChosen} options={(campaigns.data?.items ?? []).map((one) => ({ value: idOf(one), label: nameOf(one.name) }))} />
      </div>
      <Button type="primary" disabled={!campaign || !document} onClick={() => setOpen(true)}>{t('apply')}</Button>
      {isOpen && campaign && document && <ApplyForm campaign={campaign} standard={document} caller={caller} onClose={() => setOpen(false)} />}
    </div>
  );
};

/** Every title that was applied for, where it stands, and what follows. */
export const TitlesPage = () => {
  const t = useTitleTexts();
  const [step, setStep] = useState<StepPlan>();
  const columns = useColumns(setStep);
  const titles = useRead<Page<TitleRow>>('/titles', { limit: 200 });
  return (
    <PageFrame title={t('heading')} lead={t('lead')} aside={<AsOf of={titles} />}>
      <Application />
      <section className="sheet">
        <Resource of={titles} lines={6} isEmpty={({ items }) => items.length === 0} empty={t('none')}>
          {({ items }) => <Ledger caption={t('heading')} columns={columns} rows={items} keyOf={idOf} />}
        </Resource>
      </section>
      {step && <StepForm plan={step} onClose={() => setStep(undefined)} />}
    </PageFrame>
  );
};
