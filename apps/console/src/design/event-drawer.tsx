import { Drawer } from 'antd';
import { Link } from 'react-router-dom';
import { useRead } from '../api/reads.js';
import type { CloudEvent } from '../api/rows.js';
import { timeOf } from '../language/dates.js';
import { textsOf, useLanguage } from '../language/language.js';
import { EventName } from './event-name.js';
import { Resource } from './states.js';

const useTexts = textsOf(
  'event-drawer',
  { title: '事件', type: '类型', happened: '发生时间', time: '记录时间', of: '所属', id: '事件编号', history: '在历史中打开' },
  { title: 'Event', type: 'Type', happened: 'Happened', time: 'Recorded', of: 'Of', id: 'Event id', history: 'Open in its history' },
);

/** `zeren.task.ResultReported.v1`: category and event type. */
const partsOf = (type: string) => {
  const [, category = '', name = type] = type.split('.');
  return { category, name };
};

const Opened = ({ event }: { event: CloudEvent }) => {
  const t = useTexts();
  const { language } = useLanguage();
  const { category, name } = partsOf(event.type);
  return (
    <div className="stack">
      <h3><EventName type={name} /></h3>
      <dl className="facts">
        <dt>{t('type')}</dt><dd className="mono">{event.type}</dd>
        <dt>{t('happened')}</dt><dd>{timeOf(event.occurredat, language)}</dd>
        <dt>{t('time')}</dt><dd>{timeOf(event.time, language)}</dd>
        <dt>{t('of')}</dt><dd className="mono">{event.subject}</dd>
        <dt>{t('id')}</dt><dd className="mono">{event.id}</dd>
      </dl>
      <Link to={`/history/${category}-${event.subject}?event=${event.id}`}>{t('history')}</Link>
      <pre className="wide">{JSON.stringify(event, null, 2)}</pre>
    </div>
  );
};

const Content = ({ eventId }: { eventId: string }) => {
  const event = useRead<CloudEvent>(`/events/${eventId}`, {}, { immediate: true, fresh: Infinity });
  return <Resource of={event} lines={12}>{(one) => <Opened event={one} />}</Resource>;
};

/** The recorded event behind a figure, as the feed delivers it. */
export const EventDrawer = ({ eventId, onClose }: { eventId: string | undefined; onClose: () => void }) => {
  const t = useTexts();
  return (
    <Drawer title={t('title')} open={eventId !== undefined} onClose={onClose} size={560} destroyOnHidden>
      {eventId !== undefined && <Content eventId={eventId} />}
    </Drawer>
  );
};
