import type { CockpitIntegration } from '@zeren/tasks-domain';
import { Link } from 'react-router-dom';
import { useIntegrations, type NamedIntegration } from '../../design/integration.js';
import { Lamp, lampsByUrgency } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { RenameAction } from './rename-integration.js';

const useTexts = textsOf(
  'cockpit-integrations',
  { title: '四个融合', lead: '任务按自身归类，未归类的随其创建；一项任务可归入几个维度。', name: '维度', total: '任务', done: '已办结', lamps: '灯号', naming: '名称依据', usual: '通用名称', history: '变更记录' },
  { title: 'Four integrations', lead: 'A task counts as it is classified, or else as its campaign is; it may count under several.', name: 'Integration', total: 'Tasks', done: 'Done', lamps: 'Lamps', naming: 'Called so by', usual: 'usual name', history: 'History' },
);

/** By which document it is called so, who did that and when in its history, and the form to call it otherwise. */
const Naming = ({ of: one }: { of: NamedIntegration }) => {
  const t = useTexts();
  const { document, namedBy } = one;
  return (
    <span className="row">
      {namedBy === null ? <span className="soft">{t('usual')}</span> : <>{document} <Link to={`/history/integration-${namedBy}_names`}>{t('history')}</Link></>}
      <RenameAction of={one} />
    </span>
  );
};

/** The four integrations by the tenant's names, with the tasks under each. */
export const Integrations = ({ rows }: { rows: readonly CockpitIntegration[] }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const named = useIntegrations();
  const of = (code: string): NamedIntegration | undefined => named.find((one) => one.code === code);
  return (
    <section className="sheet">
      <h2>{t('title')}</h2>
      <p className="small soft">{t('lead')}</p>
      <Ledger caption={t('title')} rows={rows} keyOf={({ code }) => code} columns={[
        { key: 'name', title: t('name'), lead: true, cell: ({ code }) => <Link to={`/tasks?integration=${code}`}>{nameOf(of(code)?.name)}</Link> },
        { key: 'total', title: t('total'), end: true, cell: ({ total }) => total },
        { key: 'done', title: t('done'), end: true, cell: ({ status }) => status.done },
        { key: 'lamps', title: t('lamps'), wide: true, cell: ({ lamps }) => <span className="row districts-lamps">{lampsByUrgency.filter((lamp) => lamps[lamp] > 0).map((lamp) => <Lamp key={lamp} colour={lamp} count={lamps[lamp]} />)}</span> },
        { key: 'naming', title: t('naming'), wide: true, cell: ({ code }) => named.filter((one) => one.code === code).map((one) => <Naming key={code} of={one} />) },
      ]} />
    </section>
  );
};
