import type { ContractBoardRow } from '@zeren/contracts-domain';
import type { EscalationRow } from '@zeren/organisation-domain';
import type { Cockpit, Lamp, Workplace } from '@zeren/tasks-domain';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import type { Page } from '../../api/rows.js';
import { useCentreTexts } from './centre.texts.js';

type Standing = { readonly key: Parameters<ReturnType<typeof useCentreTexts>>[0]; readonly to: string; readonly count: string | undefined; readonly isPressing: boolean };

/** More than a page holds is said as a page and more. */
const MOST = 100;
const howMany = (page: Page<unknown> | undefined): string | undefined => page && (page.next === undefined ? String(page.items.length) : `${page.items.length}+`);

const lampsIn = (cockpit: Cockpit | undefined, lamp: Lamp): string | undefined =>
  cockpit && String(cockpit.campaigns.reduce((sum, { lamps }) => sum + lamps[lamp], 0));

const useStandings = (): readonly Standing[] => {
  const cockpit = useRead<Cockpit>('/cockpit').data;
  const work = useRead<Workplace>('/workplace').data;
  const lanes = useRead<{ readonly counts: Readonly<Record<string, number>> }>('/requests/lanes').data;
  const unsigned = useRead<Page<ContractBoardRow>>('/contracts', { awaitedSide: 'signature', limit: MOST }).data;
  const cameUp = useRead<Page<EscalationRow>>('/escalations', { direction: 'up', status: 'open', limit: MOST }).data;
  const lane = (name: string): string | undefined => (lanes ? String(lanes.counts[name] ?? 0) : undefined);
  const list = (name: 'overdue' | 'due-today' | 'to-accept'): string | undefined => (work ? String(work.counts[name]) : undefined);
  const all: readonly (readonly [Standing['key'], string, string | undefined, boolean])[] = [
    ['redTasks', '/tasks?lamp=red', lampsIn(cockpit, 'red'), true], ['yellowTasks', '/tasks?lamp=yellow', lampsIn(cockpit, 'yellow'), false],
    ['overdueTasks', '/work?list=overdue', list('overdue'), true], ['dueToday', '/work?list=due-today', list('due-today'), false], ['toAccept', '/work?list=to-accept', list('to-accept'), false],
    ['overdueRequests', '/requests?list=overdue', lane('overdue'), true], ['unowned', '/requests/unowned', lane('unowned'), true],
    ['toDispatch', '/requests?list=to-dispatch', lane('to-dispatch'), false], ['toVerify', '/requests?list=to-verify', lane('to-verify'), false],
    ['unsigned', '/signing', howMany(unsigned), false], ['cameUp', '#up', howMany(cameUp), true],
  ];
  return all.map(([key, to, count, isPressing]) => ({ key, to, count, isPressing: isPressing && count !== undefined && count !== '0' }));
};

/** How things stand below: each count opens what it counts. */
export const Standings = () => {
  const t = useCentreTexts();
  const standings = useStandings();
  return (
    <nav className="work-lists" aria-label={t('now')}>
      {standings.map(({ key, to, count, isPressing }) => (
        <Link key={key} to={to} className="sheet work-list">
          <b className={isPressing ? 'pressing' : undefined}>{count ?? '—'}</b>
          <span>{t(key)}</span>
        </Link>
      ))}
    </nav>
  );
};
