import { isHeld, openStages, type Deferral, type FiledRequest, type RequestRow } from '@zeren/requests-domain';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { Mark } from '../../design/lamp.js';
import { Picture } from '../../design/picture.js';
import { PostName } from '../../design/post-name.js';
import { useRequestWords } from '../../design/request-words.js';
import { UnitName, UnitNames } from '../../design/unit-name.js';
import { dayOf, timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useRequestTexts } from './request.texts.js';
import { RouteProposal } from './route-proposal.js';
import { RouteReason } from './route-reason.js';

/** Why it went to whom it went, or why to nobody. */
const Assigned = ({ request }: { request: FiledRequest }) => {
  const t = useRequestTexts();
  const { language } = useLanguage();
  const { assignment, unowned } = request;
  if (unowned && !assignment) {
    return (
      <dl className="facts">
        <dt>{t('route')}</dt><dd><Mark tone="seal">{t(unowned.why)}</Mark></dd>
        {unowned.claimants.length > 0 && <><dt>{t('claimants')}</dt><dd><UnitNames ids={unowned.claimants.map(({ unitId }) => unitId)} /></dd></>}
        <dt>{t('arbitrateBy')}</dt><dd>{timeOf(unowned.arbitrateBy.at, language)}</dd>
      </dl>
    );
  }
  if (!assignment) return null;
  const { lead, supporting, officerPostId, route, returnBy } = assignment;
  return (
    <dl className="facts">
      <dt>{t('lead')}</dt><dd><b><UnitName id={lead.unitId} /></b></dd>
      <dt>{t('support')}</dt><dd>{supporting.length === 0 ? t('none') : <UnitNames ids={supporting.map(({ unitId }) => unitId)} />}</dd>
      {officerPostId && <><dt>{t('officer')}</dt><dd><PostName id={officerPostId} /></dd></>}
      <dt>{t('route')}</dt><dd><RouteReason route={route} /></dd>
      <dt>{t('returnBy')}</dt><dd>{timeOf(returnBy.at, language)}</dd>
    </dl>
  );
};

const Stages = ({ request }: { request: FiledRequest }) => {
  const t = useRequestTexts();
  const { nameOf, language } = useLanguage();
  const [next] = isHeld(request) ? openStages(request) : [];
  if (request.stages.length === 0) return null;
  const isReached = (code: string): boolean => request.reached.includes(code) || request.report?.outcome === 'solved';
  return (
    <>
      <h3>{t('stages')}</h3>
      <ol className="plain request-stages">
        {request.stages.map(({ code, name, deadline }) => (
          <li key={code}>
            <span>{nameOf(name)} {deadline.provisional && <Mark>{t('provisional')}</Mark>}</span>
            <Mark {...(code === next?.code && { tone: 'strong' as const })}>{t(isReached(code) ? 'reached' : code === next?.code ? 'next' : 'open')}</Mark>
            <span className="small soft">{timeOf(deadline.at, language)}</span>
          </li>
        ))}
      </ol>
    </>
  );
};

const Parts = ({ request, requestId }: { request: FiledRequest; requestId: string }) => {
  const t = useRequestTexts();
  const { assignment, parts } = request;
  if (!assignment || assignment.supporting.length === 0) return null;
  return (
    <>
      <h3>{t('parts')}</h3>
      <ul className="plain stack">
        {assignment.supporting.map(({ unitId }) => {
          const part = parts.find((one) => one.unitId === unitId);
          return (
            <li key={unitId}>
              <span className="row"><UnitName id={unitId} /><Mark {...(part && { tone: 'strong' as const })}>{t(part ? 'partDone' : 'partOpen')}</Mark></span>
              {part && <p className="request-said">{part.note}</p>}
              {part && <Photos photos={part.photos} requestId={requestId} />}
            </li>
          );
        })}
      </ul>
    </>
  );
};

/** Photos of a request or of a report, with when and where they were taken. */
export const Photos = ({ photos, requestId }: { photos: FiledRequest['content']['photos']; requestId: string }) => {
  const t = useRequestTexts();
  const { language } = useLanguage();
  if (photos.length === 0) return null;
  return (
    <ul className="plain request-photos">
      {photos.map(({ hash, takenAt, point }, index) => (
        <li key={hash}>
          <Picture className="request-photo" path={`/requests/${requestId}/photos/${hash}`} hash={hash} name={t('photoOf', { number: index + 1 })} />
          <span className="small soft">{takenAt && timeOf(takenAt, language)}{point && ` · ${t('onMap', point)}`}</span>
        </li>
      ))}
    </ul>
  );
};

const Report = ({ request, requestId }: { request: FiledRequest; requestId: string }) => {
  const t = useRequestTexts();
  const word = useRequestWords();
  const { report } = request;
  if (!report) return null;
  return (
    <>
      <h3>{t('report')}</h3>
      <dl className="facts">
        <dt>{t('outcome')}</dt><dd><Mark tone={report.outcome === 'solved' ? 'strong' : 'seal'}>{word(report.outcome)}</Mark></dd>
        <dt>{t('unit')}</dt><dd><UnitName id={report.unitId} /></dd>
        <dt>{t('answer')}</dt><dd className="request-said">{report.answer}</dd>
        {report.point && <><dt>{t('point')}</dt><dd>{t('onMap', report.point)}</dd></>}
      </dl>
      <Photos photos={report.photos} requestId={requestId} />
    </>
  );
};

/** Level by level: who brought the parties together and why they did not agree, and what they agreed on in the end. */
const Mediation = ({ request, requestId }: { request: FiledRequest; requestId: string }) => {
  const t = useRequestTexts();
  const { language } = useLanguage();
  const { mediation } = request;
  if (!mediation) return null;
  return (
    <>
      <h3>{t('mediation')}</h3>
      <ol className="plain stack">
        {mediation.failed.map(({ level, mediatingUnitId, reason }) => (
          <li key={level}><b>{t(level)}</b> <Mark tone="seal">{t('failed')}</Mark> <UnitName id={mediatingUnitId} /><p className="request-said">{reason}</p></li>
        ))}
        {mediation.status !== 'failed' && <li><b>{t(mediation.level)}</b> <Mark tone="strong">{t(mediation.status)}</Mark> <UnitName id={mediation.mediatingUnitId} /></li>}
      </ol>
      {mediation.document && (
        <dl className="facts">
          <dt>{t('document')}</dt><dd>{mediation.document}</dd>
          {mediation.hash && !mediation.scan && <><dt>SHA-256</dt><dd className="mono">{mediation.hash}</dd></>}
          {mediation.revisitBy && <><dt>{t('revisitBy')}</dt><dd>{dayOf(mediation.revisitBy, language)}</dd></>}
          {mediation.kept !== null && <><dt>{t('revisited')}</dt><dd>{t(mediation.kept ? 'kept' : 'broken')}</dd></>}
        </dl>
      )}
      {mediation.scan && <Photos photos={[mediation.scan]} requestId={requestId} />}
    </>
  );
};

const Titled = ({ title, children }: { title: string; children: ReactNode }) => <><h3>{title}</h3><ul className="plain stack">{children}</ul></>;

/** What the unit asked to have set aside, and what it was told. */
const Deferrals = ({ request }: { request: FiledRequest }) => {
  const t = useRequestTexts();
  const { language } = useLanguage();
  if (request.deferralsAsked.length === 0) return null;
  const toldOf = ({ status, grantedUntil }: Deferral): string =>
    (grantedUntil === null ? t(status === 'refused' ? 'deferralRefused' : 'deferralWaits') : t('deferralGranted', { until: dayOf(grantedUntil, language) }));
  return (
    <Titled title={t('deferralsAsked')}>
      {request.deferralsAsked.map((deferral, index) => (
        <li key={index}>
          <UnitName id={deferral.unitId} /> {t('askedUntil', { until: dayOf(deferral.until, language) })} <Mark {...(deferral.status === 'asked' && { tone: 'seal' as const })}>{toldOf(deferral)}</Mark>
          <p>{deferral.reason}</p>
          {deferral.answer && deferral.answer !== deferral.reason && <p className="soft">{deferral.answer}</p>}
        </li>
      ))}
    </Titled>
  );
};

const Voices = ({ request }: { request: FiledRequest }) => {
  const t = useRequestTexts();
  const { language } = useLanguage();
  const { returns, calls, ratings, joined } = request;
  const answers = { asked: t('returnAsked'), accepted: t('returnAccepted'), refused: t('returnRefused') };
  return (
    <>
      {returns.length > 0 && (
        <Titled title={t('returns')}>
          {returns.map(({ unitId, reason, status, answer }, index) => (
            <li key={index}><UnitName id={unitId} /> <Mark {...(status === 'asked' && { tone: 'seal' as const })}>{answers[status]}</Mark><p>{reason}</p>{answer && <p className="soft">{answer}</p>}</li>
          ))}
        </Titled>
      )}
      {calls.length > 0 && <Titled title={t('calls')}>{calls.map(({ reached, note }, index) => <li key={index}><Mark>{t(reached ? 'callReached' : 'callMissed')}</Mark> {note}</li>)}</Titled>}
      {ratings.length > 0 && (
        <Titled title={t('ratings')}>
          {ratings.map(({ satisfied, receipt, round }) => (
            <li key={`${receipt}${round}`}><Mark tone={satisfied ? 'strong' : 'seal'}>{t(satisfied ? 'satisfied' : 'dissatisfied')}</Mark> <span className="small soft">{t('round', { round })} · {receipt}</span></li>
          ))}
        </Titled>
      )}
      {joined.length > 0 && (
        <Titled title={t('joined')}>
          {joined.map(({ fromRequestId, receipt, filedAt }) => <li key={receipt}><Link to={`/requests/${fromRequestId}`}>{receipt}</Link> <span className="small soft">{timeOf(filedAt, language)}</span></li>)}
        </Titled>
      )}
    </>
  );
};

/** The request into which this one was merged, by its subject and receipt; by its id until it is read. */
const MergedInto = ({ id }: { id: string }) => {
  const { data } = useRead<RequestRow>(`/requests/${id}`, {}, { immediate: true });
  return <Link to={`/requests/${id}`}>{data ? `${data.subject} ${data.receipt}` : id}</Link>;
};

const Ends = ({ request }: { request: FiledRequest }) => {
  const t = useRequestTexts();
  const { mergedInto, endReason, reworks, reopenings, deferrals, round } = request;
  return (
    <>
      <p className="row">
        {round > 0 && <Mark>{t('round', { round })}</Mark>}
        {reworks > 0 && <Mark tone="seal">{t('rework', { count: reworks })}</Mark>}
        {reopenings > 0 && <Mark tone="seal">{t('reopened', { count: reopenings })}</Mark>}
        {deferrals > 0 && <Mark>{t('deferred', { count: deferrals })}</Mark>}
      </p>
      {mergedInto && <p className="in-text">{t('mergedInto')}: <MergedInto id={mergedInto} /></p>}
      {endReason && <p>{t('endReason')}: {endReason}</p>}
    </>
  );
};

/** How it went: to whom and why, in which stages, what came of it, what those who asked said. */
export const RequestCourse = ({ row, requestId }: { row: RequestRow; requestId: string }) => {
  const t = useRequestTexts();
  const { request } = row;
  return (
    <section className="sheet stack">
      <h2>{t('course')}</h2>
      <Ends request={request} />
      <Assigned request={request} />
      <RouteProposal row={row} />
      <Stages request={request} />
      <Parts request={request} requestId={requestId} />
      <Mediation request={request} requestId={requestId} />
      <Report request={request} requestId={requestId} />
      <Deferrals request={request} />
      <Voices request={request} />
    </section>
  );
};
