import { Link, NavLink, useLocation } from 'react-router-dom';
import { isOutsideParty } from '@zeren/kernel';
import { textsOf } from '../language/language.js';
import { useApplication } from '../session/application.js';
import { useAccount } from '../session/session.js';
import { isOffered } from './ways.js';

const useTexts = textsOf(
  'navigation',
  {
    label: '主导航', product: '责任', governance: '统筹', leadership: '领导包保', meetings: '联席会议', delegations: '重心下移', campaigns: '标准与创建', splitting: '任务与分解', promising: '责任状', account: '考核', responsibility: '职责', matters: '事项目录', matrix: '责任矩阵', map: '职责地图', duties: '镇街履职清单', ground: '基础',
    asking: '诉求', queue: '诉求办理', grid: '现场办理', figures: '诉求指标', centre: '指挥中心',
    cockpit: '驾驶舱', readiness: '迎检准备', promises: '民生实事', mocks: '模拟测评', mine: '我的工作', registers: '异议与申请', samples: '抽查复核', postings: '揭榜与认领', projects: '项目', tree: '任务分解', workbench: '分解工作台', standards: '测评标准', measures: '共用度量', titles: '称号', tasks: '任务', evidence: '佐证', contracts: '责任状一览', batches: '批量签发', keys: '签名密钥', veto: '一票否决条款', signing: '签署台', rankings: '考核排名', organisation: '组织机构', onboarding: '机构导入', sites: '点位', tenants: '租户', calendar: '工作日历', access: '岗位与权限', feed: '事件流',
  },
  {
    label: 'Main navigation', product: 'Zeren', governance: 'Governance', leadership: 'Leaders', meetings: 'Meetings', delegations: 'Delegation downward', campaigns: 'Standards and campaigns', splitting: 'Tasks and splits', promising: 'Contracts', account: 'Account', responsibility: 'Responsibility', matters: 'Matters', matrix: 'Matrix', map: 'Vacuums and overlaps', duties: 'Towns’ duties', ground: 'Ground',
    asking: 'Requests', queue: 'Queue', grid: 'On site', figures: 'Figures', centre: 'Command centre',
    cockpit: 'Cockpit', readiness: 'Readiness', promises: 'Promises', mocks: 'Mock assessments', mine: 'My work', registers: 'Registers', samples: 'Samples', postings: 'Open bids', projects: 'Projects', tree: 'Split tree', workbench: 'Splitting workbench', standards: 'Standards', measures: 'Measures', titles: 'Titles', tasks: 'Tasks', evidence: 'Evidence', contracts: 'All contracts', batches: 'Issued in batches', keys: 'Signature keys', veto: 'Veto clauses', signing: 'Signing queue', rankings: 'Rankings', organisation: 'Organisation', onboarding: 'Onboarding', sites: 'Sites', tenants: 'Tenants', calendar: 'Working calendar', access: 'Posts and access', feed: 'Event feed',
  },
);

const first = [['/', 'cockpit'], ['/command-centre', 'centre'], ['/work', 'mine'], ['/grid', 'grid']] as const;

const groups = [
  ['asking', [['/requests', 'queue'], ['/request-figures', 'figures']]],
  ['campaigns', [['/standards', 'standards'], ['/measures', 'measures'], ['/titles', 'titles'], ['/readiness', 'readiness'], ['/promises', 'promises']]],
  ['splitting', [
    ['/tasks', 'tasks'], ['/split-tree', 'tree'], ['/split-workbench', 'workbench'], ['/registers', 'registers'], ['/samples', 'samples'], ['/postings', 'postings'], ['/projects', 'projects'],
    ['/evidence', 'evidence'],
  ]],
  ['promising', [['/contracts', 'contracts'], ['/signing', 'signing'], ['/contract-batches', 'batches'], ['/veto-clauses', 'veto'], ['/signature-keys', 'keys']]],
  ['account', [['/rankings', 'rankings']]],
  ['responsibility', [['/matters', 'matters'], ['/matrix', 'matrix'], ['/responsibility-map', 'map'], ['/duty-lists', 'duties']]],
  ['governance', [['/leadership', 'leadership'], ['/meetings', 'meetings'], ['/delegations', 'delegations']]],
  ['ground', [['/organisation', 'organisation'], ['/onboarding', 'onboarding'], ['/sites', 'sites'], ['/tenants', 'tenants'], ['/calendar', 'calendar'], ['/access', 'access'], ['/feed', 'feed']]],
] as const;

/** What a party from outside finds: what it was commissioned with. */
const ofParties = [['/', 'mocks']] as const;

/**
 * The ways through the console that the reader's application is made of, in groups of which the one that is being visited
 * stands open. The feed is for those who may follow it; a party from outside has one way.
 */
export const Navigation = ({ onChosen }: { onChosen?: () => void }) => {
  const t = useTexts();
  const { roles } = useAccount();
  const { pathname } = useLocation();
  const isParty = isOutsideParty({ roles });
  const application = useApplication();
  const follows = roles.includes('integrator') || roles.includes('auditor');
  const isOurs = (to: string): boolean => !application || (isOffered(application, to) && (to !== '/' || application.home === 'cockpit'));
  const isShown = ([to]: readonly [string, string]): boolean => (to !== '/feed' || follows) && isOurs(to);
  const shown = groups.map(([group, links]) => [group, links.filter(isShown)] as const).filter(([, links]) => links.length > 0);
  const isAt = (to: string): boolean => pathname === to || pathname.startsWith(`${to}/`);
  return (
    <>
      <Link to="/" className="shell-brand" onClick={onChosen}><img src="/seal.svg" alt="" />{t('product')}</Link>
      <nav className="shell-nav" aria-label={t('label')}>
        {(isParty ? ofParties : first.filter(isShown)).map(([to, name]) => <NavLink key={to} to={to} end={to === '/'} onClick={onChosen}>{t(name)}</NavLink>)}
        {!isParty && shown.map(([group, links]) => (
          <details key={group} open={links.some(([to]) => isAt(to))}>
            <summary>{t(group)}</summary>
            {links.map(([to, name]) => <NavLink key={to} to={to} onClick={onChosen}>{t(name)}</NavLink>)}
          </details>
        ))}
      </nav>
    </>
  );
};
