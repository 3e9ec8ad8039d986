import type { Refusals } from '@zeren/kernel';

export const calendarRefusals = {
  'day-of-another-year': {
    zh: '{value} 不在 {year} 年内。',
    en: '{value} is not a day of {year}.',
  },
  'rest-and-work': {
    zh: '{value} 既列为放假日又列为补班日。',
    en: '{value} is named both as a day of rest and as a make-up workday.',
  },
  'notice-required': {
    zh: '须写明所依据的放假通知或文件。',
    en: 'Name the notice or document on which this rests.',
  },
  'calendar-sheet-missing': {
    zh: '工作簿中没有名为“工作日历”的工作表。',
    en: 'The workbook has no sheet named "Working calendar".',
  },
  'working-hours-wrong': {
    zh: '工作时段须写作 HH:mm，止晚于起，先后排列且互不重叠，至少一段。',
    en: 'Working hours are written HH:mm, each span ends after it begins, in order and without overlap, at least one.',
  },
} as const satisfies Refusals;
