import { refusalsOf, type Refusals } from '@zeren/kernel';
import { integrationRefusals } from './integrations.js';
import { devolutionRefusals } from './downward/devolution-refusals.js';
import { groupRefusals } from './groups/group-refusals.js';
import { escalationRefusals } from './levels/escalation-refusals.js';
import { leadershipRefusals } from './leadership/leadership-refusals.js';
import { meetingRefusals } from './meetings/meeting-refusals.js';
import { onboardingRefusals } from './onboarding/onboarding-refusals.js';
import { siteRefusals } from './sites/site-refusals.js';
import { matrixRefusals } from './matrix/matrix.refusals.js';
import { matterRefusals } from './matters/matters.refusals.js';
import { accessRefusals } from './access/access-refusals.js';
import { calendarRefusals } from './calendar/calendar-refusals.js';

/** Why the organisation context refuses, and what to do. */
export const organisationRefusals = {
  ...integrationRefusals,
  ...escalationRefusals,
  ...leadershipRefusals,
  ...groupRefusals,
  ...meetingRefusals,
  ...devolutionRefusals,
  ...accessRefusals,
  ...calendarRefusals,
  ...matterRefusals,
  ...matrixRefusals,
  ...onboardingRefusals,
  ...siteRefusals,
  'tenant-exists': {
    zh: '租户 {tenantId} 已登记，且内容不同。',
    en: 'Tenant {tenantId} is already registered, with other content.',
  },
  'tenant-parent-wrong': {
    zh: '县区租户必须隶属于一个已登记的市；市级租户没有上级租户。',
    en: 'A district belongs to a registered city; a city has no parent.',
  },
  'tenant-not-registered': {
    zh: '本租户尚未登记，请先由平台运营方登记。',
    en: 'This tenant is not registered yet; the platform operator registers it first.',
  },
  'not-a-date': {
    zh: '“{value}”不是有效日期，应为 YYYY-MM-DD。',
    en: '"{value}" is not a date of the calendar; write YYYY-MM-DD.',
  },
  'unit-exists': {
    zh: '单位 {unitId} 已登记，且内容不同；变更请登记新版本。',
    en: 'Unit {unitId} is already registered, with other content; record a change as a new version.',
  },
  'unit-repeated': {
    zh: '单位 {unitId} 在同一批中出现两次。',
    en: 'Unit {unitId} appears twice in one batch.',
  },
  'unit-unknown': {
    zh: '机构名册中没有单位 {unitId}。',
    en: 'The register has no unit {unitId}.',
  },
  'unit-outside-tenant': {
    zh: '单位 {unitId} 不属于本租户的区划代码范围。',
    en: 'Unit {unitId} lies outside the division code of this tenant.',
  },
  'unit-dissolved': {
    zh: '单位 {unitId} 已于 {validUntil} 撤销。',
    en: 'Unit {unitId} was dissolved on {validUntil}.',
  },
  'unit-level-wrong': {
    zh: '单位 {unitId} 的层级不对：下级应比上级更深，内设机构与部门同其上级；树外单位没有层级和上级。',
    en: 'The level of unit {unitId} does not fit: a unit lies deeper than its parent, an office or department at its '
      + 'parent\'s level; a party outside the tree has neither level nor parent.',
  },
  'parent-not-effective': {
    zh: '上级单位 {parentUnitId} 自 {from} 起并非一直存在。',
    en: 'Parent unit {parentUnitId} does not exist from {from} on.',
  },
  'unit-cycle': {
    zh: '单位 {unitId} 将成为自己的上级。',
    en: 'Unit {unitId} would become its own superior.',
  },
  'version-not-later': {
    zh: '单位 {unitId} 的现行版本自 {validFrom} 起生效，新版本必须晚于此日。',
    en: 'The present version of unit {unitId} is valid from {validFrom}; a new one must begin later.',
  },
  'unit-still-needed': {
    zh: '单位 {unitId} 在 {validUntil} 之后仍有下级或在任岗位，不能撤销。',
    en: 'Unit {unitId} still has subordinates or held posts after {validUntil} and cannot be dissolved.',
  },
  'post-exists': {
    zh: '岗位 {postId} 已设置，且内容不同。',
    en: 'Post {postId} already exists, with other content.',
  },
  'post-repeated': {
    zh: '岗位 {postId} 在同一批中出现两次。',
    en: 'Post {postId} appears twice in one batch.',
  },
  'post-unknown': {
    zh: '机构名册中没有岗位 {postId}。',
    en: 'The register has no post {postId}.',
  },
  'post-id-wrong': {
    zh: '岗位编号 {postId} 必须以其单位编号加“.”开头。',
    en: 'The id of post {postId} must begin with its unit\'s id and a dot.',
  },
  'post-unit-not-effective': {
    zh: '岗位 {postId} 所属单位自 {from} 起不存在于本租户辖区。',
    en: 'The unit of post {postId} does not exist in this tenant\'s territory from {from} on.',
  },
  'post-not-yet': {
    zh: '岗位 {postId} 自 {validFrom} 起设置，任职不能早于此日。',
    en: 'Post {postId} exists from {validFrom}; nobody can hold it earlier.',
  },
  'post-held-then': {
    zh: '{from} 当日岗位 {postId} 已有任职记录；任职不能重叠，也不改写历史。',
    en: 'Post {postId} has a holder recorded for {from}; holdings never overlap and history is not rewritten.',
  },
  'post-vacant': {
    zh: '岗位 {postId} 当前无人任职。',
    en: 'Nobody holds post {postId}.',
  },
  'vacancy-before-holding': {
    zh: '离任日 {until} 早于任职日 {from}。',
    en: 'The last day {until} is before the first, {from}.',
  },
} as const satisfies Refusals;

export type OrganisationRefusal = keyof typeof organisationRefusals;

export const refuse: (
  code: keyof typeof organisationRefusals, field?: string, details?: Readonly<Record<string, string | number>>,
) => never = refusalsOf(organisationRefusals);
