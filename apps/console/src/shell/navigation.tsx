import { Link, NavLink, useLocation } from 'react-router-dom';
import { isOutsideParty } from '@zeren/kernel';
import { textsOf } from '../language/language.js';
import { useAccount } from '../session/session.js';

const useTexts = textsOf(
  'navigation',
  {
    label: '主导航', product: '责任', campaigns: '标准与创建', splitting: '任务与分解', promising: '责任状', account: '考核', ground: '基础',
    cockpit: '驾驶舱', readiness: '迎检准备', promises: '民生实事', mocks: '模拟测评', mine: '我的工作', registers: '异议与申请', samples: '抽查复核', postings: '揭榜与认领', projects: '项目', tree: '任务分解', workbench: '分解工作台', standards: '测评标准', measures: '共用度量', titles: '称号', tasks: '任务', evidence: '佐证', contracts: '责任状一览', batches: '批量签发', keys: '签名密钥', veto: '一票否决条款', signing: '签署台', rankings: '考核排名', organisation: '组织机构', feed: '事件流',
  },
  {
    label: 'Main navigation', product: 'Zeren', campaigns: 'Standards and campaigns', splitting: 'Tasks and splits', promising: 'Contracts', account: 'Account', ground: 'Ground',
    cockpit: 'Cockpit', readiness: 'Readiness', promises: 'Promises', mocks: 'Mock assessments', mine: 'My work', registers: 'Registers', samples: 'Samples', postings: 'Open bids', projects: 'Projects', tree: 'Split tree', workbench: 'Splitting workbench', standards: 'Standards', measures: 'Measures', titles: 'Titles', tasks: 'Tasks', evidence: 'Evidence', contracts: 'All contracts', batches: 'Issued in batches', keys: 'Signature keys', veto: 'Veto clauses', signing: 'Signing queue', rankings: 'Rankings', organisation: 'Organisation', feed: 'Event feed',
  },
);

const first = [['/', 'cockpit'], ['/work', 'mine']] as const;

const groups = [
  ['campaigns', [['/standards', 'standards'], ['/measures', 'measures'], ['/titles', 'titles'], ['/readiness', 'readiness'], ['/promises', 'promises']]],
  ['splitting', [
    ['/tasks', 'tasks'], ['/split-tree', 'tree'], ['/split-workbench', 'workbench'], ['/registers', 'registers'], ['/samples', 'samples'], ['/postings', 'postings'], ['/projects', 'projects'],
    ['/evidence', 'evidence'],
  ]],
  ['promising', [['/contracts', 'contracts'], ['/signing', 'signing'], ['/contract-batches', 'batches'], ['/veto-clauses', 'veto'], ['/signature-keys', 'keys']]],
  ['account', [['/rankings', 'rankings']]],
  ['ground', [['/organisation', 'organisation'], ['/feed', 'feed']]],
] as const;

/** What a party from outside finds: what it was commissioned with. */
const ofParties = [['/', 'mocks']] as const;

/** The ways through the console, in groups of which the one that is being visited stands open. The feed is for those who may follow it; a party from outside has one way. */
export const Navigation = ({ onChosen }: { onChosen?: () => void }) => {
  const t = useTexts();
  const { roles } = useAccount();
  const { pathname } = useLocation();
  const isParty = isOutsideParty({ roles });
  const follows = roles.includes('integrator') || roles.includes('auditor');
  const isAt = (to: string): boolean => pathname === to || pathname.startsWith(`${to}/`);
  return (
    <>
      <Link to="/" className="shell-brand" onClick={onChosen}><img src="/seal.svg" alt="" />{t('product')}</Link>
      <nav className="shell-nav" aria-label={t('label')}>
        {(isParty ? ofParties : first).map(([to, name]) => <NavLink key={to} to={to} end={to === '/'} onClick={onChosen}>{t(name)}</NavLink>)}
        {!isParty && groups.map(([group, links]) => (
          <details key={group} open={links.some(([to]) => isAt(to))}>
            <summary>{t(group)}</summary>
            {links.filter(([to]) => to !== '/feed' || follows).map(([to, name]) => <NavLink key={to} to={to} onClick={onChosen}>{t(name)}</NavLink>)}
          </details>
        ))}
      </nav>
    </>
  );
};
