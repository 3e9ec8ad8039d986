import { localDate, localYear } from '@zeren/organisation-domain';
import { mockAssessmentDecider, provedBy, tasksRefusals, type CampaignRow, type CommissionMockAssessment, type MockIndicator, type StandardDocumentRow } from '@zeren/tasks-domain';
import type { UnitRow } from '@zeren/organisation-domain';
import type { Caller, Language } from '@zeren/kernel';
import { Button } from 'antd';
import { useCaller } from '../../api/caller.js';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { refusalOf } from '../../design/refusal.js';
import type { Said, StepPlan } from '../../design/step-form.js';
import { useLanguage } from '../../language/language.js';
import { useReadinessTexts } from './readiness.texts.js';

const ALL_SOURCES = 'all';
const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

const indicatorsOf = ({ categories }: StandardDocumentRow, { weights }: CampaignRow): readonly MockIndicator[] => {
  const weightOf = new Map(weights.map(({ indicatorCode, weight }) => [indicatorCode, weight]));
  return categories.flatMap(({ indicators }) => indicators.map((one) => ({ code: one.code, name: one.name, metrics: one.metrics, formats: provedBy(one), weight: weightOf.get(one.code) ?? '0' })));
};

const bodyOf = (campaign: CampaignRow, said: Said) => {
  const of = (name: string): string => said[name] ?? '';
  return {
    title: { zh: of('zh'), en: of('en') || of('zh') }, campaignId: idOf(campaign), assessorUnitId: of('assessor'), areaUnitIds: linesOf(of('areas')), from: of('from'), until: of('until'),
    year: Number(of('year')) || 0, source: of('source') === ALL_SOURCES ? null : of('source'), ...(of('size') !== '' && { sample: { size: Number(of('size')) || 0, seed: of('seed') } }),
  };
};

/** The same command as the service will decide on; names are known to the service alone. */
const commandOf = (campaign: CampaignRow, standard: StandardDocumentRow, said: Said): CommissionMockAssessment => {
  const { areaUnitIds, sample, ...rest } = bodyOf(campaign, said);
  const unnamed = { zh: '', en: '' };
  return {
    type: 'CommissionMockAssessment',
    data: {
      ...rest, campaignName: campaign.name, assessorName: unnamed, areas: areaUnitIds.map((unitId) => ({ unitId, name: unnamed })), all: indicatorsOf(standard, campaign), isExternal: rest.assessorUnitId !== '',
      sources: campaign.composition?.sources.map(({ code }) => code) ?? [], years: { first: campaign.firstYear, last: campaign.lastYear }, choice: sample ?? 'all',
    },
  };
};

type Asking = { readonly t: ReturnType<typeof useReadinessTexts>; readonly caller: Caller; readonly language: Language; readonly nameOf: ReturnType<typeof useLanguage>['nameOf'] };

const planOf = (campaign: CampaignRow, standard: StandardDocumentRow, parties: readonly UnitRow[], { t, caller, language, nameOf }: Asking): StepPlan => ({
  title: t('commission'),
  first: { areas: campaign.participantTenantIds.join('\n'), year: String(Math.min(localYear(caller.now), campaign.lastYear)), source: ALL_SOURCES, from: localDate(caller.now) },
  fields: [
    { name: 'zh', label: t('mockZh') }, { name: 'en', label: t('mockEn') },
    { name: 'assessor', label: t('assessorUnit'), options: parties.map(({ unitId, name }) => ({ value: unitId, label: nameOf(name) })) },
    { name: 'areas', label: t('areas'), lines: true }, { name: 'from', label: t('from'), date: true }, { name: 'until', label: t('until'), date: true }, { name: 'year', label: t('mockYear') },
    { name: 'source', label: t('source'), options: [{ value: ALL_SOURCES, label: t('allSources') }, ...(campaign.composition?.sources ?? []).map(({ code, name }) => ({ value: code, label: nameOf(name) }))] },
    { name: 'size', label: t('sampleSize') }, { name: 'seed', label: t('seed') },
  ],
  refusal: (said) => refusalOf(() => mockAssessmentDecider.decide(commandOf(campaign, standard, said), mockAssessmentDecider.initialState, caller), tasksRefusals, language),
  intent: (said) => ({ path: '/mock-assessments', body: bodyOf(campaign, said) }),
});

/** For the city's office: commissions a mock assessment from a unit outside the tree. */
export const CommissionAction = ({ campaign, onStep }: { campaign: CampaignRow; onStep: (step: StepPlan) => void }) => {
  const t = useReadinessTexts();
  const { nameOf, language } = useLanguage();
  const caller = useCaller();
  const isOffice = caller?.roles.includes('city-office') === true;
  const standard = useRead<StandardDocumentRow>(`/standards/${campaign.standardId}`, {}, { fresh: Infinity, enabled: isOffice });
  const parties = useRead<Page<UnitRow>>('/units', { kind: 'external-party', limit: 200 }, { fresh: 300_000, enabled: isOffice });
  if (!isOffice || !caller) return null;
  const open = () => { if (standard.data && parties.data) onStep(planOf(campaign, standard.data, parties.data.items, { t, caller, language, nameOf })); };
  return <div><Button type="primary" disabled={!standard.data || !parties.data} onClick={open}>{t('commission')}</Button></div>;
};
