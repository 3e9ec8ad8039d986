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
  'heads-identical': {
    zh: '党政同责须由两个不同的岗位签署：{postId} 重复。',
    en: 'Both heads sign from two different posts; {postId} is named twice.',
  },
  'assistance-not-under-town': {
    zh: '协助事项只能列在镇街的责任状之下。',
    en: 'Assistance items stand only under a town\'s contract.',
  },
  'assistance-unit-wrong': {
    zh: '协助事项的承担者须是村、社区或网格，{unitId} 不是。',
    en: 'A village, community or grid assists; {unitId} is none.',
  },
  'assistance-unfunded': {
    zh: '协助事项 {code} 须写明经费（元，非负）及其来源。',
    en: 'Assistance item {code} needs its funds (yuan, not negative) and where they come from.',
  },
  'parent-not-in-force': {
    zh: '上级责任状 {parentContractId} 未生效或不可见，不能据以层层签订。',
    en: 'The contract above, {parentContractId}, is not in force or not to be seen; nothing can be passed on from it.',
  },
  'parent-of-another': {
    zh: '上级责任状 {parentContractId} 的责任单位不是 {unitId}，不能由其转签。',
    en: 'Unit {unitId} is not the responsible unit of {parentContractId}; it has nothing to pass on from it.',
  },
  'term-not-from-parent': {
    zh: '任务 {taskId} 并非由上级责任状 {parentContractId} 的任务分解而来。',
    en: 'Task {taskId} does not descend from a task of the contract above, {parentContractId}.',
  },
  'period-outside-parent': {
    zh: '期限须在上级责任状的期限之内。',
    en: 'The period must lie within that of the contract above.',
  },
  'not-the-issuer': {
    zh: '只有发状单位可以这样做。',
    en: 'Only the issuer can do this.',
  },
  'not-the-responsible-unit': {
    zh: '只有责任单位 {unitId} 可以提出意见。',
    en: 'Only the responsible unit {unitId} can return it.',
  },
  'text-required': {
    zh: '请写明内容，不能留空。',
    en: 'This must be said in words; it cannot be left empty.',
  },
  'nothing-to-return': {
    zh: '没有待责任单位签署的版本，无可退回。',
    en: 'No version waits for the responsible unit\'s signature, so there is nothing to return.',
  },
  'nothing-returned': {
    zh: '没有未答复的意见。',
    en: 'There are no remarks to answer.',
  },
  'remarks-unanswered': {
    zh: '责任单位的意见尚未答复：发状单位先提出新版本或维持原稿。',
    en: 'The responsible unit\'s remarks are not answered: the issuer first puts forward a new version or stands by this one.',
  },
  'version-not-next': {
    zh: '新版本须是同一责任状的第 {version} 版，双方单位与分解方案不变。',
    en: 'A new version must be number {version} of the same contract, with the same units and split.',
  },
  'version-unchanged': {
    zh: '新版本与现行版本内容相同。',
    en: 'The new version says the same as the present one.',
  },
  'nobody-to-remind': {
    zh: '这一方没有待签署的人。',
    en: 'Nobody is to sign on this side now.',
  },
  'reminded-today': {
    zh: '今天已经催办过这一方，一天只催办一次。',
    en: 'This side was reminded today already; once a day is enough.',
  },
  'contract-not-in-force': {
    zh: '该责任状从未生效。',
    en: 'This contract never came into force.',
  },
  'contract-closed': {
    zh: '责任状现处于“{status}”状态，不能再这样做。',
    en: 'The contract is {status}; this can no longer be done.',
  },
  'clause-unknown': {
    zh: '生效版本中没有条款 {code}。',
    en: 'The version in force has no clause {code}.',
  },
  'clause-settled': {
    zh: '条款 {code} 已于 {day} 兑现结算，不能重复结算。',
    en: 'Clause {code} was settled on {day}; it is not settled twice.',
  },
  'period-not-over': {
    zh: '责任期限至 {day} 届满之后才能兑现结算。',
    en: 'Clauses are settled after the period ends on {day}.',
  },
  'decision-required': {
    zh: '惩处或一票否决条款 {code} 的兑现须写明有权机关决定的文号。',
    en: 'Carrying out penalty or veto clause {code} needs the number of the competent body\'s decision.',
  },
  'contract-not-settled': {
    zh: '各项条款逐条结算完毕之后才能归档。',
    en: 'A contract is archived once each clause is settled.',
  },
  'handover-stale': {
    zh: '交接内容与责任状现状不符，请重新查看后再签。',
    en: 'The handover no longer matches the contract; look at it again before you sign.',
  },
  'facts-of-another-version': {
    zh: '责任状刚刚换了版本，请重新查看后再兑现。',
    en: 'The contract has just changed its version; look at it again before you settle.',
  },
  'batch-without-parties': {
    zh: '分解方案 {splitId} 尚未发布或没有可签订责任状的牵头单位。',
    en: 'Split {splitId} is not published, or no unit to be contracted leads a task of it.',
  },
  'batch-not-started': {
    zh: '这一批责任状尚未开始。',
    en: 'This batch of contracts is not started.',
  },
  'batch-unit-unknown': {
    zh: '单位 {unitId} 不在这一批中。',
    en: 'Unit {unitId} is not of this batch.',
  },
  'key-unsuitable': {
    zh: '请提供 Ed25519、ECDSA P-256 或不少于 2048 位的 RSA 的公钥或 X.509 证书（PEM）。',
    en: 'Bring a public key or X.509 certificate (PEM) of Ed25519, ECDSA P-256, or RSA of at least 2048 bits.',
  },
  'private-key-sent': {
    zh: '您提交的是私钥。私钥不得离开您的手；请视其为已泄露，另换一对。',
    en: 'That is a private key. It must never leave your hands: take it as exposed and make another pair.',
  },
  'key-of-another': {
    zh: '只能登记自己的密钥。',
    en: 'Everyone brings only a key of their own.',
  },
  'key-confirmed-by-owner': {
    zh: '密钥须由办公室确认，不能由本人确认。',
    en: 'A key is confirmed by an office, not by the officer it belongs to.',
  },
  'key-not-confirmed': {
    zh: '该密钥没有登记、尚未确认或已经吊销，不能用来签署。',
    en: 'This key is not registered, not confirmed yet, or revoked; nothing can be signed with it.',
  },
  'key-revoked': {
    zh: '该密钥已经吊销。',
    en: 'This key is revoked.',
  },
  'certificate-expired': {
    zh: '证书已过有效期。',
    en: 'The certificate has expired.',
  },
  'printing-busy': {
    zh: '等待生成的文件太多，请稍后再试。',
    en: 'Too many documents are being made at the moment; try again shortly.',
  },
  'printing-interrupted': {
    zh: '文件生成中断，请重试。',
    en: 'Making the document was interrupted; try again.',
  },
} as const satisfies Refusals;

export const refuse: (code: keyof typeof contractsRefusals, field?: string, details?: RefusalDetails) => never =
  refusalsOf(contractsRefusals);
