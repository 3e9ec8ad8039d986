import type { LocalisedText, Refusals } from '@zeren/kernel';

/** What the edge itself refuses. */
export const edgeRefusals = {
  'validation-failed': { zh: '请求内容不符合要求，请按所列字段更正', en: 'The request is not acceptable; correct the fields listed' },
  'malformed-json': { zh: '请求正文不是有效的 JSON', en: 'The body is not valid JSON' },
  'malformed-request': { zh: '无法理解该请求', en: 'The request cannot be understood' },
  'malformed-if-match': { zh: 'If-Match 必须是带引号的版本号，如 "3"', en: 'If-Match must be one quoted revision, such as "3"' },
  'malformed-idempotency-key': {
    zh: 'Idempotency-Key 只能含字母、数字和 . _ : -，最长 128 个字符',
    en: 'Idempotency-Key may hold letters, digits and . _ : - only, at most 128 of them',
  },
  'malformed-position': { zh: '位置必须是十进制整数', en: 'A position is a decimal integer' },
  'malformed-cursor': { zh: '分页游标无效', en: 'The cursor is not one of this list' },
  'body-too-large': { zh: '请求正文超过允许的大小', en: 'The body is larger than this route accepts' },
  'unsupported-media-type': { zh: '不支持这种内容类型，请使用 application/json', en: 'This content type is not supported; send application/json' },
  'spreadsheet-invalid': { zh: '该文件不是可读取的 Excel 表格(.xlsx)。', en: 'This file is no readable Excel spreadsheet (.xlsx).' },
  'spreadsheet-too-large': { zh: '文件过大:解压后不得超过 {limit} MB。', en: 'The file is too large: unpacked it may be {limit} MB at most.' },
  'sheet-merged': { zh: '单元格 {range} 已合并,请取消合并。', en: 'The cells {range} are merged; unmerge them.' },
  'sheet-too-long': { zh: '表中超过 {limit} 行。', en: 'The sheet has more than {limit} lines.' },
  'token-missing': { zh: '请先登录：请求没有携带访问令牌', en: 'Sign in first: the request carries no access token' },
  'token-invalid': { zh: '访问令牌无效', en: 'The access token is not valid here' },
  'token-expired': { zh: '访问令牌已过期，请重新登录', en: 'The access token has expired; sign in again' },
  'role-not-allowed': { zh: '您的角色不能进行此操作', en: 'Your role may not do this' },
  'not-found': { zh: '没有找到该内容', en: 'There is nothing here' },
  'method-not-allowed': { zh: '此处不支持这种请求方法', en: 'This method is not supported here' },
  'revision-mismatch': {
    zh: '内容已被他人更新：您看到的是第 {expected} 版，现为第 {actual} 版，请刷新后重试',
    en: 'It has changed since you saw it: you saw revision {expected}, it is now {actual}; reload and try again',
  },
  'if-match-required': { zh: '请在 If-Match 中注明您看到的版本', en: 'Say in If-Match which revision you saw' },
  'idempotency-key-reused': {
    zh: '该 Idempotency-Key 已用于另一内容的请求',
    en: 'This Idempotency-Key was already used with another body',
  },
  'concurrent-change': { zh: '多人同时修改，请稍后重试', en: 'Others are changing it at the same time; try again' },
  'too-many-requests': { zh: '请求过于频繁，请稍后重试', en: 'Too many requests; try again shortly' },
  'view-not-ready': { zh: '数据正在更新，请稍后重试', en: 'The data is still being brought up to date; try again shortly' },
  'issuer-unreachable': { zh: '暂时无法验证登录，请稍后重试', en: 'Sign-in cannot be checked at the moment; try again shortly' },
  'unavailable': { zh: '系统暂时不可用，请稍后重试', en: 'The system is not available at the moment; try again shortly' },
  'internal-error': { zh: '系统发生意外错误，请联系管理员并提供追踪号', en: 'Something unexpected went wrong; report the trace id' },
} as const satisfies Refusals;

/** The short title of each status. */
export const titles: Readonly<Record<number, LocalisedText>> = {
  400: { zh: '请求有误', en: 'Bad request' },
  401: { zh: '需要登录', en: 'Sign-in required' },
  403: { zh: '没有权限', en: 'Not allowed' },
  404: { zh: '未找到', en: 'Not found' },
  405: { zh: '方法不支持', en: 'Method not allowed' },
  409: { zh: '操作被拒绝', en: 'Refused' },
  412: { zh: '内容已更新', en: 'Changed meanwhile' },
  413: { zh: '内容过大', en: 'Too large' },
  415: { zh: '内容类型不支持', en: 'Unsupported media type' },
  422: { zh: '内容无法接受', en: 'Unacceptable content' },
  428: { zh: '缺少前提条件', en: 'Precondition required' },
  429: { zh: '请求过多', en: 'Too many requests' },
  500: { zh: '系统错误', en: 'Internal error' },
  503: { zh: '暂时不可用', en: 'Unavailable' },
};
