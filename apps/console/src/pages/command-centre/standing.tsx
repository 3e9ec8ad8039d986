import type { ContractBoardRow } from '@zeren/contracts-domain';
import type { EscalationRow } from '@zeren/organisation-domain';
import type { FigureTable } from '@zeren/requests-domain';
import type { Cockpit, Lamp, Workplace } from '@zeren/tasks-domain';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import type { Page } from '../../api/rows.js';
import { useCentreTexts } from './centre.texts.js';

/** What the centre is cut by: one of the four integrations, or nothing. */
export type Cut = { readonly integration: string | undefined };

type Standing = { readonly key: Parameters<ReturnType<typeof useCentreTexts>>[0]; readonly to: string; readonly count: string | undefined; readonly isPressing: boolean };

type Row = readonly [key: Standing['key'], to: string, count: string | undefined, isPressing: boolean];

/** More than a page holds is said as a page and more. */
const MOST = 100;
const howMany = (page: Page<unknown> | undefined): string | undefined => page && (page.next === undefined ? String(page.items.length) : `${page.items.length}+`);

const lampsIn = (cockpit: Cockpit | undefined, lamp: Lamp): string | undefined =>
  cockpit && String(cockpit.campaigns.reduce((sum, { lamps }) => sum + lamps[lamp], 0));

/** Lanes, contracts and what came up are counted whole: where the centre is cut, they are left out. */
const useStandings = (cut: Cut): readonly Standing[] => {
  const cockpit = useRead<Cockpit>('/cockpit', cut).data;
  const work = useRead<Workplace>('/workplace', cut).data;
  const lanes = useRead<{ readonly counts: Readonly<Record<string, number>> }>('/requests/lanes').data;
  const unsigned = useRead<Page<ContractBoardRow>>('/contracts', { awaitedSide: 'signature', limit: MOST }).data;
  const cameUp = useRead<Page<EscalationRow>>('/escalations', { direction: 'up', status: 'open', limit: MOST }).data;
  const lane = (name: string): string | undefined => (lanes ? String(lanes.counts[name] ?? 0) : undefined);
  const list = (name: 'overdue' | 'due-today' | 'to-accept'): string | undefined => (work ? String(work.counts[name]) : undefined);
  const requests = useRead<FigureTable>('/request-figures', { by: 'kind', ...cut }, { enabled: cut.integration !== undefined }).data;
  const of = (path: string): string => (cut.integration === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}integration=${cut.integration}`);
  const ofTasks: readonly Row[] = [
    ['redTasks', of('/tasks?lamp=red'), lampsIn(cockpit, 'red'), true], ['yellowTasks', of('/tasks?lamp=yellow'), lampsIn(cockpit, 'yellow'), false],
    ['overdueTasks', of('/work?list=overdue'), list('overdue'), true], ['dueToday', of('/work?list=due-today'), list('due-today'), false], ['toAccept', of('/work?list=to-accept'), list('to-accept'), false],
  ];
  const ofRequests: readonly Row[] = cut.integration === undefined
    ? [
      ['overdueRequests', '/requests?list=overdue', lane('overdue'), true], ['unowned', '/requests/unowned', lane('unowned'), true],
      ['toDispatch', '/requests?list=to-dispatch', lane('to-dispatch'), false], ['toVerify', '/requests?list=to-verify', lane('to-verify'), false],
      ['unsigned', '/signing', howMany(unsigned), false], ['cameUp', '#up', howMany(cameUp), true],
    ]
    : [['overdueRequests', of('/request-figures?by=unit'), requests && String(requests.total.counts.overdue), true]];
  return [...ofTasks, ...ofRequests].map(([key, to, count, isPressing]) => ({ key, to, count, isPressing: isPressing && count !== undefined && count !== '0' }));
};

/** How things stand below: each count opens what it counts. */
export const Standings = ({ cut }: { cut: Cut }) => {
  const t = useCentreTexts();
  const standings = useStandings(cut);
  return (
    <nav className="work-lists" aria-label={t('now')}>
      {standings.map(({ key, to, count, isPressing }) => {
        const shown = <><b className={isPressing ? 'pressing' : undefined}>{count ?? '—'}</b><span>{t(key)}</span></>;
        return to.startsWith('#')
          ? <a key={key} href={to} className="sheet work-list">{shown}</a>
          : <Link key={key} to={to} className="sheet work-list">{shown}</Link>;
      })}
    </nav>
  );
};
