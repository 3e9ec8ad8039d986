import { Link } from 'react-router-dom';
import { idOf } from '../../api/rows.js';
import { LampShape, Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { StatusMark } from '../requests/status-mark.js';
import { clockText, lampOf } from '../requests/clock.js';
import { groupOf, groups, presentOf } from './due.js';
import { useGridList, type GridRequest } from './grid-list.js';
import { FromBefore } from './from-before.js';
import { useGridTexts } from './grid.texts.js';
import { useOffline } from './offline.js';
import { useOutbox } from './use-outbox.js';
import { Waiting } from './waiting.js';
import './grid.css';

const Item = ({ row, names, now, waits }: GridRequest & { now: string; waits: boolean }) => {
  const t = useGridTexts();
  const { language, nameOf } = useLanguage();
  return (
    <li>
      <Link to={`/grid/${idOf(row)}`} className="card grid-item">
        <b>{row.subject}</b>
        <span className="row">
          <LampShape colour={lampOf(row.request, now)} texts={clockText} />
          <StatusMark status={row.status} />
          {waits && <Mark>{t('kept')}</Mark>}
        </span>
        <span className="soft">{nameOf(names[row.areaUnitId]) || row.areaUnitId}{row.dueAt && ` · ${t('due')} ${timeOf(row.dueAt, language)}`}</span>
      </Link>
    </li>
  );
};

const next = () => import('./grid-request.page.js');

/** What a grid officer has to do today, on the phone; it opens without a network too. */
export const GridPage = () => {
  const t = useGridTexts();
  const { unitId } = useAccount();
  const list = useGridList();
  const outbox = useOutbox();
  const isReady = useOffline(next);
  return (
    <div className="grid-page">
      <PageFrame title={t('title')} lead={<>{t('lead')}<UnitName id={unitId} /></>}>
        {isReady && <p className="small soft" role="status">{t('ready')}</p>}
        <Waiting outbox={outbox} />
        <Resource of={list} lines={8} empty={t('none')} isEmpty={({ value }) => value.rows.length === 0}>
          {({ value, readAt }) => {
            const now = presentOf(value, Date.now());
            return (
              <>
                <FromBefore readAt={readAt} />
                {groups.map((group) => {
                  const rows = value.rows.filter((row) => groupOf(row, now) === group);
                  return rows.length === 0 ? null : (
                    <section key={group} className="stack" aria-label={t(group)}>
                      <h2>{t(group)} ({rows.length})</h2>
                      <ul className="plain cards">{rows.map((row) => <Item key={idOf(row)} row={row} names={value.names} now={now} waits={outbox.drafts.some(({ requestId }) => requestId === idOf(row))} />)}</ul>
                    </section>
                  );
                })}
              </>
            );
          }}
        </Resource>
      </PageFrame>
    </div>
  );
};
