import type { RequestRow } from '@zeren/requests-domain';
import { Link, useParams } from 'react-router-dom';
import { useNow } from '../../api/now.js';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { EventName } from '../../design/event-name.js';
import { IntegrationMarks } from '../../design/integration.js';
import { Mark } from '../../design/lamp.js';
import { MatterName } from '../../design/matter-name.js';
import { PageFrame } from '../../design/page.js';
import { useRequestWords } from '../../design/request-words.js';
import { SiteName } from '../../design/site-choice.js';
import { AsOf, Bones, Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { EscalateRequest } from '../command-centre/escalate-action.js';
import { RequestActions } from './request-actions.js';
import { RequestClocks } from './request-clocks.js';
import { Photos, RequestCourse } from './request-course.js';
import { Requesters } from './requesters.js';
import { useRequestTexts } from './request.texts.js';
import { StatusMark } from './status-mark.js';
import './request.css';

const Facts = ({ row }: { row: RequestRow }) => {
  const t = useRequestTexts();
  const word = useRequestWords();
  const { language } = useLanguage();
  const { content } = row.request;
  return (
    <section className="sheet stack">
      <h2>{t('what')}</h2>
      <dl className="facts">
        <dt>{t('matter')}</dt><dd>{row.matterCode ? <MatterName code={row.matterCode} /> : t('unclassified')}</dd>
        <dt>{t('place')}</dt><dd><UnitName id={row.areaUnitId} />{content.place.point && <div className="small soft">{t('onMap', content.place.point)}</div>}</dd>
        {content.place.siteId && <><dt>{t('site')}</dt><dd><SiteName id={content.place.siteId} /></dd></>}
        <dt>{t('filedAt')}</dt><dd>{timeOf(row.filedAt, language)} · {word(row.channel)}{content.source && ` · ${content.source}`}</dd>
        <dt>{t('disclosure')}</dt><dd>{word(content.disclosure)}</dd>
        {content.urgentReason && <><dt>{t('urgent')}</dt><dd>{content.urgentReason}</dd></>}
        {content.integrations.length > 0 && <><dt>{t('integrations')}</dt><dd><IntegrationMarks codes={content.integrations} /></dd></>}
        <dt>{t('receipt')}</dt><dd className="mono">{row.receipt}</dd>
      </dl>
      {content.photos.length === 0 ? <p className="soft small">{t('noPhotos')}</p> : <Photos photos={content.photos} requestId={idOf(row)} />}
    </section>
  );
};

const Steps = ({ row }: { row: RequestRow }) => {
  const t = useRequestTexts();
  const { language } = useLanguage();
  return (
    <section className="sheet stack">
      <div className="apart"><h2>{t('history')}</h2><Link to={`/history/request-${idOf(row)}`}>{t('history')}</Link></div>
      <ol className="plain request-steps">
        {row.steps.map(({ type, at, unitId }, index) => (
          <li key={index}><EventName type={type} /> <span className="small soft">{timeOf(at, language)}{unitId && <> · <UnitName id={unitId} /></>}</span></li>
        ))}
      </ol>
    </section>
  );
};

/** One request: what is asked and where, who has it and why, both clocks, what can be done and what was done. */
export const RequestPage = () => {
  const t = useRequestTexts();
  const word = useRequestWords();
  const now = useNow();
  const { id = '' } = useParams();
  const request = useRead<RequestRow>(`/requests/${encodeURIComponent(id)}`);
  return (
    <PageFrame key={id} title={request.data?.subject || id} crumbs={[{ to: '/requests', name: t('requests') }]} aside={<AsOf of={request} />}>
      <Resource of={request} lines={16}>
        {(row) => (
          <>
            <p className="row"><StatusMark status={row.status} /><Mark>{word(row.kind)}</Mark>{row.isUrgent && <Mark tone="seal">{t('urgent')}</Mark>}<span className="mono soft">{row.receipt}</span></p>
            <div className="columns two">
              <div className="stack">
                <Facts row={row} />
                <RequestCourse row={row} requestId={idOf(row)} />
              </div>
              <div className="stack">
                <RequestActions row={row} />
                <div className="row"><EscalateRequest row={row} /></div>
                {now ? <RequestClocks row={row} now={now} /> : <section className="sheet"><Bones lines={4} /></section>}
                <Requesters requestId={idOf(row)} />
                <Steps row={row} />
              </div>
            </div>
          </>
        )}
      </Resource>
    </PageFrame>
  );
};
