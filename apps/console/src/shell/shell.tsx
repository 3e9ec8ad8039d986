import { QueryClientProvider } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { Outlet, useLoaderData, useNavigation, useRouteError } from 'react-router-dom';
import { queries } from '../api/reads.js';
import { Broken } from '../design/states.js';
import { Themed } from '../design/themed.js';
import { onLanguageChosen, textsOf } from '../language/language.js';
import { signOut, type Account } from '../session/oidc.js';
import { SessionProvider } from '../session/session.js';
import { Acting } from './acting.js';
import { LanguageSwitch } from './language-switch.js';
import { Navigation } from './navigation.js';
import { Who } from './who.js';
import './shell.css';

const useTexts = textsOf(
  'shell',
  { skip: '跳到正文', menu: '打开导航', leave: '退出', loading: '正在打开页面' },
  { skip: 'Skip to content', menu: 'Open navigation', leave: 'Sign out', loading: 'Opening the page' },
);

const Top = () => {
  const t = useTexts();
  const drawer = useRef<HTMLDialogElement>(null);
  return (
    <header className="shell-top">
      <button type="button" className="shell-menu" aria-label={t('menu')} onClick={() => drawer.current?.showModal()}>
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d="M2 4.5h14M2 9h14M2 13.5h14" stroke="currentColor" strokeWidth="1.6" /></svg>
      </button>
      <dialog ref={drawer} className="shell-drawer" onClick={(event) => { if (event.target === event.currentTarget) drawer.current?.close(); }}>
        <Navigation onChosen={() => drawer.current?.close()} />
      </dialog>
      <Who />
      <LanguageSwitch />
      <button type="button" className="quiet" aria-label={t('leave')} onClick={() => void signOut()}>
        <span className="leave-text">{t('leave')}</span>
        <svg className="leave-sign" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" style={{ verticalAlign: -3, marginInlineStart: 4 }}>
          <path d="M6 2H2.5v12H6M10 4.5L13.5 8 10 11.5M13.5 8H6" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </button>
    </header>
  );
};

/** A failed sentence was in the language of before: ask for it again. */
const useFreshProblems = () => useEffect(
  () => onLanguageChosen(() => void queries.invalidateQueries({ predicate: ({ state }) => state.status === 'error' })),
  [],
);

const Frame = () => {
  const t = useTexts();
  const leaving = useNavigation().state === 'loading';
  useFreshProblems();
  return (
    <div className="shell">
      <a className="skip" href="#main">{t('skip')}</a>
      {leaving && <div className="shell-progress" role="status" aria-label={t('loading')} />}
      <div className="shell-side"><div><Navigation /></div></div>
      <Top />
      <main id="main" tabIndex={-1} className="shell-main"><Acting /><Outlet /></main>
    </div>
  );
};

/** What surrounds every page once somebody is signed in. */
export const Shell = () => {
  const account = useLoaderData<Account>();
  return (
    <SessionProvider value={account}>
      <QueryClientProvider client={queries}>
        <Themed>
          <App component={false}><Frame /></App>
        </Themed>
      </QueryClientProvider>
    </SessionProvider>
  );
};

/** A page's code failed: say so and offer to reload. */
export const ShellFailure = () => {
  const failure = useRouteError();
  return <main style={{ padding: 40 }}><Broken failure={failure} /></main>;
};
