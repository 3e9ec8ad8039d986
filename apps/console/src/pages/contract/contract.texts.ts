import { textsOf } from '../../language/language.js';

export const useContractTexts = textsOf(
  'contract',
  {
    contracts: '责任状', history: '历史重放', print: '打印文件（PDF）', printing: '正在生成…', issuer: '发状单位', responsible: '责任单位', post: '签署岗位', period: '责任期限', version: '第 {{version}} 版', basis: '一、依据', terms: '二、责任任务', clauses: '三、奖惩条款', signatures: '四、签署',
    termsCount: '共 {{count}} 项任务', indicator: '指标', task: '任务', weight: '权重', targets: '目标', deadline: '期限', showAll: '显示全部 {{count}} 项', reward: '奖励', penalty: '惩处', veto: '一票否决', basisOf: '依据',
    law: '法律法规', 'party-regulation': '党内法规', 'superior-document': '上级文件', fingerprint: '指纹（SHA-256）', content: '正文', signature: '责任单位签署', countersignature: '发状单位会签', valid: '验证有效', invalid: '验证不符！', missing: '尚未签署',
    by: '签署人', on: '签署日期', key: '密钥', value: '签名值', sign: '签署', countersign: '会签', met: '达到要求', verified: '本次查看时重新验证',
    seal: '单位电子印章', noSeal: '未加盖', parent: '上级责任状', assistance: '协助事项', assistingUnit: '协助单位', funds: '经费（元）', fundsSource: '经费来源',
    cancel: '取消', send: '提交', returnIt: '退回修改', remarks: '意见', uphold: '维持原稿', answer: '答复', settle: '条款兑现', clause: '条款', honoured: '是否兑现', yes: '是', no: '否',
    finding: '认定情况', outcome: '兑现结果（奖惩）', document: '决定文号', findBreach: '认定违约', clausesInPlay: '触发的条款', terminate: '终止', reason: '理由', archiveIt: '归档', archiveNumber: '档号',
    remind: '催签', handOver: '签署责任交接', amend: '修订（新版本）', redraft: '重新起草（新版本）', removeClause: '删去', versionLead: '任务按分解的现状重新列入；双方须重新签署，新版本签齐之前原版本继续有效。',
    titleZh: '名称（中文）', titleEn: '名称（英文）', from: '起', until: '止', returnedOn: '责任单位于 {{day}} 退回，待答复', proposedNotice: '第 {{version}} 版待双方签署，签齐之前现行版本继续有效',
    handoverMissing: '岗位 {{post}} 缺少责任交接', handoverBetween: '现由 {{from}} 负责；岗位现任 {{to}} 尚未签署交接。', breachedOn: '{{day}} 认定违约', terminatedOn: '{{day}} 终止', archivedAs: '{{day}} 归档，档号 {{number}}',
    settlements: '条款兑现', settledOn: '兑现日期', handoverLead: '交接当日 {{count}} 项已上报的进展，取自位置 {{position}}；此前的结果归前任。', progress: '进展', year: '年度', state: '状态', reported: '已上报', confirmed: '已核实', rejected: '核实未通过',
    measuredOn: '测量日期', negotiations: '意见与答复', signOutside: '用自有密钥签署', outsideLead: '下载待签内容（规范 JSON 的原始字节），在平台外用已确认的自有密钥签名，再把 Base64 签名粘贴于此。', ownKeys: '自有密钥与证书', download: '下载待签内容', outsideValue: '签名值（Base64）', handovers: '责任交接', earlier: '以往版本',
  },
  {
    contracts: 'Contracts', history: 'Replay its history', print: 'Print (PDF)', printing: 'Making the document…', issuer: 'Issuer', responsible: 'Responsible unit', post: 'Signing post', period: 'Period', version: 'Version {{version}}', basis: '1. Legal basis', terms: '2. Tasks', clauses: '3. Reward and penalty', signatures: '4. Signatures',
    termsCount: '{{count}} tasks', indicator: 'Indicator', task: 'Task', weight: 'Weight', targets: 'Targets', deadline: 'Deadline', showAll: 'Show all {{count}}', reward: 'Reward', penalty: 'Penalty', veto: 'Veto', basisOf: 'Basis',
    law: 'law', 'party-regulation': 'party regulation', 'superior-document': 'superior document', fingerprint: 'Fingerprint (SHA-256)', content: 'Content', signature: 'Signed by the responsible unit', countersignature: 'Countersigned by the issuer', valid: 'verified: valid', invalid: 'verified: DOES NOT MATCH', missing: 'not signed yet',
    by: 'Signatory', on: 'Signed on', key: 'Key', value: 'Signature', sign: 'Sign', countersign: 'Countersign', met: 'requirement met', verified: 'verified anew for this reading',
    seal: 'Seal of the unit', noSeal: 'not applied', parent: 'Contract above', assistance: 'Assistance', assistingUnit: 'Assisting unit', funds: 'Funds (yuan)', fundsSource: 'Source of funds',
    cancel: 'Cancel', send: 'Send', returnIt: 'Return with remarks', remarks: 'Remarks', uphold: 'Stand by this version', answer: 'Answer', settle: 'Settle a clause', clause: 'Clause', honoured: 'Honoured', yes: 'yes', no: 'no',
    finding: 'What was found', outcome: 'What came of it', document: 'Number of the decision', findBreach: 'Find a breach', clausesInPlay: 'Clauses in play', terminate: 'Terminate', reason: 'Reason', archiveIt: 'Archive', archiveNumber: 'Archive number',
    remind: 'Remind', handOver: 'Sign the handover', amend: 'Amend (new version)', redraft: 'Redraft (new version)', removeClause: 'Remove', versionLead: 'Its tasks are taken from the split as it is now. Both sign again; until all have, the version in force stays so.',
    titleZh: 'Title (Chinese)', titleEn: 'Title (English)', from: 'From', until: 'Until', returnedOn: 'Returned by the responsible unit on {{day}}; not answered yet', proposedNotice: 'Version {{version}} waits for both sides; until all have signed, the one in force stays so',
    handoverMissing: 'Post {{post}}: the handover is missing', handoverBetween: '{{from}} still answers; {{to}}, who holds the post now, has not signed the handover.', breachedOn: 'Found breached on {{day}}', terminatedOn: 'Terminated on {{day}}', archivedAs: 'Archived on {{day}} as {{number}}',
    settlements: 'Settlement', settledOn: 'Settled on', handoverLead: 'Progress reported by that day on {{count}} counts, read up to position {{position}}; what came before stays with the predecessor.', progress: 'Progress', year: 'Year', state: 'State', reported: 'reported', confirmed: 'verified', rejected: 'rejected',
    measuredOn: 'Measured on', negotiations: 'Remarks and answers', signOutside: 'Sign with my own key', outsideLead: 'Download what is signed (the bytes of the canonical JSON), sign them outside with a confirmed key of your own, and paste the signature in Base64.', ownKeys: 'Own keys and certificates', download: 'Download what is signed', outsideValue: 'Signature (Base64)', handovers: 'Handovers', earlier: 'Earlier versions',
  },
);
