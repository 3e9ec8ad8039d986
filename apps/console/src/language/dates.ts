import type { Language } from '@zeren/kernel';

/** Everybody who reads the console works by this clock, wherever the browser stands. */
const timeZone = 'Asia/Shanghai';

const tag = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en-GB');

const formats = new Map<string, Intl.DateTimeFormat>();
const format = (language: Language, kind: 'date' | 'time' | 'clock', options: Intl.DateTimeFormatOptions) => {
  const key = `${language}.${kind}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tag(language), { timeZone, ...options });
  formats.set(key, known);
  return known;
};

const usable = (moment: string): Date | undefined => {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? undefined : date;
};

/** The local day of a UTC moment or of a calendar date; the text itself where it is neither. */
export const dayOf = (moment: string, language: Language): string => {
  const date = usable(moment.length === 10 ? `${moment}T00:00:00+08:00` : moment);
  return date ? format(language, 'date', { year: 'numeric', month: 'short', day: 'numeric' }).format(date) : moment;
};

/** The local day and time of a UTC moment, to the minute. */
export const timeOf = (moment: string, language: Language): string => {
  const date = usable(moment);
  if (!date) return moment;
  return format(language, 'time', {
    year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false,
  }).format(date);
};

/** The local time of day of a moment, to the second. */
export const clockOf = (moment: Date, language: Language): string =>
  format(language, 'clock', { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }).format(moment);
