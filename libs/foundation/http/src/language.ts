import type { Language } from '@zeren/kernel';

/** The first of zh and en that `Accept-Language` asks for (by weight, then order); zh where it asks for neither. */
export const languageOf = (header: string | undefined): Language => {
  if (header === undefined) return 'zh';
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => weight > 0 && /^(zh|en)(-|$)/.test(tag))
    .sort((left, right) => right.weight - left.weight);
  return wanted[0]?.tag.startsWith('en') ? 'en' : 'zh';
};
