import type { Excuse } from '@zeren/assessment-domain';
import type { LocalisedText } from '@zeren/kernel';

/** What takes a result out of the denominator, as the registers call it. */
export const excuseText: Readonly<Record<Excuse, LocalisedText>> = {
  extended: { zh: '延期', en: 'extension' },
  deferred: { zh: '缓办', en: 'deferral' },
  explained: { zh: '说明办结', en: 'ended explained' },
  closed: { zh: '未完成办结', en: 'closed without completion' },
  returned: { zh: '退回', en: 'returned' },
  voided: { zh: '作废', en: 'void' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
};
