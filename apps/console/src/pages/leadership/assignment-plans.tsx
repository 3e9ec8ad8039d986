import { leadershipDecider, localDate, organisationRefusals, type AssignLeader, type LeaderAssignmentRow, type LeaderTarget, type LeaderTargetKind, type RegisterFindings } from '@zeren/organisation-domain';
import type { Caller, Language } from '@zeren/kernel';
import { idOf } from '../../api/rows.js';
import { PostChoice } from '../../design/post-choice.js';
import { refusalOf } from '../../design/refusal.js';
import { SiteChoice } from '../../design/site-choice.js';
import type { Said, StepPlan } from '../../design/step-form.js';
import { UnitChoice } from '../../design/unit-choice.js';
import type { useLeadershipTexts } from './leadership.texts.js';

type Texts = ReturnType<typeof useLeadershipTexts>;

export const targetKinds = ['area', 'site', 'enterprise', 'chain'] as const satisfies readonly LeaderTargetKind[];
const isKind = (text: string): text is LeaderTargetKind => targetKinds.some((kind) => kind === text);

const unsaid = { postId: '', kind: 'area', place: '', site: '', code: '', zh: '', en: '', duty: '', from: '', until: '', document: '', reason: '' };

const kindIn = ({ kind = unsaid.kind }: Said): LeaderTargetKind => (isKind(kind) ? kind : 'area');

/** Which of the fields says what the leader answers for. */
const namedBy: Readonly<Record<LeaderTargetKind, 'place' | 'site' | 'code'>> = { area: 'place', enterprise: 'place', site: 'site', chain: 'code' };

/** The registers know the names of all but chains, which may say in which area they are. */
const targetOf = (said: typeof unsaid): LeaderTarget => {
  const kind = kindIn(said);
  return { kind, id: said[namedBy[kind]].trim(), name: { zh: said.zh, en: said.en || said.zh }, areaUnitId: kind === 'chain' ? said.place || null : null };
};

const bodyOf = (said: Said) => {
  const whole = { ...unsaid, ...said };
  const { postId, duty, from, until, document, reason } = whole;
  return { postId, target: targetOf(whole), duty, from, until: until || null, document, reason };
};

/** What a browser does not know of the register is taken as favourable. */
const commandOf = (said: Said): AssignLeader => {
  const data = bodyOf(said);
  const { kind, id, areaUnitId } = data.target;
  const place = areaUnitId ?? id;
  const name = { zh: id, en: id };
  const findings: RegisterFindings = {
    units: place === '' ? [] : [{ unitId: place, name, kind: kind === 'enterprise' ? 'external-party' : 'town', superiorUnitIds: [], tenantId: '' }],
    sites: id === '' ? [] : [{ siteId: id, name, areaUnitId: id }],
    posts: data.postId === '' ? [] : [{ postId: data.postId, unitId: '', kind: 'head', tenantId: '' }],
  };
  return { type: 'AssignLeader', data: { ...data, findings } };
};

export const assignPlan = (caller: Caller, language: Language, t: Texts): StepPlan => ({
  title: t('assign'),
  first: { kind: 'area', from: localDate(caller.now) },
  fields: [
    { name: 'postId', label: t('leader'), control: ({ id, value, onSay }) => <PostChoice id={id} value={value} onChoose={onSay} /> },
    { name: 'kind', label: t('kind'), beside: 'one', options: targetKinds.map((value) => ({ value, label: t(value) })) },
    { name: 'place', label: t('targetArea'), when: (said) => kindIn(said) !== 'site', control: ({ id, value, onSay }) => <UnitChoice id={id} value={value} onChoose={onSay} /> },
    {
      name: 'site', label: t('targetSite'), when: (said) => kindIn(said) === 'site',
      control: ({ id, value, onSay }) => <SiteChoice id={id} value={value} placeholder={t('findSite')} onChoose={(site) => onSay(site ? idOf(site) : '')} />,
    },
    ...([['code', 'targetCode'], ['zh', 'nameZh'], ['en', 'nameEn']] as const).map(([name, label]) => ({ name, label: t(label), when: (said: Said) => kindIn(said) === 'chain' })),
    { name: 'duty', label: t('duty') }, { name: 'from', label: t('from'), date: true }, { name: 'until', label: t('until'), date: true },
    { name: 'document', label: t('document') }, { name: 'reason', label: t('reason') },
  ],
  refusal: (said) => refusalOf(() => leadershipDecider.decide(commandOf(said), leadershipDecider.initialState, caller), organisationRefusals, language),
  intent: (said) => ({ path: '/leader-assignments', body: bodyOf(said) }),
});

export const endPlan = (row: LeaderAssignmentRow, caller: Caller, language: Language, t: Texts): StepPlan => {
  const { postId, unitId, targetKind, targetId, targetName, areaUnitId, duty, validFrom: from, validUntil: until, document, reason, endReason } = row;
  const target = { kind: targetKind, id: targetId, name: targetName, areaUnitId };
  const state = { periods: [{ postId, unitId, target, duty, from, until, document, reason, sharedWith: [], endReason }] };
  const dataOf = (said: Said) => ({ until: said['until'] ?? '', reason: said['reason'] ?? '' });
  return {
    title: t('end'),
    first: { until: localDate(caller.now) },
    fields: [{ name: 'until', label: t('ends'), date: true }, { name: 'reason', label: t('reason') }],
    refusal: (said) => refusalOf(() => leadershipDecider.decide({ type: 'EndLeaderAssignment', data: { from, ...dataOf(said) } }, state, caller), organisationRefusals, language),
    intent: (said) => ({ path: `/leader-assignments/${encodeURIComponent(idOf(row))}/end`, body: dataOf(said) }),
  };
};
