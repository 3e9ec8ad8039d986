import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { LanguageSwitch } from '../shell/language-switch.js';
import { textsOf } from '../language/language.js';
import { signIn } from './oidc.js';
import './sign-in.css';

const useTexts = textsOf(
  'sign-in',
  {
    title: '登录', product: '责任 Zeren', sloganOne: '任务可量化，', sloganTwo: '指标可考核，', sloganThree: '责任可追究。',
    what: '一座城市同时推进多项创建。责任平台把每项指标分解为任务，落到单位和岗位，签订责任状，核实结果，计算得分——并且让每一个分数都能追溯到它背后的每一条记录。',
    one: '算得清', oneText: '分解的份额与目标逐一相加，分毫不差。',
    two: '说得明', twoText: '每个得分打开到指标、数据和事件。',
    three: '改不了', threeText: '任何时刻的状态和排名都可以重放。',
    citizens: '市民和企业不用登录：反映诉求、查询进度', enter: '登录', entering: '正在前往登录…', demo: '演示账号（免密码，在登录页点选）',
    city: '市创城办', department: '部门承办人（教育局）', district: '县区创城办（南江县）', leader: '市领导', auditor: '审计',
    failed: '现在无法登录：连接不上登录服务。请稍后再试。',
  },
  {
    title: 'Sign in', product: 'Zeren 责任', sloganOne: 'Tasks that count.', sloganTwo: 'Indicators that score.', sloganThree: 'Responsibility that can be traced.',
    what: 'A city runs several campaigns at once. Zeren splits every indicator into tasks, gives each to a unit and a post, has contracts signed, results verified and scores computed — and opens every score down to the records behind it.',
    one: 'It adds up', oneText: 'Shares and targets sum exactly, at every level.',
    two: 'It explains', twoText: 'Each score opens to indicators, figures and events.',
    three: 'It stays', threeText: 'Any past state and any past ranking can be replayed.',
    citizens: 'Citizens and enterprises need no account: tell us, follow it', enter: 'Sign in', entering: 'Going to the sign-in page…', demo: 'Demonstration accounts (no password; choose one on the next page)',
    city: 'City campaign office', department: 'Department officer (education)', district: 'District campaign office (Nanjiang)', leader: 'City leader', auditor: 'Auditor',
    failed: 'Signing in is not possible now: the sign-in service cannot be reached. Try again shortly.',
  },
);

const demonstration = [
  ['city', '511900.city-office'], ['district', '511922.district-office'], ['department', '511900-education.officer'],
  ['leader', '511900.leader'], ['auditor', '511900.auditor'],
] as const;

/** The first page: what Zeren is, and the way in. */
export const SignInPage = () => {
  const t = useTexts();
  const [params] = useSearchParams();
  const [state, setState] = useState<'still' | 'leaving' | 'failed'>('still');
  const title = `${t('title')} · ${t('product')}`;
  useEffect(() => { document.title = title; }, [title]);
  const enter = () => {
    setState('leaving');
    signIn(params.get('returnTo') ?? '/').catch(() => setState('failed'));
  };
  return (
    <main className="gate">
      <div className="gate-words">
        <div className="brand"><img src="/seal.svg" alt="" />{t('product')}</div>
        <h1><span>{t('sloganOne')}</span> <span>{t('sloganTwo')}</span> <span>{t('sloganThree')}</span></h1>
        <p>{t('what')}</p>
      </div>
      <section className="gate-door" aria-labelledby="door">
        <div className="apart"><h2 id="door">{t('title')}</h2><LanguageSwitch /></div>
        <button type="button" className="enter" onClick={enter} disabled={state === 'leaving'}>
          {t(state === 'leaving' ? 'entering' : 'enter')}
        </button>
        {state === 'failed' && <p className="gate-problem" role="alert">{t('failed')}</p>}
        <p><Link to="/front-door/511900">{t('citizens')}</Link></p>
        <table>
          <caption>{t('demo')}</caption>
          <tbody>{demonstration.map(([role, id]) => <tr key={id}><th scope="row">{t(role)}</th><td className="mono">{id}</td></tr>)}</tbody>
        </table>
      </section>
      <ul className="plain gate-promises">
        <li><b>{t('one')}</b><span>{t('oneText')}</span></li>
        <li><b>{t('two')}</b><span>{t('twoText')}</span></li>
        <li><b>{t('three')}</b><span>{t('threeText')}</span></li>
      </ul>
    </main>
  );
};
