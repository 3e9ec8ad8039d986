import type { Refusals } from '@zeren/kernel';

/** Why somebody whose token is good is not let in: what every service may say. */
export const admissionRefusals = {
  'post-not-held': {
    zh: '{day} 当日，{officerId} 并不担任岗位 {postId}，无权以此岗位办事。请重新登录或联系本单位。',
    en: '{officerId} does not hold post {postId} on {day} and cannot act in it. Sign in again, or ask your unit.',
  },
  'post-not-delegated': {
    zh: '岗位 {postId} 的工作在 {day} 并未委托给 {officerId}。',
    en: 'The work of post {postId} is not delegated to {officerId} on {day}.',
  },
} as const satisfies Refusals;

export const accessRefusals = {
  ...admissionRefusals,
  'access-reason-required': {
    zh: '须写明原因。',
    en: 'Give the reason.',
  },
  'access-in-the-past': {
    zh: '授权与委托不能早于今日（{today}）生效或终止。',
    en: 'What a post may do changes from today, {today}, at the earliest.',
  },
  'access-of-own-post': {
    zh: '不能变更本人岗位的角色，须由他人办理。',
    en: 'Nobody changes the roles of their own post; somebody else has to.',
  },
  'role-not-grantable': {
    zh: '角色 {role} 不能在本租户内授予或撤销。',
    en: 'Role {role} is not granted or withdrawn within this tenant.',
  },
  'role-change-not-later': {
    zh: '该岗位的角色 {role} 自 {from} 起已有变更，新的变更必须晚于此日。',
    en: 'Role {role} of this post changes on {from}; another change must be later.',
  },
  'delegation-period-wrong': {
    zh: '委托的止日不能早于起日。',
    en: 'A delegation ends no earlier than it begins.',
  },
  'not-yours-to-delegate': {
    zh: '只有岗位 {postId} 的在任者或其单位主要负责人可以委托或终止委托。',
    en: 'Only the holder of post {postId} or the head of its unit delegates its work, or ends that.',
  },
  'deputy-acts-only': {
    zh: '代行他岗职责期间不能再委托或授权；请以本人岗位办理。',
    en: 'Who acts in another\'s post delegates and grants nothing; do so in your own post.',
  },
  'deputy-of-other-unit': {
    zh: '岗位 {deputyPostId} 与 {postId} 不在同一单位，不能代行其职责。',
    en: 'Post {deputyPostId} is not of the same unit as {postId} and cannot do its work.',
  },
  'deputy-not-in-post': {
    zh: '{from} 当日岗位 {deputyPostId} 无人任职，不能受托。',
    en: 'Nobody holds post {deputyPostId} on {from}; it cannot take over work.',
  },
  'delegation-to-self': {
    zh: '不能委托给本人：两个岗位由同一人担任，或为同一岗位。',
    en: 'Work is not delegated to oneself: it is the same post, or both have the same holder.',
  },
  'role-not-yours': {
    zh: '本人没有角色 {role}，不能委托他人行使。',
    en: 'You do not have role {role} and cannot delegate it.',
  },
  'post-delegated-then': {
    zh: '岗位 {postId} 在 {from} 至 {until} 期间已经委托；同一岗位同时只有一名代行人。',
    en: 'The work of post {postId} is already delegated from {from} until {until}; it has one deputy at a time.',
  },
  'delegation-circle': {
    zh: '岗位 {deputyPostId} 的工作届时已经（间接）委托给 {postId}，形成循环。',
    en: 'The work of post {deputyPostId} is then delegated, directly or not, to {postId}: a circle.',
  },
  'delegation-unknown': {
    zh: '没有编号为 {number} 的委托。',
    en: 'There is no delegation {number}.',
  },
  'delegation-over': {
    zh: '该委托至 {until} 止，不能改为更晚。',
    en: 'This delegation ends on {until}; it cannot be made to end later.',
  },
} as const satisfies Refusals;
