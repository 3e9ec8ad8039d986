import { refusalsOf, type Refusals } from '@zeren/kernel';

/** Why a step of a joint meeting is refused, and what to do. */
export const meetingRefusals = {
  'meeting-exists': { zh: '该会议已召集，且内容不同；改期请用“调整”。', en: 'This meeting is called already, with other content; rearrange it instead.' },
  'meeting-not-convened': { zh: '没有这次会议。', en: 'There is no such meeting.' },
  'meeting-without-title': { zh: '请写明会议的中英文名称。', en: 'Name the meeting in Chinese and in English.' },
  'meeting-without-agenda': { zh: '没有议题的会议不能召集；每个议题须有编号（自 1 起）和内容。', en: 'A meeting needs an agenda: points numbered from 1, each with a subject.' },
  'meeting-too-small': { zh: '联席会议至少有两个不同的岗位参加。', en: 'A joint meeting calls at least two different posts.' },
  'meeting-post-unknown': { zh: '名册中没有 {day} 当日存在的岗位 {postId}。', en: 'The register has no post {postId} on {day}.' },
  'meeting-chair-not-invited': { zh: '主持人须在参会岗位之中。', en: 'The chair must be among those called.' },
  'meeting-in-the-past': { zh: '会议不能召集在过去的日子（今天是 {today}）。', en: 'A meeting cannot be called for a past day (today is {today}).' },
  'meeting-without-reason': { zh: '请写明理由。', en: 'Give the reason.' },
  'meeting-held': { zh: '会议已于 {heldOn} 召开，纪要 {minutesNumber}。', en: 'The meeting was held on {heldOn}, minutes {minutesNumber}.' },
  'meeting-called-off': { zh: '会议已取消。', en: 'The meeting was called off.' },
  'meeting-not-yet': { zh: '召开日 {heldOn} 还没有到（今天是 {today}）。', en: 'The day it was held, {heldOn}, has not come (today is {today}).' },
  'meeting-without-minutes': { zh: '请写明会议纪要的文号。', en: 'Give the number of the minutes.' },
  'meeting-attendance-incomplete': { zh: '每个参会岗位须且只须登记一次出席情况：{postId}。', en: 'Each post called is entered exactly once in the attendance: {postId}.' },
  'meeting-representation-wrong': { zh: '由他人代会的须写明代会岗位，其他情况不写：{postId}。', en: 'Name who stood in where somebody did, and nobody otherwise: {postId}.' },
  'meeting-without-chair': { zh: '主持人缺席且无人代会，会议不成立。', en: 'The chair neither came nor sent anybody: that was no meeting.' },
  'decision-numbered-wrong': { zh: '决定须自 1 起连续编号。', en: 'Decisions are numbered from 1 without gaps.' },
  'decision-outside-agenda': { zh: '决定 {number} 所列议题不在议程中。', en: 'Decision {number} is on no point of the agenda.' },
  'decision-without-text': { zh: '请写明决定 {number} 的内容。', en: 'Say what decision {number} is.' },
  'decision-unit-required': { zh: '请为决定 {number} 选择牵头单位。', en: 'Choose who leads decision {number}.' },
  'decision-unit-unknown': { zh: '名册中没有单位 {unitId}。', en: 'The register has no unit {unitId}.' },
  'decision-unit-not-called': { zh: '决定只约束参会各方：单位 {unitId} 所在的一方没有岗位参会。', en: 'A decision binds only those who were called: no post of the side of {unitId} was.' },
  'decision-due-before-meeting': { zh: '决定 {number} 的完成期限早于会议。', en: 'Decision {number} is due before the meeting.' },
} as const satisfies Refusals;

export const refuseMeeting: (
  code: keyof typeof meetingRefusals, field?: string, details?: Readonly<Record<string, string | number>>,
) => never = refusalsOf(meetingRefusals);
