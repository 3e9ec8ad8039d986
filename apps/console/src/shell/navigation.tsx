import { Fragment } from 'react';
import { Link, NavLink } from 'react-router-dom';
import { isOutsideParty } from '@zeren/kernel';
import { textsOf } from '../language/language.js';
import { useAccount } from '../session/session.js';

const useTexts = textsOf(
  'navigation',
  {
    label: '主导航', product: '责任', work: '工作', account: '考核', ground: '基础',
    cockpit: '驾驶舱', readiness: '迎检准备', promises: '民生实事', mocks: '模拟测评', mine: '我的工作', registers: '异议与申请', samples: '抽查复核', postings: '揭榜与认领', projects: '项目', tree: '任务分解', workbench: '分解工作台', standards: '测评标准', measures: '共用度量', titles: '称号', tasks: '任务', evidence: '佐证', contracts: '责任状', signing: '签署台', rankings: '考核排名', organisation: '组织机构', feed: '事件流',
  },
  {
    label: 'Main navigation', product: 'Zeren', work: 'Work', account: 'Account', ground: 'Ground',
    cockpit: 'Cockpit', readiness: 'Readiness', promises: 'Promises', mocks: 'Mock assessments', mine: 'My work', registers: 'Registers', samples: 'Samples', postings: 'Open bids', projects: 'Projects', tree: 'Split tree', workbench: 'Splitting workbench', standards: 'Standards', measures: 'Measures', titles: 'Titles', tasks: 'Tasks', evidence: 'Evidence', contracts: 'Contracts', signing: 'Signing queue', rankings: 'Rankings', organisation: 'Organisation', feed: 'Event feed',
  },
);

const groups = [
  ['work', [['/', 'cockpit'], ['/work', 'mine'], ['/split-tree', 'tree'], ['/split-workbench', 'workbench'], ['/tasks', 'tasks'], ['/standards', 'standards'], ['/measures', 'measures'], ['/titles', 'titles'], ['/readiness', 'readiness'], ['/promises', 'promises'], ['/evidence', 'evidence'], ['/registers', 'registers'], ['/samples', 'samples'], ['/postings', 'postings'], ['/projects', 'projects']]],
  ['account', [['/contracts', 'contracts'], ['/signing', 'signing'], ['/rankings', 'rankings']]],
  ['ground', [['/organisation', 'organisation'], ['/feed', 'feed']]],
] as const;

/** What a party from outside finds: what it was commissioned with. */
const ofParties = [['work', [['/', 'mocks']]]] as const;

/** The ways through the console. The feed is for those who may follow it; a party from outside has one way. */
export const Navigation = ({ onChosen }: { onChosen?: () => void }) => {
  const t = useTexts();
  const { roles } = useAccount();
  const isParty = isOutsideParty({ roles });
  const follows = roles.includes('integrator') || roles.includes('auditor');
  return (
    <>
      <Link to="/" className="shell-brand" onClick={onChosen}><img src="/seal.svg" alt="" />{t('product')}</Link>
      <nav className="shell-nav" aria-label={t('label')}>
        {(isParty ? ofParties : groups).map(([group, links]) => (
          <Fragment key={group}>
            <h2>{t(group)}</h2>
            {links.filter(([to]) => to !== '/feed' || follows).map(([to, name]) => (
              <NavLink key={to} to={to} end={to === '/'} onClick={onChosen}>{t(name)}</NavLink>
            ))}
          </Fragment>
        ))}
      </nav>
    </>
  );
};
