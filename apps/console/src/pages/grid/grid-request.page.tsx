import type { RequestRow } from '@zeren/requests-domain';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router-dom';
import { afterOwnWrites, read } from '../../api/client.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { MatterName } from '../../design/matter-name.js';
import { PageFrame } from '../../design/page.js';
import { Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { Photos } from '../requests/request-course.js';
import { StatusMark } from '../requests/status-mark.js';
import { requestKey } from './grid-list.js';
import { FromBefore } from './grid.page.js';
import { useGridTexts } from './grid.texts.js';
import { GridSteps } from './grid-steps.js';
import { openWithoutNetwork } from './offline.js';
import { useKept } from './use-kept.js';
import { useOutbox } from './use-outbox.js';
import { Waiting } from './waiting.js';
import './grid.css';
import '../requests/request.css';

const Facts = ({ row, isFromBefore }: { row: RequestRow; isFromBefore: boolean }) => {
  const t = useGridTexts();
  const { language, nameOf } = useLanguage();
  const { content: { place, photos }, stages, reached } = row.request;
  const next = stages.find(({ code }) => !reached.includes(code));
  return (
    <section className="sheet stack">
      <dl className="facts">
        <dt>{t('what')}</dt><dd>{row.matterCode ? <MatterName code={row.matterCode} /> : '—'}</dd>
        <dt>{t('where')}</dt>
        <dd><UnitName id={row.areaUnitId} />{place.point && <div><a href={`geo:${place.point.latitude},${place.point.longitude}`}>{t('placed', place.point)}</a></div>}</dd>
        {next && <><dt>{t('due')}</dt><dd>{nameOf(next.name)}: {timeOf(next.deadline.at, language)} {next.deadline.provisional && <Mark>{t('provisional')}</Mark>}</dd></>}
      </dl>
      {!isFromBefore && <Photos photos={photos} requestId={idOf(row)} />}
      <p className="in-text"><Link to={`/requests/${idOf(row)}`}>{t('open')}</Link></p>
    </section>
  );
};

/** One request on the grid officer's phone: what and where, and the steps, with or without a network. */
export const GridRequestPage = () => {
  const t = useGridTexts();
  const { id = '' } = useParams();
  const { actorId } = useAccount();
  const outbox = useOutbox();
  const request = useKept(requestKey(actorId, id), (signal) => read<RequestRow>(`/requests/${encodeURIComponent(id)}`, afterOwnWrites(), signal));
  useEffect(() => { void openWithoutNetwork(); }, []);
  return (
    <div className="grid-page">
      <PageFrame key={id} title={request.data?.value.subject ?? id}>
        <p><Link to="/grid" className="grid-back">‹ {t('back')}</Link></p>
        <Waiting outbox={outbox} />
        <Resource of={request} lines={10}>
          {({ value: row, readAt }) => (
            <>
              <FromBefore readAt={readAt} />
              <p className="row"><StatusMark status={row.status} /><span className="mono soft">{row.receipt}</span></p>
              <Facts row={row} isFromBefore={readAt !== null} />
              <GridSteps key={row.revision} row={row} outbox={outbox} />
            </>
          )}
        </Resource>
      </PageFrame>
    </div>
  );
};
