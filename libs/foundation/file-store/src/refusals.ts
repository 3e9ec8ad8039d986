/** Why a file is not taken in or not given out, and what to do. */
export const fileRefusals = {
  'file-body-missing': {
    zh: '请以 application/octet-stream 发送文件内容。',
    en: 'Send the file’s bytes as application/octet-stream.',
  },
  'file-empty': {
    zh: '文件是空的。',
    en: 'The file is empty.',
  },
  'file-too-large': {
    zh: '文件超过 {limit} 的上限。',
    en: 'The file is larger than the limit of {limit}.',
  },
  'file-cut-off': {
    zh: '文件没有传完，请重新上传。',
    en: 'The file did not arrive whole; send it again.',
  },
  'file-type-differs': {
    zh: '文件声称是 {declared}，内容却是 {found}。',
    en: 'The file says it is {declared}, but its content is {found}.',
  },
  'file-image-broken': {
    zh: '图片已损坏，无法读取。',
    en: 'The image is broken and cannot be read.',
  },
  'file-image-too-large': {
    zh: '图片为 {width}×{height} 像素，超过 {limit} 像素的上限。',
    en: 'The image has {width}×{height} pixels, more than the limit of {limit}.',
  },
  'file-store-full': {
    zh: '存储空间已满，文件没有保存；请联系管理员。',
    en: 'The store is full and the file was not kept; tell the administrator.',
  },
  'file-store-unavailable': {
    zh: '文件存储暂时不可用，请稍后重试。',
    en: 'The file store is not available at the moment; try again shortly.',
  },
  'file-missing': {
    zh: '存储中找不到该文件（指纹 {hash}）。请联系管理员从备份恢复。',
    en: 'The store no longer has this file (fingerprint {hash}). It must be restored from a backup.',
  },
  'file-changed': {
    zh: '存储中的文件与建档时的指纹 {hash} 不符，不予提供。',
    en: 'The stored file no longer has the fingerprint {hash} it was filed with, and is not served.',
  },
  'file-range-unsatisfiable': {
    zh: '请求的字节范围不在文件之内。',
    en: 'The range asked for is not within the file.',
  },
} as const;
