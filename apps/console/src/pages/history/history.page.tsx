import { useInfiniteQuery } from '@tanstack/react-query';
import { parseStreamName } from '@zeren/kernel';
import { Button, Checkbox, Slider } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { read } from '../../api/client.js';
import type { History, ReplayedEvent } from '../../api/rows.js';
import { EventName } from '../../design/event-name.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { Bones, Failure, Nothing } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { timeOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { differencesOf } from './state-differences.js';
import './history.css';

const useTexts = textsOf(
  'history',
  {
    title: '历史重放', lead: '逐个事件重放，并排比较前后状态。可用左右方向键。', step: '第 {{at}} 步，共 {{of}} 步', more: '更多事件', earlier: '上一步', later: '下一步',
    slider: '重放到第几步', events: '事件', field: '字段', before: '之前', after: '之后', absent: '—', onlyChanged: '只看变化',
    who: '谁', post: '岗位', ownPost: '代行人本岗', unit: '单位', when: '发生时间', recorded: '记录时间', place: '位置', revision: '版次', cause: '起因', correlation: '关联', data: '事件内容',
    unchanged: '这个事件没有改变状态。', empty: '这个流里没有你能看到的事件。', cut: '显示 {{all}} 个字段中的前 {{shown}} 个；全部见事件内容。',
  },
  {
    title: 'History', lead: 'Replayed event by event, with the state before and after side by side. The arrow keys work too.', step: 'Step {{at}} of {{of}}', more: 'More events', earlier: 'Earlier', later: 'Later',
    slider: 'Replay up to step', events: 'Events', field: 'Field', before: 'Before', after: 'After', absent: '—', onlyChanged: 'Changes only',
    who: 'Who', post: 'Post', ownPost: 'Deputy\'s own post', unit: 'Unit', when: 'Happened', recorded: 'Recorded', place: 'Position', revision: 'Revision', cause: 'Caused by', correlation: 'Correlation', data: 'The event itself',
    unchanged: 'This event did not change the state.', empty: 'There is no event here that you may see.', cut: 'The first {{shown}} of {{all}} fields; all of them are in the event itself.',
  },
);

/** A published split has tens of thousands of leaves; a page does not. */
const leavesShown = 400;

const States = ({ event }: { event: ReplayedEvent }) => {
  const t = useTexts();
  const [onlyChanged, setOnlyChanged] = useState(true);
  const leaves = differencesOf(event.before, event.after);
  const wanted = onlyChanged ? leaves.filter((leaf) => leaf.changed) : leaves;
  const shown = wanted.slice(0, leavesShown);
  return (
    <div className="stack">
      <Checkbox checked={onlyChanged} onChange={({ target }) => setOnlyChanged(target.checked)}>{t('onlyChanged')}</Checkbox>
      {shown.length === 0 ? <p className="soft">{t('unchanged')}</p> : (
        <table className="ledger states">
          <thead><tr><th scope="col">{t('field')}</th><th scope="col">{t('before')}</th><th scope="col">{t('after')}</th></tr></thead>
          <tbody>
            {shown.map((leaf) => (
              <tr key={leaf.path} className={leaf.changed ? 'changed' : undefined}>
                <td className="mono path">{leaf.path}</td>
                <td className="mono" data-label={t('before')}>{leaf.before ?? t('absent')}</td>
                <td className="mono" data-label={t('after')}>{leaf.after ?? t('absent')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {wanted.length > shown.length && <p className="soft small">{t('cut', { shown: shown.length, all: wanted.length })}</p>}
    </div>
  );
};

const Circumstances = ({ event }: { event: ReplayedEvent }) => {
  const t = useTexts();
  const { language } = useLanguage();
  return (
    <dl className="facts">
      <dt>{t('who')}</dt><dd><span className="mono">{event.actor.actorId}</span></dd>
      <dt>{t('post')}</dt><dd><span className="mono">{event.actor.postId || t('absent')}</span></dd>
      {event.actor.ownPostId !== undefined && <><dt>{t('ownPost')}</dt><dd><span className="mono">{event.actor.ownPostId}</span></dd></>}
      <dt>{t('unit')}</dt><dd>{event.actor.unitId ? <UnitName id={event.actor.unitId} /> : t('absent')}</dd>
      <dt>{t('when')}</dt><dd>{timeOf(event.occurredAt, language)}</dd>
      <dt>{t('recorded')}</dt><dd>{timeOf(event.recordedAt, language)}</dd>
      <dt>{t('place')}</dt><dd className="mono">{event.position}</dd>
      <dt>{t('cause')}</dt><dd className="mono">{event.causationId}</dd>
      <dt>{t('correlation')}</dt><dd className="mono">{event.correlationId}</dd>
    </dl>
  );
};

const Replay = ({ events, onMore }: { events: readonly ReplayedEvent[]; onMore?: () => void }) => {
  const t = useTexts();
  const { language } = useLanguage();
  const [params, setParams] = useSearchParams();
  const [at, setAt] = useState(() => {
    const wanted = events.findIndex((event) => event.id === params.get('event'));
    return wanted < 0 ? events.length - 1 : wanted;
  });
  const event = events[at];
  const eventId = event?.id;
  useEffect(() => {
    if (eventId && params.get('event') !== eventId) setParams({ event: eventId }, { replace: true });
  }, [eventId, params, setParams]);
  const within = (step: number) => Math.min(Math.max(step, 0), events.length - 1);
  const goTo = (step: number) => setAt(within(step));
  const byKey = (key: KeyboardEvent) => {
    if (key.key !== 'ArrowLeft' && key.key !== 'ArrowRight') return;
    key.preventDefault();
    const step = key.key === 'ArrowRight' ? 1 : -1;
    setAt((before) => within(before + step));
  };
  const line = useRef<HTMLOListElement>(null);
  useEffect(() => line.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }), [at]);
  if (!event) return null;
  return (
    <div className="replay" onKeyDownCapture={byKey}>
      <ol ref={line} className="plain sheet replay-line" aria-label={t('events')}>
        {events.map((one, step) => (
          <li key={one.id}>
            <button type="button" aria-current={step === at ? 'step' : undefined} onClick={() => goTo(step)}>
              <span className="revision">{one.revision}</span>
              <span><EventName type={one.type} /><small>{timeOf(one.occurredAt, language)}</small></span>
            </button>
          </li>
        ))}
        {onMore && <li><Button type="link" onClick={onMore}>{t('more')}</Button></li>}
      </ol>
      <div className="stack">
        <div className="sheet replay-steer">
          <Button onClick={() => goTo(at - 1)} disabled={at === 0}>← {t('earlier')}</Button>
          <Slider min={0} max={Math.max(events.length - 1, 1)} value={at} onChange={goTo} disabled={events.length < 2}
            ariaLabelForHandle={t('slider')} tooltip={{ formatter: (step) => String((step ?? 0) + 1) }} />
          <Button onClick={() => goTo(at + 1)} disabled={at === events.length - 1}>{t('later')} →</Button>
          <span className="soft" aria-live="polite">{t('step', { at: at + 1, of: events.length })}</span>
        </div>
        <section className="sheet stack" aria-labelledby="event-name">
          <div className="row"><h2 id="event-name"><EventName type={event.type} /></h2><Mark>{event.type}</Mark><Mark>{t('revision')} {event.revision}</Mark></div>
          <Circumstances event={event} />
          <States key={event.id} event={event} />
          <details><summary>{t('data')}</summary><pre className="wide">{JSON.stringify(event.data, null, 2)}</pre></details>
        </section>
      </div>
    </div>
  );
};

const usePast = (stream: string) => {
  const history = useInfiniteQuery({
    queryKey: ['history', stream],
    queryFn: ({ signal, pageParam }) => read<History>(`/history/${encodeURIComponent(stream)}`, { from: pageParam, limit: 200 }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
  return { history, events: history.data?.pages.flatMap(({ events }) => events) };
};

const Past = ({ stream }: { stream: string }) => {
  const t = useTexts();
  const [params] = useSearchParams();
  const [target] = useState(params.get('event'));
  const { history, events } = usePast(stream);
  const { hasNextPage, isFetching, fetchNextPage } = history;
  const sought = target !== null && events !== undefined && hasNextPage && !events.some(({ id }) => id === target);
  useEffect(() => { if (sought && !isFetching) void fetchNextPage(); }, [sought, isFetching, fetchNextPage]);
  if (history.isError && !events) return <Failure failure={history.error} onAgain={() => void history.refetch()} />;
  if (!events || sought) return <Bones lines={10} />;
  if (events.length === 0) return <Nothing>{t('empty')}</Nothing>;
  return <Replay events={events} {...(hasNextPage ? { onMore: () => void fetchNextPage() } : {})} />;
};

/** One stream's past, event by event. */
export const HistoryPage = () => {
  const t = useTexts();
  const { stream = '' } = useParams();
  const named = parseStreamName(stream);
  const origin = named && originOf(named.category, `${named.tenantId}_${named.id}`);
  return (
    <PageFrame title={t('title')} lead={t('lead')} crumbs={origin ? [origin] : []}>
      <p className="mono">{stream}</p>
      <Past key={stream} stream={stream} />
    </PageFrame>
  );
};

const places: Record<string, string> = { task: '/tasks/', contract: '/contracts/', campaign: '/campaigns/' };

const originOf = (category: string, id: string) => {
  const place = places[category];
  return place === undefined ? undefined : { to: place + id, name: id };
};
