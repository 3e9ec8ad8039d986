import { campaignDecider, campaignOf, tasksRefusals, type CampaignCommand, type CampaignRow } from '@zeren/tasks-domain';
import type { Caller } from '@zeren/kernel';
import { Button } from 'antd';
import { useState } from 'react';
import { useCaller } from '../../api/caller.js';
import { idOf } from '../../api/rows.js';
import { refusalOf } from '../../design/refusal.js';
import { useIntegrations } from '../../design/integration.js';
import { severalOf, StepForm, type Said, type StepPlan } from '../../design/step-form.js';
import { textsOf, useLanguage, type Translate } from '../../language/language.js';

const texts = {
  zh: {
    score: '录入来源得分', classify: '归入四个融合', integrations: '四个融合', rank: '录入外部名次', milestone: '节点实现', compose: '规定得分构成', source: '来源', year: '年份', points: '得分（0—100）', document: '依据文件', which: '节点', reachedOn: '实现日期', amongZh: '范围（中文）', amongEn: '范围（英文）', rankIs: '名次', of: '参加排名数', target: '目标名次', origin: '出处', publishedOn: '公布日期',
    sources: '来源与占比，如：网上申报 40', years: '年份与占比，如：2012 15', perLine: '每行一项',
  },
  en: {
    score: 'Enter a source’s score', classify: 'Classify', integrations: 'Four integrations', rank: 'Enter a rank of others', milestone: 'Milestone reached', compose: 'Lay down the composition', source: 'Source', year: 'Year', points: 'Score (0–100)', document: 'Document', which: 'Milestone', reachedOn: 'Reached on', amongZh: 'Among (Chinese)', amongEn: 'Among (English)', rankIs: 'Rank', of: 'Number ranked', target: 'Rank aimed at', origin: 'Source', publishedOn: 'Published on',
    sources: 'Sources and parts, such as: Survey 20', years: 'Years and parts, such as: 2012 15', perLine: 'one a line',
  },
} as const;
type Key = keyof typeof texts.zh;
const useTexts = textsOf<Key>('course-actions', texts.zh, texts.en);

type Plan = Pick<StepPlan, 'title' | 'fields' | 'first'> & { readonly path: string; readonly command: (said: Said) => CampaignCommand };

const numberOf = (text: string | undefined): number => Number(text) || 0;
const optional = (text: string | undefined): number | null => (text ? numberOf(text) : null);
const classifyPlan = (campaign: CampaignRow, t: Translate<Key>, named: ReturnType<typeof useIntegrations>, nameOf: (text: CampaignRow['name']) => string): Plan => ({
  title: t('classify'), path: 'integrations', first: { integrations: campaign.integrations.join(' ') },
  fields: [{ name: 'integrations', label: t('integrations'), beside: 'several', options: named.map(({ code, name }) => ({ value: code, label: nameOf(name) })) }, { name: 'document', label: t('document') }],
  command: ({ integrations, document = '' }) => ({ type: 'ClassifyCampaign', data: { integrations: severalOf(integrations), document } }),
});

/** Each line: words, and at its end a number. */
const linesOf = (text = ''): { readonly words: string; readonly weight: string }[] =>
  text.split('\n').map((line) => /^(.*?)\s+([\d.]+)\s*%?$/.exec(line.trim())).filter((found) => found !== null).map(([, words = '', weight = '']) => ({ words, weight }));

const milestonePlan = (campaign: CampaignRow, t: Translate<Key>, nameOf: (text: CampaignRow['name']) => string): Plan => ({
  title: t('milestone'), path: 'milestones',
  fields: [
    { name: 'which', label: t('which'), options: campaign.milestones.map(({ year, unitId, text }) => ({ value: `${year} ${unitId}`, label: `${year} · ${nameOf(text)}` })) },
    { name: 'reachedOn', label: t('reachedOn'), date: true }, { name: 'document', label: t('document') },
  ],
  command: ({ which = '', reachedOn = '', document = '' }) => {
    const [year, unitId = ''] = which.split(' ');
    return { type: 'ReachMilestone', data: { year: numberOf(year), unitId, reachedOn, document } };
  },
});

const rankPlan = (t: Translate<Key>): Plan => ({
  title: t('rank'), path: 'external-ranks',
  fields: [
    { name: 'year', label: t('year') }, { name: 'amongZh', label: t('amongZh') }, { name: 'amongEn', label: t('amongEn') }, { name: 'rank', label: t('rankIs') }, { name: 'of', label: t('of') },
    { name: 'target', label: t('target') }, { name: 'source', label: t('origin') }, { name: 'publishedOn', label: t('publishedOn'), date: true },
  ],
  command: ({ year, amongZh = '', amongEn = '', rank, of, target, source = '', publishedOn = '' }) => ({
    type: 'EnterExternalRank',
    data: { year: numberOf(year), among: { zh: amongZh, en: amongEn }, rank: numberOf(rank), of: optional(of), target: optional(target), source, publishedOn },
  }),
});

const composePlan = (t: Translate<Key>): Plan => ({
  title: t('compose'), path: 'composition',
  fields: [{ name: 'sources', label: `${t('sources')} · ${t('perLine')}`, lines: true }, { name: 'years', label: `${t('years')} · ${t('perLine')}`, lines: true }, { name: 'document', label: t('document') }],
  command: ({ sources, years, document = '' }) => ({
    type: 'SetComposition',
    data: {
      sources: linesOf(sources).map(({ words, weight }, index) => ({ code: `source-${index + 1}`, name: { zh: words, en: words }, weight })),
      years: linesOf(years).map(({ words, weight }) => ({ year: numberOf(words), weight })), document,
    },
  }),
});

const scorePlan = ({ composition }: CampaignRow, t: Translate<Key>, nameOf: (text: CampaignRow['name']) => string): readonly Plan[] => (composition
  ? [{
    title: t('score'), path: 'source-scores',
    fields: [
      { name: 'source', label: t('source'), options: composition.sources.map(({ code, name }) => ({ value: code, label: nameOf(name) })) },
      { name: 'year', label: t('year'), options: composition.years.map(({ year }) => ({ value: String(year), label: String(year) })) },
      { name: 'score', label: t('points') }, { name: 'document', label: t('document') },
    ],
    command: ({ source = '', year, score = '', document = '' }) => ({ type: 'RecordSourceScore', data: { source, year: numberOf(year), score, document } }),
  }]
  : []);

const isOffice = ({ tenantId, roles }: Caller, { ownerTenantId }: CampaignRow): boolean => tenantId === ownerTenantId && roles.includes('city-office');

/** What the city's office can enter about a running campaign. */
export const CourseActions = ({ campaign }: { campaign: CampaignRow }) => {
  const t = useTexts();
  const { nameOf, language } = useLanguage();
  const caller = useCaller();
  const named = useIntegrations();
  const [chosen, setChosen] = useState<StepPlan>();
  if (!caller || !isOffice(caller, campaign)) return null;
  const stepOf = ({ title, path, fields, first, command }: Plan): StepPlan => ({
    title, fields, ...(first && { first }),
    refusal: (said) => refusalOf(() => campaignDecider.decide(command(said), campaignOf(campaign), caller), tasksRefusals, language),
    intent: (said) => ({ path: `/campaigns/${idOf(campaign)}/${path}`, body: command(said).data, revision: campaign.revision }),
  });
  const steps = [milestonePlan(campaign, t, nameOf), composePlan(t), ...scorePlan(campaign, t, nameOf), rankPlan(t), classifyPlan(campaign, t, named, nameOf)].map(stepOf);
  return (
    <div className="row">
      {steps.map((step) => <Button key={step.title} onClick={() => setChosen(step)}>{step.title}</Button>)}
      {chosen && <StepForm plan={chosen} onClose={() => setChosen(undefined)} />}
    </div>
  );
};
