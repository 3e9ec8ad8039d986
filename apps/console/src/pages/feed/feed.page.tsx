import { Button, Select } from 'antd';
import { useState } from 'react';
import { useRead } from '../../api/reads.js';
import { EventDrawer } from '../../design/event-drawer.js';
import { EventName } from '../../design/event-name.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { Failure, Nothing } from '../../design/states.js';
import { timeOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { useTail } from './use-tail.js';
import './feed.css';

const useTexts = textsOf(
  'feed',
  {
    title: '事件流', lead: '本租户拥有的和共享给本租户的每一个事件，按记录顺序、无间断编号；断开后从任何位置继续，一个不漏。', terminal: '在终端里跟随', token: '取令牌（演示环境的密钥由 npm start 打印）',
    follow: '跟随', resume: '断开后，从收到的最后一个编号继续', filter: '只要某一类', live: '实时跟随', start: '开始', stop: '停止', over: '从头再来', type: '事件类型', all: '全部',
    received: '已收到 {{count}} 个，位置 {{place}}', waiting: '还没有收到事件。', open: '打开事件', documents: '机器可读的说明',
  },
  {
    title: 'Event feed', lead: 'Every event this tenant owns or is shared, in the order of recording, numbered without gaps; resume from any place and miss nothing.', terminal: 'Follow it from a terminal', token: 'Get a token (npm start prints the demonstration\'s secret)',
    follow: 'Follow', resume: 'After a break, go on from the last number received', filter: 'Only some types', live: 'Live', start: 'Start', stop: 'Stop', over: 'Start over', type: 'Event type', all: 'All',
    received: '{{count}} received, at place {{place}}', waiting: 'No event has arrived yet.', open: 'Open the event', documents: 'Machine-readable descriptions',
  },
);

type EventType = { readonly cloudEventType: string; readonly type: string };

const Terminal = () => {
  const t = useTexts();
  const { tenantId } = useAccount();
  const { origin } = location;
  const lines = [
    ['token', `TOKEN=$(curl -s -u "${tenantId}.integrator:zeren-demo" -d grant_type=client_credentials ${origin}/oidc/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`],
    ['follow', `curl -N -H "Authorization: Bearer $TOKEN" ${origin}/api/v1/events`],
    ['resume', `curl -N -H "Authorization: Bearer $TOKEN" -H "Last-Event-ID: 1234" ${origin}/api/v1/events`],
    ['filter', `curl -N -H "Authorization: Bearer $TOKEN" "${origin}/api/v1/events?type=ResultVerified&type=ResultRejected"`],
  ] as const;
  return (
    <section className="sheet stack">
      <h2>{t('terminal')}</h2>
      {lines.map(([name, line]) => <div key={name}><div className="soft small">{t(name)}</div><pre className="wide shell-line" tabIndex={0}>{line}</pre></div>)}
      <p className="row"><span className="soft">{t('documents')}</span><a href="/asyncapi.json">AsyncAPI</a><a href="/openapi.json">OpenAPI</a></p>
    </section>
  );
};

const nameOfType = (type: string) => type.split('.')[2] ?? type;

const Live = () => {
  const t = useTexts();
  const { language } = useLanguage();
  const [running, setRunning] = useState(false);
  const [type, setType] = useState<string>();
  const [opened, setOpened] = useState<string>();
  const types = useRead<{ items: readonly EventType[] }>('/event-types', {}, { immediate: true, fresh: Infinity });
  const tail = useTail(running, type);
  return (
    <section className="sheet stack">
      <div className="apart">
        <h2>{t('live')}</h2>
        <Mark {...(running ? { tone: 'strong' as const } : {})}>{t('received', { count: tail.received, place: tail.place })}</Mark>
      </div>
      <div className="row">
        <Button type="primary" onClick={() => setRunning(!running)}>{t(running ? 'stop' : 'start')}</Button>
        <Button onClick={() => { setRunning(false); tail.startOver(); }}>{t('over')}</Button>
        <label htmlFor="event-type">{t('type')}</label>
        <Select id="event-type" value={type ?? ''} onChange={(chosen) => setType(chosen || undefined)} style={{ minWidth: 200 }} disabled={running}
          options={[{ value: '', label: t('all') }, ...(types.data?.items ?? []).map((one) => ({ value: one.type, label: one.type }))]} />
      </div>
      {tail.failure !== undefined && <Failure failure={tail.failure} />}
      {tail.events.length === 0 ? <Nothing>{t('waiting')}</Nothing> : (
        <ol className="plain">
          {tail.events.map((event) => (
            <li key={event.id} className="row feed-line">
              <button type="button" className="as-link" onClick={() => setOpened(event.id)} aria-label={`${t('open')} ${event.id}`}><EventName type={nameOfType(event.type)} /></button>
              <span className="mono soft">{event.subject}</span><span className="soft small">{timeOf(event.occurredat, language)}</span>
            </li>
          ))}
        </ol>
      )}
      <EventDrawer eventId={opened} onClose={() => setOpened(undefined)} />
    </section>
  );
};

/** How other systems follow what happens, and the same live on the page. */
export const FeedPage = () => {
  const t = useTexts();
  return <PageFrame title={t('title')} lead={t('lead')}><div className="columns even"><Live /><Terminal /></div></PageFrame>;
};
