import { refusalsOf, type RefusalDetails, type Refusals } from '@zeren/kernel';

/** Why the contracts context refuses, and what to do. */
export const contractsRefusals = {
  'contract-without-basis': {
    zh: '责任状必须写明依据：法律、党内法规或上级文件及其文号。',
    en: 'A contract needs its legal basis: a law, party regulation or superior document, with its number.',
  },
  'veto-without-basis': {
    zh: '一票否决条款 {code} 必须有自己的依据。',
    en: 'Veto clause {code} needs a legal basis of its own.',
  },
  'clause-repeated': {
    zh: '条款编号 {code} 重复。',
    en: 'Clause code {code} is used twice.',
  },
  'split-not-published': {
    zh: '分解方案 {splitId} 尚未发布，责任状只能依据已发布的分解方案起草。',
    en: 'Split {splitId} is not published; a contract is drafted from a published split.',
  },
  'contract-without-tasks': {
    zh: '分解方案 {splitId} 中没有由单位 {unitId} 牵头的任务。',
    en: 'In split {splitId} no task is led by unit {unitId}.',
  },
  'party-unknown': {
    zh: '机构名册中没有现行单位 {unitId}。',
    en: 'The register has no unit {unitId} in force.',
  },
  'party-not-contractible': {
    zh: '责任状签到镇街为止：村、社区和网格不是责任主体。',
    en: 'Contracts end at the town: a village, community or grid is never a responsible party.',
  },
  'parties-identical': {
    zh: '发状单位与责任单位不能相同。',
    en: 'The issuing and the responsible unit cannot be the same.',
  },
  'responsible-tenant-wrong': {
    zh: '单位 {unitId} 不在租户 {tenantId} 中工作。',
    en: 'Unit {unitId} does not work in tenant {tenantId}.',
  },
  'post-not-of-party': {
    zh: '岗位 {postId} 不属于单位 {unitId}。',
    en: 'Post {postId} does not belong to unit {unitId}.',
  },
  'period-wrong': {
    zh: '期限的起止日期必须是有效日期，且止日不早于起日。',
    en: 'The period needs two dates of the calendar, the last not before the first.',
  },
  'contract-exists': {
    zh: '该责任状已按其他内容起草。',
    en: 'This contract is already drafted, with other content.',
  },
  'contract-not-drafted': {
    zh: '该责任状尚未起草。',
    en: 'This contract is not drafted yet.',
  },
  'fingerprint-differs': {
    zh: '所签指纹与责任状现行版本不符，请重新阅读后再签。',
    en: 'The fingerprint is not that of the present version; read it again before you sign.',
  },
  'not-the-signatory': {
    zh: '只有岗位 {postId} 的在任者可以签署。',
    en: 'Only the holder of post {postId} signs here.',
  },
  'signatory-not-in-post': {
    zh: '{officerId} 在 {day} 并不担任 {postId}，不能签署。',
    en: '{officerId} does not hold post {postId} on {day} and cannot sign.',
  },
  'signature-exists': {
    zh: '该处已由前任签署。',
    en: 'A predecessor has already signed here.',
  },
  'contract-not-signed': {
    zh: '责任单位签署之后，发状单位才能会签。',
    en: 'The issuer countersigns after the responsible officer has signed.',
  },
  'signature-invalid': {
    zh: '签名未通过对现行版本的验证。',
    en: 'The signature does not verify over the present version.',
  },
} as const satisfies Refusals;

export const refuse: (code: keyof typeof contractsRefusals, field?: string, details?: RefusalDetails) => never =
  refusalsOf(contractsRefusals);
