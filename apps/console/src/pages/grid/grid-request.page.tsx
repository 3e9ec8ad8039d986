import { Link, useParams } from 'react-router-dom';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { Resource } from '../../design/states.js';
import { timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { Photos } from '../requests/request-course.js';
import { StatusMark } from '../requests/status-mark.js';
import { useGridRequest, type GridRequest } from './grid-list.js';
import { FromBefore } from './from-before.js';
import { useGridTexts } from './grid.texts.js';
import { GridSteps } from './grid-steps.js';
import { useOffline } from './offline.js';
import { useOutbox } from './use-outbox.js';
import { Waiting } from './waiting.js';
import './grid.css';
import '../requests/request.css';

const Facts = ({ row, names, isFromBefore }: GridRequest & { isFromBefore: boolean }) => {
  const t = useGridTexts();
  const { language, nameOf } = useLanguage();
  const { content: { place, photos }, stages, reached } = row.request;
  const next = stages.find(({ code }) => !reached.includes(code));
  return (
    <section className="sheet stack">
      <dl className="facts">
        <dt>{t('what')}</dt><dd>{row.matterCode ? nameOf(names[row.matterCode]) || row.matterCode : '—'}</dd>
        <dt>{t('where')}</dt>
        <dd>{nameOf(names[row.areaUnitId]) || row.areaUnitId}{place.point && <div><a href={`geo:${place.point.latitude},${place.point.longitude}`}>{t('placed', place.point)}</a></div>}</dd>
        {next && <><dt>{t('due')}</dt><dd>{nameOf(next.name)}: {timeOf(next.deadline.at, language)} {next.deadline.provisional && <Mark>{t('provisional')}</Mark>}</dd></>}
      </dl>
      {!isFromBefore && <Photos photos={photos} requestId={idOf(row)} />}
      <p className="in-text"><Link to={`/requests/${idOf(row)}`}>{t('open')}</Link></p>
    </section>
  );
};

const next = () => import('./grid.page.js');

/** One request on the grid officer's phone: what and where, and the steps, with or without a network. */
export const GridRequestPage = () => {
  const t = useGridTexts();
  const { id = '' } = useParams();
  const outbox = useOutbox();
  const request = useGridRequest(id);
  useOffline(next);
  return (
    <div className="grid-page">
      <PageFrame key={id} title={request.data?.value.row.subject ?? id}>
        <p><Link to="/grid" className="grid-back">‹ {t('back')}</Link></p>
        <Waiting outbox={outbox} />
        <Resource of={request} lines={10}>
          {({ value: { row, names }, readAt }) => (
            <>
              <FromBefore readAt={readAt} />
              <p className="row"><StatusMark status={row.status} /><span className="mono soft">{row.receipt}</span></p>
              <Facts row={row} names={names} isFromBefore={readAt !== null} />
              <GridSteps key={row.revision} row={row} outbox={outbox} />
            </>
          )}
        </Resource>
      </PageFrame>
    </div>
  );
};
