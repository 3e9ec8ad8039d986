import { languages, type Language, type LocalisedText } from '@zeren/kernel';
import { accounts, groups, type Account } from './accounts.js';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] as string);

const words = {
  title: { zh: '登录责任平台', en: 'Sign in to Zeren' },
  lead: { zh: '这是演示环境：选择一个岗位即可登录，无需密码。', en: 'This is a demonstration: choose a post to sign in. No password is asked for.' },
  signedOut: { zh: '已退出登录', en: 'You are signed out' },
  leaving: { zh: '确定退出登录吗？', en: 'Sign out?' },
  leave: { zh: '退出登录', en: 'Sign out' },
  back: { zh: '返回', en: 'Back to the console' },
  failed: { zh: '无法完成登录', en: 'Sign-in could not be completed' },
} as const satisfies Record<string, LocalisedText>;

const style = `
:root{font:16px/1.5 system-ui,"PingFang SC","Microsoft YaHei","WenQuanYi Micro Hei",sans-serif;color:#1c2733;background:#f4f6f8}
body{margin:0}main{max-width:46rem;margin:0 auto;padding:2.5rem 1rem}
h1{font-size:1.5rem;margin:0 0 .5rem}p{margin:0 0 1.5rem;color:#465463}
details{background:#fff;border:1px solid #d9e0e7;border-radius:8px;margin-bottom:.75rem}
summary{cursor:pointer;padding:.75rem 1rem;font-weight:600}
ul{list-style:none;margin:0;padding:0 .5rem .5rem;display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:.25rem}
button{width:100%;text-align:left;font:inherit;color:inherit;background:none;border:1px solid transparent;border-radius:6px;padding:.5rem;cursor:pointer}
button:hover,button:focus-visible{background:#eaf1f8;border-color:#2f6db0;outline:none}
small{display:block;color:#5b6976}a{color:#1d5c9e}.act{width:auto;background:#1d5c9e;color:#fff;padding:.5rem 1rem}.act:hover,.act:focus-visible{background:#174a80}
`;

const page = (language: Language, title: LocalisedText, body: string): string => `<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(title[language])}</title><style>${style}</style></head>
<body><main><h1>${safe(title[language])}</h1>${body}</main></body></html>`;

const choice = (account: Account, language: Language): string =>
  `<li><button name="account" value="${safe(account.id)}">${safe(account.name[language])}` +
  `<small>${safe(account.name[otherThan(language)])} · ${safe(account.id)}</small></button></li>`;

const otherThan = (language: Language): Language => languages.find((other) => other !== language) ?? language;

/** The accounts of the demonstration, one click each. */
export const signInPage = (language: Language, action: string): string => {
  const lists = groups.map(({ id, name }, index) => {
    const members = accounts.filter(({ group }) => group === id);
    return `<details${index === 0 ? ' open' : ''}><summary>${safe(name[language])}</summary><ul>${members
      .map((account) => choice(account, language))
      .join('')}</ul></details>`;
  });
  return page(language, words.title, `<p>${safe(words.lead[language])}</p><form method="post" action="${safe(action)}">${lists.join('')}</form>`);
};

/** Asks before the session ends; `form` is the provider's own hidden form. */
export const signOutPage = (language: Language, form: string): string =>
  page(
    language,
    words.leaving,
    `${form}<button class="act" type="submit" form="op.logoutForm" value="yes" name="logout">${safe(words.leave[language])}</button>` +
      `<p><a href="/">${safe(words.back[language])}</a></p>`,
  );

export const signedOutPage = (language: Language): string =>
  page(language, words.signedOut, `<p><a href="/">${safe(words.back[language])}</a></p>`);

export const errorPage = (language: Language, code: string): string =>
  page(language, words.failed, `<p><code>${safe(code)}</code></p><p><a href="/">${safe(words.back[language])}</a></p>`);
