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

const useTaskStandings = (cut: Cut, of: (path: string) => string): readonly Row[] => {
  const cockpit = useRead<Cockpit>('/cockpit', cut).data;
  const work = useRead<Workplace>('/workplace', cut).data;
  const list = (name: 'overdue' | 'due-today' | 'to-accept'): string | undefined => work && String(work.counts[name]);
  return [
    ['redTasks', of('/tasks?lamp=red'), lampsIn(cockpit, 'red'), true], ['yellowTasks', of('/tasks?lamp=yellow'), lampsIn(cockpit, 'yellow'), false],
    ['overdueTasks', of('/work?list=overdue'), list('overdue'), true], ['dueToday', of('/work?list=due-today'), list('due-today'), false],
    ['toAccept', of('/work?list=to-accept'), list('to-accept'), false],
  ];
};

/** The lanes are a tenant's: of a town, what figures say of it stands in their place. */
const useRequestStandings = (cut: Cut, town: string | undefined, of: (path: string) => string): readonly Row[] => {
  const isTown = town !== undefined;
  const lanes = useRead<{ readonly counts: Readonly<Record<string, number>> }>('/requests/lanes', cut, { enabled: !isTown }).data;
  const figures = useRead<FigureTable>('/request-figures', { by: 'kind', ...cut, areaUnitId: town }, { enabled: isTown }).data;
  const lane = (name: string): string | undefined => lanes && String(lanes.counts[name] ?? 0);
  if (isTown) return [['overdueRequests', of(`/request-figures?by=class&areaUnitId=${town}`), figures && String(figures.total.counts.overdue), true]];
  return [
    ['overdueRequests', of('/requests?list=overdue'), lane('overdue'), true], ['unowned', cut.integration === undefined ? '/requests/unowned' : of('/requests?list=unowned'), lane('unowned'), true],
    ['toDispatch', of('/requests?list=to-dispatch'), lane('to-dispatch'), false], ['toVerify', of('/requests?list=to-verify'), lane('to-verify'), false],
  ];
};

/** A contract binds to tasks of several integrations at once: contracts are not cut, which the page says. */
const useOtherStandings = (cut: Cut, town: string | undefined): readonly Row[] => {
  const unsigned = useRead<Page<ContractBoardRow>>('/contracts', { awaitedSide: 'signature', limit: MOST, unitId: town }).data;
  const cameUp = useRead<Page<EscalationRow>>('/escalations', { direction: 'up', status: 'open', ...cut, limit: MOST }).data;
  return [['unsigned', '/signing', howMany(unsigned), false], ['cameUp', '#up', howMany(cameUp), true]];
};

const useStandings = (cut: Cut, town: string | undefined): readonly Standing[] => {
  const of = (path: string): string => (cut.integration === undefined ? path : `${path}&integration=${cut.integration}`);
  return [...useTaskStandings(cut, of), ...useRequestStandings(cut, town, of), ...useOtherStandings(cut, town)]
    .map(([key, to, count, isPressing]) => ({ key, to, count, isPressing: isPressing && count !== undefined && count !== '0' }));
};

/** How things stand below: each count opens what it counts. */
export const Standings = ({ cut, town }: { cut: Cut; town: string | undefined }) => {
  const t = useCentreTexts();
  const standings = useStandings(cut, town);
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
