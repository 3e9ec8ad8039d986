import { runningDue, type RequestRow } from '@zeren/requests-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useNow } from '../../api/now.js';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import { LampShape, Mark } from '../../design/lamp.js';
import { MatterName } from '../../design/matter-name.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Bones, Failure, Nothing } from '../../design/states.js';
import { StepForm, type StepPlan } from '../../design/step-form.js';
import { UnitName, UnitNames } from '../../design/unit-name.js';
import { timeOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { rulingStep } from './office-steps.js';
import { offersOf } from './plans.js';
import { useReading } from './request-actions.js';
import { useRequestTexts } from './request.texts.js';
import { clockText, lampOf } from './clock.js';
import { useSpans, useWorkingCalendar } from './time.js';
import './request.css';

const useTexts = textsOf(
  'unowned',
  { title: '无主诉求', lead: '责任矩阵中没有责任单位，或有多个牵头单位的诉求，在期限内裁定；裁定可写回矩阵，下次自动分派。', none: '没有等待裁定的诉求。', more: '再读一页', requests: '诉求' },
  { title: 'Owned by nobody', lead: 'Requests for which the matrix names nobody, or several leads: ruled within a deadline. A ruling can be written back, so that the next one finds its way.', none: 'No request waits to be ruled on.', more: 'Read another page', requests: 'Requests' },
);

const Ruling = ({ row }: { row: RequestRow }) => {
  const reading = useReading(row);
  const [plan, setPlan] = useState<StepPlan>();
  if (!reading) return <Bones lines={1} />;
  const [offer] = offersOf(reading, [rulingStep(reading)]);
  if (!offer) return null;
  return (
    <>
      <Action type="primary" why={offer.why?.sentence} onClick={() => setPlan(offer.plan)}>{offer.plan.title}</Action>
      {plan && <StepForm plan={plan} onClose={() => setPlan(undefined)} />}
    </>
  );
};

const Unowned = ({ row, now }: { row: RequestRow; now: string }) => {
  const t = useRequestTexts();
  const { language } = useLanguage();
  const spans = useSpans();
  const calendar = useWorkingCalendar();
  const { unowned } = row.request;
  const running = runningDue(row.request);
  return (
    <li className="sheet stack request-unowned">
      <div className="apart">
        <h2><Link to={`/requests/${idOf(row)}`}>{row.subject}</Link></h2>
        <LampShape colour={lampOf(row.request, now)} texts={clockText} />
      </div>
      <dl className="facts">
        <dt>{t('matter')}</dt><dd>{row.matterCode ? <MatterName code={row.matterCode} /> : t('unclassified')}</dd>
        <dt>{t('place')}</dt><dd><UnitName id={row.areaUnitId} /></dd>
        {unowned && <><dt>{t('route')}</dt><dd><Mark tone="seal">{t(unowned.why)}</Mark></dd></>}
        {unowned && unowned.claimants.length > 0 && (
          <><dt>{t('claimants')}</dt><dd><UnitNames ids={unowned.claimants.map(({ unitId }) => unitId)} /></dd></>
        )}
        {running && <><dt>{t('arbitrateBy')}</dt><dd>{timeOf(running.deadline.at, language)} · {spans.toDeadline(now, running.deadline, calendar)}</dd></>}
      </dl>
      <Ruling row={row} />
    </li>
  );
};

/** What nobody owns, or several do: ruled on here, within the deadline, into the matrix where that is wished. */
export const UnownedPage = () => {
  const t = useTexts();
  const now = useNow();
  const requests = usePages<RequestRow>('/requests', { lane: 'unowned', sort: 'dueAt', limit: 20 });
  const rows = requests.data?.pages.flatMap(({ items }) => items);
  return (
    <PageFrame title={t('title')} lead={t('lead')} crumbs={[{ to: '/requests', name: t('requests') }]} aside={<AsOf of={requests} />}>
      {requests.isError && <Failure failure={requests.error} onAgain={() => void requests.refetch()} />}
      {(!rows || !now) && !requests.isError && <div className="sheet"><Bones lines={8} /></div>}
      {rows?.length === 0 && <div className="sheet"><Nothing>{t('none')}</Nothing></div>}
      {rows && now && <ul className="plain stack">{rows.map((row) => <Unowned key={idOf(row)} row={row} now={now} />)}</ul>}
      {requests.hasNextPage && <div><Button onClick={() => void requests.fetchNextPage()} loading={requests.isFetchingNextPage}>{t('more')}</Button></div>}
    </PageFrame>
  );
};
