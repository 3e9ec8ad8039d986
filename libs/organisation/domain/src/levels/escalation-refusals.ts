import { refusalsOf, type Refusals } from '@zeren/kernel';

/** Why taking something up to the centre above is refused, and what to do. */
export const escalationRefusals = {
  'no-centre-above': { zh: '本单位之上没有指挥中心，无法再上报。', en: 'There is no command centre above this unit; it cannot be taken further up.' },
  'escalation-without-reason': { zh: '请写明上报的理由。', en: 'Give the reason for taking it up.' },
  'escalation-open': { zh: '此事已上报，尚未答复。', en: 'This was taken up already and is not answered yet.' },
  'escalation-answered': { zh: '此次上报已经答复。', en: 'This was answered already.' },
  'escalation-not-yours': { zh: '只有收到上报的指挥中心可以答复。', en: 'Only the command centre it was taken up to answers.' },
  'instruction-required': { zh: '请写明处理意见。', en: 'Say what is to be done, or why it stays where it is.' },
} as const satisfies Refusals;

export const refuseEscalation: (
  code: keyof typeof escalationRefusals, field?: string, details?: Readonly<Record<string, string | number>>,
) => never = refusalsOf(escalationRefusals);
