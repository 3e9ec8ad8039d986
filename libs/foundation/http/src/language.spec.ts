import { languageOf } from './language.js';

describe('the language of a reader', () => {
  it.each([
    ['is Chinese without a wish', undefined, 'zh'],
    ['is Chinese where neither language is asked for', 'fr, de;q=0.9', 'zh'],
    ['is English where that is asked for', 'en-GB', 'en'],
    ['is the one that weighs more', 'zh;q=0.5, en;q=0.8', 'en'],
    ['is the first of two that weigh the same', 'zh-CN, en', 'zh'],
    ['is never one that is excluded', 'en;q=0, zh;q=0.1', 'zh'],
    ['takes no notice of languages that only begin alike', 'enx', 'zh'],
  ])('%s', (_, header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
