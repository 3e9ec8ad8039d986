import { ConfigProvider } from 'antd';
import englishWords from 'antd/locale/en_US';
import chineseWords from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';
import { theme } from './theme.js';

/** Controls in the product's own look, and in the reader's language. */
export const Themed = ({ children }: { children: ReactNode }) => {
  const { language } = useLanguage();
  return (
    <ConfigProvider theme={theme} locale={language === 'zh' ? chineseWords : englishWords} button={{ autoInsertSpace: false }}>{children}</ConfigProvider>
  );
};
