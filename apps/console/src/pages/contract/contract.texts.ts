import { textsOf } from '../../language/language.js';

export const useContractTexts = textsOf(
  'contract',
  {
    contracts: '责任状', history: '历史重放', print: '打印', issuer: '发状单位', responsible: '责任单位', post: '签署岗位', period: '责任期限', version: '第 {{version}} 版', basis: '一、依据', terms: '二、责任任务', clauses: '三、奖惩条款', signatures: '四、签署',
    termsCount: '共 {{count}} 项任务', indicator: '指标', task: '任务', weight: '权重', targets: '目标', deadline: '期限', showAll: '显示全部 {{count}} 项', reward: '奖励', penalty: '惩处', veto: '一票否决', basisOf: '依据',
    law: '法律法规', 'party-regulation': '党内法规', 'superior-document': '上级文件', fingerprint: '指纹（SHA-256）', content: '正文', signature: '责任单位签署', countersignature: '发状单位会签', valid: '验证有效', invalid: '验证不符！', missing: '尚未签署',
    by: '签署人', on: '签署日期', key: '密钥', value: '签名值', sign: '签署', countersign: '会签', met: '达到要求', verified: '本次查看时重新验证',
  },
  {
    contracts: 'Contracts', history: 'Replay its history', print: 'Print', issuer: 'Issuer', responsible: 'Responsible unit', post: 'Signing post', period: 'Period', version: 'Version {{version}}', basis: '1. Legal basis', terms: '2. Tasks', clauses: '3. Reward and penalty', signatures: '4. Signatures',
    termsCount: '{{count}} tasks', indicator: 'Indicator', task: 'Task', weight: 'Weight', targets: 'Targets', deadline: 'Deadline', showAll: 'Show all {{count}}', reward: 'Reward', penalty: 'Penalty', veto: 'Veto', basisOf: 'Basis',
    law: 'law', 'party-regulation': 'party regulation', 'superior-document': 'superior document', fingerprint: 'Fingerprint (SHA-256)', content: 'Content', signature: 'Signed by the responsible unit', countersignature: 'Countersigned by the issuer', valid: 'verified: valid', invalid: 'verified: DOES NOT MATCH', missing: 'not signed yet',
    by: 'Signatory', on: 'Signed on', key: 'Key', value: 'Signature', sign: 'Sign', countersign: 'Countersign', met: 'requirement met', verified: 'verified anew for this reading',
  },
);
