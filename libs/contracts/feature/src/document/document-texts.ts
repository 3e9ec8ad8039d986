import type { Clause, LegalBasis, Verdict } from '@zeren/contracts-domain';

/** What a printed contract says besides its own content, in Chinese with English below. */
export const printed = {
  issuer: '发状单位 Issuer',
  responsible: '责任单位 Responsible unit',
  posts: '签署岗位 Signing post',
  period: '责任期限 Period',
  version: '版本 Version',
  parent: '上级责任状 Contract above',
  basis: '一、依据 Legal basis',
  terms: '二、责任任务 Tasks',
  clauses: '三、奖惩条款 Reward and penalty',
  assistance: '四、协助事项 Assistance',
  signatures: '签署 Signatures',
  signature: '责任单位签署 Responsible unit',
  countersignature: '发状单位会签 Issuer',
  number: '序号',
  task: '任务 Task',
  indicator: '指标 Indicator',
  targets: '目标 Targets',
  weight: '权重 Weight',
  deadline: '期限 Deadline',
  funds: '经费（元） Funds (yuan)',
  fundsSource: '来源 Source',
  officer: '签署人 Officer',
  signedOn: '日期 Date',
  key: '密钥 Key',
  unsigned: '（尚未签署 not signed yet）',
  fingerprint: '指纹 Fingerprint (SHA-256)',
  check: '扫码核验：打开核验页，核对名称、单位、版本与指纹。\nScan to verify: title, units, version and fingerprint must match.',
} as const;

export const basisNames: Readonly<Record<LegalBasis['kind'], string>> = {
  law: '法律法规 law', 'party-regulation': '党内法规 party regulation', 'superior-document': '上级文件 superior document',
};

export const clauseNames: Readonly<Record<Clause['kind'], string>> = { reward: '奖励 Reward', penalty: '惩处 Penalty', veto: '一票否决 Veto' };

export const verdictNames: Readonly<Record<Verdict, string>> = { valid: '验证有效 valid', invalid: '验证不符 NOT VALID', missing: '—' };
