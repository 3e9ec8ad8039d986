import { accessDecider, organisationRefusals, type Access, type AccessCommand, type DelegationRow, type TenantKind } from '@zeren/organisation-domain';
import { isOutsideParty, roles, type Caller, type Language, type Role } from '@zeren/kernel';
import { refusalOf } from '../../design/refusal.js';
import { severalOf, type Said, type StepField, type StepPlan } from '../../design/step-form.js';
import type { useAccessTexts } from './access.texts.js';
import { recordOf, type HeldPost } from './posts.js';

/** What the plans are made of: who reads, the unit's posts, its access, and texts. */
export type Reading = {
  readonly caller: Caller;
  readonly tenantKind: TenantKind;
  readonly posts: readonly HeldPost[];
  readonly access: Access;
  readonly language: Language;
  readonly today: string;
  readonly t: ReturnType<typeof useAccessTexts>;
  readonly roleName: (role: Role) => string;
  readonly postLabel: (post: HeldPost) => string;
};

const offered = roles.filter((role) => role !== 'operator' && !isOutsideParty({ roles: [role] }));

type Step = { readonly title: string; readonly path: string; readonly fields: readonly StepField[]; readonly first: Said; readonly command: (said: Said) => AccessCommand; readonly body: (said: Said) => object };

const planOf = ({ title, path, fields, first, command, body }: Step, { access, caller, language }: Reading): StepPlan => ({
  title, fields, first,
  refusal: (said) => refusalOf(() => accessDecider.decide(command(said), access, caller), organisationRefusals, language),
  intent: (said) => ({ path, body: body(said) }),
});

/** Grants a post a role, or withdraws one. */
export const roleChangePlan = (type: 'GrantRole' | 'WithdrawRole', post: HeldPost, reading: Reading): StepPlan => {
  const { t, today, tenantKind, roleName } = reading;
  const said = ({ role = '', from = '', reason = '' }: Said) => ({ role: role as Role, from, reason });
  return planOf({
    title: t(type === 'GrantRole' ? 'grant' : 'withdraw'),
    path: `/access/posts/${post.id}/${type === 'GrantRole' ? 'roles' : 'role-withdrawals'}`,
    fields: [
      { name: 'role', label: t('role'), options: offered.map((role) => ({ value: role, label: roleName(role) })) },
      { name: 'from', label: t('from'), date: true },
      { name: 'reason', label: t('reason'), lines: true },
    ],
    first: { role: 'officer', from: today },
    command: (words) => ({ type, data: { postId: post.id, ...said(words), facts: { post: recordOf(post), tenantKind } } }),
    body: said,
  }, reading);
};

const callersPost = ({ posts, caller }: Reading) => {
  const own = posts.find(({ id }) => id === caller.postId);
  return own ? recordOf(own) : null;
};

/** Puts a post's work into another officer's hands. */
export const delegationPlan = (post: HeldPost, reading: Reading): StepPlan => {
  const { t, today, posts, caller, roleName, postLabel } = reading;
  const others = posts.filter(({ id, holder }) => id !== post.id && holder !== null && holder.officerId !== post.holder?.officerId);
  const said = ({ deputyPostId = '', inRoles = '', from = '', until = '', reason = '' }: Said) =>
    ({ postId: post.id, deputyPostId, roles: severalOf(inRoles) as readonly Role[], from, until, reason });
  const facts = (deputyPostId: string) => {
    const deputy = posts.find(({ id }) => id === deputyPostId);
    return { post: recordOf(post), deputyPost: deputy ? recordOf(deputy) : null, callersPost: callersPost(reading) };
  };
  return planOf({
    title: t('delegate'),
    path: '/access/delegations',
    fields: [
      { name: 'deputyPostId', label: t('deputy'), options: others.map((one) => ({ value: one.id, label: postLabel(one) })) },
      { name: 'inRoles', label: t('inRoles'), options: caller.roles.map((role) => ({ value: role, label: roleName(role) })), beside: 'several' },
      { name: 'from', label: t('from'), date: true },
      { name: 'until', label: t('until'), date: true },
      { name: 'reason', label: t('reason'), lines: true },
    ],
    first: { deputyPostId: others[0]?.id ?? '', inRoles: caller.roles.join(' '), from: today, until: today },
    command: (words) => ({ type: 'DelegateWork', data: { ...said(words), facts: facts(words['deputyPostId'] ?? '') } }),
    body: said,
  }, reading);
};

/** Ends a delegation before its time. */
export const endPlan = ({ number }: DelegationRow, reading: Reading): StepPlan => {
  const { t, today } = reading;
  const said = ({ until = '', reason = '' }: Said) => ({ until, reason });
  return planOf({
    title: t('end'),
    path: `/access/delegations/${number}/end`,
    fields: [{ name: 'until', label: t('until'), date: true }, { name: 'reason', label: t('reason'), lines: true }],
    first: { until: today },
    command: (words) => ({ type: 'EndDelegation', data: { number, ...said(words), facts: { callersPost: callersPost(reading) } } }),
    body: said,
  }, reading);
};

/** Whether the reader may delegate a post's work: its holder, or the head of its unit. */
export const mayDelegate = ({ id, unitId }: Pick<HeldPost, 'id' | 'unitId'>, { caller, posts }: Reading): boolean => {
  if (caller.ownPostId !== undefined) return false;
  const own = posts.find((post) => post.id === caller.postId);
  return id === caller.postId || (own?.kind === 'head' && own.unitId === unitId);
};
