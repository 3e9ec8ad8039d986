import type { Channel, Disclosure, FastStage, HandlingOutcome, RequestKind } from '@zeren/requests-domain';
import { textsOf } from '../language/language.js';

/** What the values of a request are called for a reader: ways in, kinds, disclosures, stages, ends. */
export const useRequestWords = textsOf<Channel | RequestKind | Disclosure | FastStage | HandlingOutcome>(
  'request-words',
  {
    hotline: '12345 热线', web: '网页手机', hearing: '接访', patrol: '巡查', questionnaire: '问卷', media: '媒体', open311: 'Open311',
    citizen: '群众诉求', enterprise: '企业需求', dispute: '矛盾纠纷', open: '公开身份', confidential: '身份保密', anonymous: '匿名',
    acceptance: '快速受理', dispatch: '快速分责', handling: '快速办理', feedback: '快速反馈', solved: '已解决', explained: '已解释', closed: '未解决办结',
  },
  {
    hotline: 'Hotline 12345', web: 'Web and phone', hearing: 'Hearing', patrol: 'Patrol', questionnaire: 'Questionnaire', media: 'Media', open311: 'Open311',
    citizen: 'Citizen', enterprise: 'Enterprise', dispute: 'Dispute', open: 'open', confidential: 'confidential', anonymous: 'anonymous',
    acceptance: 'Acceptance', dispatch: 'Dispatch', handling: 'Handling', feedback: 'Feedback', solved: 'solved', explained: 'explained', closed: 'closed unsolved',
  },
);

export const channels: readonly Channel[] = ['hotline', 'web', 'hearing', 'patrol', 'questionnaire', 'media', 'open311'];
export const requestKinds: readonly RequestKind[] = ['citizen', 'enterprise', 'dispute'];
