import { leadershipDecider, localDate, organisationRefusals, type LeaderAssignmentRow } from '@zeren/organisation-domain';
import type { Caller, Language } from '@zeren/kernel';
import { idOf } from '../../api/rows.js';
import { PostChoice } from '../../design/post-choice.js';
import { refusalOf } from '../../design/refusal.js';
import { SiteChoice } from '../../design/site-choice.js';
import type { Said, StepPlan } from '../../design/step-form.js';
import { UnitChoice } from '../../design/unit-choice.js';
import { bodyOf, commandOf, kindIn, targetKinds } from './assignment-said.js';
import type { useLeadershipTexts } from './leadership.texts.js';

type Texts = ReturnType<typeof useLeadershipTexts>;

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
