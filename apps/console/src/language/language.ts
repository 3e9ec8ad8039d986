import { languages, type Language, type LocalisedText } from '@zeren/kernel';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

const remembered = 'zeren.language';
const tags: Record<Language, string> = { zh: 'zh-CN', en: 'en' };
const commas: Record<Language, string> = { zh: '、', en: ', ' };
const semicolons: Record<Language, string> = { zh: '；', en: '; ' };

const isLanguage = (text: string | null): text is Language => languages.some((language) => language === text);

const initial = (): Language => {
  const stored = localStorage.getItem(remembered);
  return isLanguage(stored) ? stored : 'zh';
};

/** The language the reader reads now. */
export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'zh');

/** Its BCP 47 tag, as `Accept-Language` and `lang` want it. */
export const languageTag = (language: Language = currentLanguage()): string => tags[language];

void i18next.use(initReactI18next).init({
  lng: initial(),
  fallbackLng: false,
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  resources: {},
  interpolation: { escapeValue: false },
});
document.documentElement.lang = languageTag();

/** Switches the console and remembers the choice on this device. */
export const chooseLanguage = async (language: Language): Promise<void> => {
  localStorage.setItem(remembered, language);
  document.documentElement.lang = tags[language];
  await i18next.changeLanguage(language);
};

/** Calls back after each switch of language; returns how to stop. */
export const onLanguageChosen = (listener: () => void): (() => void) => {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
};

/** The sentence of a key, with its `{{values}}` filled in. */
export type Translate<Key extends string> = (key: Key, values?: Record<string, string | number>) => string;

/**
 * Registers the sentences of one page, which load with it, and returns the hook that reads them.
 * Both languages have the same keys or it does not compile.
 */
export const textsOf = <Key extends string>(page: string, zh: Record<Key, string>, en: Record<NoInfer<Key>, string>) => {
  i18next.addResourceBundle('zh', page, zh);
  i18next.addResourceBundle('en', page, en);
  return (): Translate<Key> => {
    const { t } = useTranslation(page);
    return (key, values = {}) => t(key, values);
  };
};

/** The reader's language, the text of a name that events carry in both, and how it parts a list. */
export const useLanguage = () => {
  useTranslation();
  const language = currentLanguage();
  return {
    language,
    nameOf: (text: LocalisedText | null | undefined): string => text?.[language] || text?.zh || '',
    /** Between the things of a list. */
    comma: commas[language],
    /** Between parts of a list that hold commas themselves. */
    semicolon: semicolons[language],
  };
};
