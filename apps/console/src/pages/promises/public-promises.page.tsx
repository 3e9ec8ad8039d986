import { promiseStageText, statusText, type ShownPromise, type ShownPromises } from '@zeren/tasks-domain';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router-dom';
import { ServiceProblem } from '../../api/problem.js';
import { queries, useRead } from '../../api/reads.js';
import { Lamp, Mark } from '../../design/lamp.js';
import { Resource } from '../../design/states.js';
import { targetSigns } from '../../design/targets.js';
import { dayOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { LanguageSwitch } from '../../shell/language-switch.js';
import './promises.css';

const useTexts = textsOf(
  'public-promises',
  {
    fallback: '民生实事', product: '责任 Zeren', approved: '{{authority}} 批准 · {{document}}', lead: '牵头单位', target: '目标', due: '完成日期', reached: '进展', met: '达到', yes: '已达到', no: '未达到', percent: '完成目标的 {{percent}} %', on: '{{day}} 统计', earlier: '修改记录（{{count}}）',
    changed: '{{day}} 修改：{{reason}}（{{document}}）', before: '原文', asOf: '截至 {{day}}', none: '没有公布这一年的民生实事。', only: '本页只显示对公众的承诺及其进展。',
  },
  {
    fallback: 'Promises to the public', product: 'Zeren 责任', approved: 'Approved by {{authority}} · {{document}}', lead: 'Lead', target: 'Target', due: 'Due', reached: 'So far', met: 'met', yes: 'met', no: 'not met', percent: '{{percent}} % of the target', on: 'measured on {{day}}', earlier: 'Amendments ({{count}})',
    changed: 'Amended on {{day}}: {{reason}} ({{document}})', before: 'It said', asOf: 'As of {{day}}', none: 'No promises were published for this year.', only: 'This page shows what was promised to the public and how far it has come, and nothing else.',
  },
);

const Reached = ({ promise }: { promise: ShownPromise }) => {
  const t = useTexts();
  const { nameOf, language } = useLanguage();
  const { stage, value, unit, percent, direction, measuredOn } = promise;
  const said = value === null ? '' : direction === 'boolean' ? t(value === '1' ? 'yes' : 'no') : `${value} ${unit}`;
  return (
    <>
      <div>{said && <b>{said}</b>} <span className="soft">{nameOf(promiseStageText[stage])}{measuredOn && ` · ${t('on', { day: dayOf(measuredOn, language) })}`}</span></div>
      {percent !== null && <><progress max={100} value={Math.min(Number(percent), 100)} aria-label={t('percent', { percent })} /><div className="small soft">{t('percent', { percent })}</div></>}
    </>
  );
};

const Earlier = ({ promise }: { promise: ShownPromise }) => {
  const t = useTexts();
  const { nameOf, language } = useLanguage();
  if (promise.earlier.length === 0) return null;
  return (
    <details>
      <summary>{t('earlier', { count: promise.earlier.length })}</summary>
      <ul className="plain stack small">
        {promise.earlier.map((one, index) => (
          <li key={index}>
            <p>{t('changed', { day: dayOf(one.on, language), reason: one.reason, document: one.document })}</p>
            <p className="soft">{t('before')}: {nameOf(one.text)} · {t('target')} {one.target} {one.unit} · {t('due')} {dayOf(one.dueOn, language)} · {nameOf(one.leadName)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
};

const OnePromise = ({ promise }: { promise: ShownPromise }) => {
  const t = useTexts();
  const { nameOf, language } = useLanguage();
  const { code, text, end, lamp, leadName, direction, target, unit, dueOn } = promise;
  return (
    <article className="sheet public-promise">
      <div className="apart"><h2>{nameOf(text)}</h2>{end ? <Mark tone={end === 'done' ? 'strong' : 'seal'}>{nameOf(statusText[end])}</Mark> : <Lamp colour={lamp} />}</div>
      <dl className="facts">
        <dt>{t('lead')}</dt><dd>{nameOf(leadName)} <span className="mono soft">{code}</span></dd>
        <dt>{t('target')}</dt><dd>{direction === 'boolean' ? t('met') : `${targetSigns[direction]}${target} ${unit}`}</dd>
        <dt>{t('due')}</dt><dd>{dayOf(dueOn, language)}</dd>
        <dt>{t('reached')}</dt><dd><Reached promise={promise} /></dd>
      </dl>
      <Earlier promise={promise} />
    </article>
  );
};

const List = () => {
  const t = useTexts();
  const { nameOf, language } = useLanguage();
  const { tenantId = '', year = '' } = useParams();
  const list = useRead<ShownPromises>(`/promises/${encodeURIComponent(tenantId)}/${encodeURIComponent(year)}`, {}, { immediate: true });
  const title = nameOf(list.data?.title) || `${t('fallback')} ${year}`;
  const product = t('product');
  useEffect(() => { document.title = `${title} · ${product}`; }, [title, product]);
  const isNone = list.error instanceof ServiceProblem && (list.error.details.status === 404 || list.error.details.status === 400);
  return (
    <main className="public-promises">
      <div className="apart"><h1>{title}</h1><LanguageSwitch /></div>
      {isNone ? <p role="status">{t('none')}</p> : (
        <Resource of={list} lines={10}>
          {({ approval, promises, now }) => (
            <>
              <p className="soft">{t('approved', { authority: approval.authority, document: approval.document })} · {t('asOf', { day: dayOf(now, language) })}</p>
              {promises.map((promise) => <OnePromise key={promise.code} promise={promise} />)}
            </>
          )}
        </Resource>
      )}
      <p className="soft small">{t('only')}</p>
    </main>
  );
};

/** What a city promised the public for a year, and how far it has come; nobody needs to sign in. */
export const PublicPromisesPage = () => <QueryClientProvider client={queries}><List /></QueryClientProvider>;
