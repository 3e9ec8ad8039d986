import { campaignDecider, campaignOf, tasksRefusals, type CampaignCommand, type CampaignRow } from '@zeren/tasks-domain';
import type { Caller } from '@zeren/kernel';
import { Button, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useCaller } from '../../api/caller.js';
import { useCommand } from '../../api/commands.js';
import { idOf } from '../../api/rows.js';
import { refusalOf } from '../../design/refusal.js';
import { Failure } from '../../design/states.js';
import { textsOf, useLanguage, type Translate } from '../../language/language.js';

const texts = {
  zh: {
    score: '录入来源得分', rank: '录入外部名次', milestone: '节点实现', compose: '规定得分构成', cancel: '取消', send: '提交', source: '来源', year: '年份', points: '得分（0—100）', document: '依据文件', which: '节点', reachedOn: '实现日期', amongZh: '范围（中文）', amongEn: '范围（英文）', rankIs: '名次', of: '参加排名数', target: '目标名次', origin: '出处', publishedOn: '公布日期',
    sources: '来源与占比，如：网上申报 40', years: '年份与占比，如：2012 15', perLine: '每行一项',
  },
  en: {
    score: 'Enter a source’s score', rank: 'Enter a rank of others', milestone: 'Milestone reached', compose: 'Lay down the composition', cancel: 'Cancel', send: 'Send', source: 'Source', year: 'Year', points: 'Score (0–100)', document: 'Document', which: 'Milestone', reachedOn: 'Reached on', amongZh: 'Among (Chinese)', amongEn: 'Among (English)', rankIs: 'Rank', of: 'Number ranked', target: 'Rank aimed at', origin: 'Source', publishedOn: 'Published on',
    sources: 'Sources and parts, such as: Survey 20', years: 'Years and parts, such as: 2012 15', perLine: 'one a line',
  },
} as const;
type Key = keyof typeof texts.zh;
const useTexts = textsOf<Key>('course-actions', texts.zh, texts.en);

type Said = Readonly<Record<string, string>>;
type Field = { readonly name: string; readonly label: string; readonly options?: readonly { readonly value: string; readonly label: string }[]; readonly lines?: true; readonly date?: true };
type Plan = { readonly title: string; readonly path: string; readonly fields: readonly Field[]; readonly command: (said: Said) => CampaignCommand };

const numberOf = (text: string | undefined): number => Number(text) || 0;
const optional = (text: string | undefined): number | null => (text ? numberOf(text) : null);
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

const Control = ({ field, id, value, onSay }: { field: Field; id: string; value: string; onSay: (value: string) => void }) => {
  if (field.options) return <Select id={id} value={value || null} onChange={onSay} options={[...field.options]} />;
  if (field.lines) return <Input.TextArea id={id} rows={4} value={value} onChange={({ target }) => onSay(target.value)} />;
  return <Input id={id} type={field.date ? 'date' : 'text'} maxLength={200} value={value} onChange={({ target }) => onSay(target.value)} />;
};

const CourseForm = ({ plan, campaign, caller, onClose }: { plan: Plan; campaign: CampaignRow; caller: Caller; onClose: () => void }) => {
  const t = useTexts();
  const { language } = useLanguage();
  const prefix = useId();
  const [said, setSaid] = useState<Said>({});
  const send = useCommand(onClose);
  const command = plan.command(said);
  const refusal = refusalOf(() => campaignDecider.decide(command, campaignOf(campaign), caller), tasksRefusals, language);
  return (
    <Modal open title={plan.title} onCancel={onClose} footer={(
      <div className="apart">
        <span className="why" role="status">{refusal?.sentence}</span>
        <span className="row">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={refusal !== undefined} loading={send.isPending}
            onClick={() => send.mutate({ path: `/campaigns/${idOf(campaign)}/${plan.path}`, body: command.data, revision: campaign.revision })}>{t('send')}</Button>
        </span>
      </div>
    )}>
      <div className="stack">
        {plan.fields.map((field) => (
          <div key={field.name} className="filter">
            <label htmlFor={`${prefix}${field.name}`}>{field.label}</label>
            <Control field={field} id={`${prefix}${field.name}`} value={said[field.name] ?? ''} onSay={(value) => setSaid({ ...said, [field.name]: value })} />
          </div>
        ))}
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};

/** What the city's office can enter about a running campaign. */
export const CourseActions = ({ campaign }: { campaign: CampaignRow }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const caller = useCaller();
  const [chosen, setChosen] = useState<Plan>();
  if (!caller || caller.tenantId !== campaign.ownerTenantId || !caller.roles.includes('city-office')) return null;
  const plans = [milestonePlan(campaign, t, nameOf), composePlan(t), ...scorePlan(campaign, t, nameOf), rankPlan(t)];
  return (
    <div className="row">
      {plans.map((plan) => <Button key={plan.path} onClick={() => setChosen(plan)}>{plan.title}</Button>)}
      {chosen && <CourseForm plan={chosen} campaign={campaign} caller={caller} onClose={() => setChosen(undefined)} />}
    </div>
  );
};
