import type { Cockpit } from '@zeren/tasks-domain';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import type { Me } from '../../api/rows.js';
import { PageFrame } from '../../design/page.js';
import { Nothing, Resource } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { DistrictLedger } from '../cockpit/campaign-cards.js';
import { BelowTheCentre } from './below.js';
import { useCentreTexts } from './centre.texts.js';
import { Escalations } from './escalations.js';
import { Standings } from './standing.js';
import '../work/work.css';

const ofTown = [['/requests', 'dispatchRequests'], ['/work', 'dueToday']] as const;
const ofGovernment = [['/tasks', 'dispatchTasks'], ['/split-workbench', 'splits'], ['/requests?list=to-dispatch', 'dispatchRequests'], ['/contracts', 'contracts']] as const;

const DispatchDown = ({ isTown }: { isTown: boolean }) => {
  const t = useCentreTexts();
  return (
    <section className="sheet">
      <h2>{t('down')}</h2>
      <div className="row">{(isTown ? ofTown : ofGovernment).map(([to, name]) => <Link key={to} className="mark mark-strong" to={to}>{t(name)}</Link>)}</div>
    </section>
  );
};

const Districts = () => {
  const t = useCentreTexts();
  const cockpit = useRead<Cockpit>('/cockpit').data;
  if (!cockpit?.campaigns.some(({ districts }) => districts.length > 0)) return null;
  return <section className="sheet"><h2>{t('districts')}</h2><DistrictLedger cockpit={cockpit} /></section>;
};

/** The workspace of a command centre: how things stand in its subtree, what came up to it, what it sends down. */
export const CommandCentrePage = () => {
  const t = useCentreTexts();
  const { nameOf } = useLanguage();
  const me = useRead<Me>('/me', {}, { immediate: true, fresh: 60_000 });
  const centre = me.data?.application.centre ?? null;
  const isTown = centre === 'town';
  const name = nameOf(isTown ? me.data?.unitName : me.data?.tenantName);
  return (
    <PageFrame title={name ? t('title', { unit: name }) : t('plain')} lead={t('lead')}>
      <Resource of={me} lines={6}>
        {({ tenantId, unitId }) => (centre === null
          ? <div className="sheet"><Nothing>{t('noCentre')}</Nothing></div>
          : (
            <>
              <Standings />
              <DispatchDown isTown={isTown} />
              <div id="up"><Escalations direction="up" /></div>
              <BelowTheCentre unitId={isTown ? unitId : tenantId} />
              {centre === 'city' && <Districts />}
              {centre !== 'city' && <Escalations direction="own" />}
            </>
          ))}
      </Resource>
    </PageFrame>
  );
};
