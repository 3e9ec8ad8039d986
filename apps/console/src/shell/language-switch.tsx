import { languages, type Language } from '@zeren/kernel';
import { chooseLanguage, textsOf, useLanguage } from '../language/language.js';
import './language-switch.css';

const useTexts = textsOf('language-switch', { label: '语言' }, { label: 'Language' });
const names: Record<Language, string> = { zh: '中文', en: 'English' };

/** Both languages side by side; the one in use is pressed. */
export const LanguageSwitch = () => {
  const t = useTexts();
  const { language } = useLanguage();
  return (
    <div className="language-switch" role="group" aria-label={t('label')}>
      {languages.map((one) => (
        <button key={one} type="button" lang={one === 'zh' ? 'zh-CN' : 'en'} aria-pressed={one === language} onClick={() => void chooseLanguage(one)}>
          {names[one]}
        </button>
      ))}
    </div>
  );
};
