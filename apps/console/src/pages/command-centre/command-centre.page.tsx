import type { Cockpit } from '@zeren/tasks-domain';
import { Link, useSearchParams } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import type { Me } from '../../api/rows.js';
import { IntegrationChoice } from '../../design/integration.js';
import { PageFrame } from '../../design/page.js';
import { Nothing, Resource } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { DistrictLedger } from '../cockpit/campaign-cards.js';
import { BelowTheCentre } from './below.js';
import { useCentreTexts } from './centre.texts.js';
import { Escalations } from './escalations.js';
import { Standings, type Cut } from './standing.js';
import '../tasks/tasks.css';
import '../work/work.css';

const ofTown = [['/requests?list=in-hand', 'inHand'], ['/work', 'ownWork']] as const;
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

const Districts = ({ cut }: { cut: Cut }) => {
  const t = useCentreTexts();
  const cockpit = useRead<Cockpit>('/cockpit', cut).data;
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
  const [params, setParams] = useSearchParams();
  const integration = params.get('integration') ?? undefined;
  const cut: Cut = { integration };
  const choose = (code: string | undefined) => setParams(code === undefined ? {} : { integration: code }, { replace: true });
  const name = nameOf(isTown ? me.data?.unitName : me.data?.tenantName);
  return (
    <PageFrame title={name ? t('title', { unit: name }) : t('plain')} lead={t('lead')}>
      <Resource of={me} lines={6}>
        {({ tenantId, unitId }) => (centre === null
          ? <div className="sheet"><Nothing>{t('noCentre')}</Nothing></div>
          : (
            <>
              <search className="filters" aria-label={t('cut')}><IntegrationChoice value={integration ?? null} onChoose={choose} /></search>
              {integration !== undefined && <p className="soft">{t('contractsWhole')}</p>}
              <Standings cut={cut} town={isTown ? unitId : undefined} />
              <DispatchDown isTown={isTown} />
              <div id="up"><Escalations direction="up" cut={cut} /></div>
              <BelowTheCentre unitId={isTown ? unitId : tenantId} cut={cut} />
              {centre === 'city' && <Districts cut={cut} />}
              {centre !== 'city' && <Escalations direction="own" cut={cut} />}
            </>
          ))}
      </Resource>
    </PageFrame>
  );
};
