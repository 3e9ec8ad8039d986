import { refusalsOf, type RefusalDetails, type Refusals } from '@zeren/kernel';

/** Why a requester's data is not given, not taken or not erased, and what to do. */
export const requesterRefusals = {
  'requester-unknown': {
    zh: '没有这位诉求人的记录。',
    en: 'Nothing is recorded of this requester.',
  },
  'requester-erased': {
    zh: '该诉求人的个人信息已按要求永久删除，无法再读取或补记。',
    en: 'The personal data of this requester has been erased for good; it can be neither read nor added to.',
  },
  'requester-not-yours': {
    zh: '诉求人信息只对因办理工作需要的人开放，您目前不在其列。',
    en: 'Who asks is open only to those whose work needs it; yours does not at present.',
  },
  'requester-reason-missing': {
    zh: '请写明删除的理由。',
    en: 'State why it is erased.',
  },
  'text-holds-phone': {
    zh: '此处文字会公开，请不要写电话号码；联系方式请填在联系人一栏。',
    en: 'This text is open to the public: leave out the phone number and put it with the contact.',
  },
  'text-holds-id-number': {
    zh: '此处文字会公开，请不要写身份证号码。',
    en: 'This text is open to the public: leave out the identity number.',
  },
  'photo-unknown': {
    zh: '没有收到这张照片，请先上传。',
    en: 'This photo has not been received; send it first.',
  },
  'key-guessable': {
    zh: '不登录提交时，Idempotency-Key 至少要 16 个字符，且不能被他人猜到。',
    en: 'Without an account an Idempotency-Key has at least 16 characters that nobody else could guess.',
  },
  'open311-jurisdiction-missing': {
    zh: '请用 jurisdiction_id 写明城市。',
    en: 'Name the city in jurisdiction_id.',
  },
  'open311-key-wrong': {
    zh: '没有 api_key，或它无效、已停用。',
    en: 'The api_key is missing, wrong or revoked.',
  },
  'open311-service-unknown': {
    zh: '没有编号为 {code} 的服务。',
    en: 'There is no service {code}.',
  },
  'open311-place-missing': {
    zh: '请写明地点：lat 与 long、address_id、attribute[area] 或 address_string。',
    en: 'Say where: lat and long, address_id, attribute[area] or address_string.',
  },
  'open311-span': {
    zh: '一次最多查询 {days} 天，请缩短 start_date 与 end_date 之间的时间。',
    en: 'At most {days} days can be asked for at once; shorten the span between start_date and end_date.',
  },
  'open311-span-backwards': {
    zh: 'end_date 早于 start_date。',
    en: 'end_date lies before start_date.',
  },
} as const satisfies Refusals;

export const refuseRequester: (code: keyof typeof requesterRefusals, field?: string, details?: RefusalDetails) => never =
  refusalsOf(requesterRefusals);
