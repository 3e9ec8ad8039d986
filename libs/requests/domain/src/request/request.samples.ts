import type { Caller } from '@zeren/kernel';
import { aCaller } from '@zeren/kernel/testing';
import { defaultCalendar, type WorkingCalendar } from '@zeren/organisation-domain';
import type { AskedMatter, FileRequest, RequestCommand, Standing, Verdict } from './request.commands.js';
import type { RequestEvent } from './request.events.js';
import { defaultTerms, type Counting, type MatterTerms } from './request-terms.js';
import { requestDecider } from './request.js';

/** 2013 with its spring festival alone. */
const calendar: WorkingCalendar = {
  ...defaultCalendar, years: [{ year: 2013, holidays: ['2013-02-11', '2013-02-12', '2013-02-13', '2013-02-14', '2013-02-15'], makeUpWorkdays: ['2013-02-16', '2013-02-17'] }],
};
export const counting: Counting = { calendar, terms: defaultTerms };

/** Illegal building, as the domain page has it: stop within 4 working hours, penalise within 7 working days, demolish within 20. */
export const building: MatterTerms = {
  code: 'E07-01',
  urgent: false,
  stages: [
    { code: 'stop', name: { zh: '制止', en: 'Stop' }, term: { value: 4, unit: 'working-hour' } },
    { code: 'penalise', name: { zh: '处罚', en: 'Penalise' }, term: { value: 7, unit: 'working-day' } },
    { code: 'demolish', name: { zh: '拆除', en: 'Demolish' }, term: { value: 20, unit: 'working-day' } },
  ],
};
const asked: AskedMatter = { code: building.code, known: building };
/** Exposed rubbish: four working hours, one stage. */
export const rubbish: AskedMatter = {
  code: 'E01-02', known: { code: 'E01-02', urgent: false, stages: [{ code: '1', name: { zh: '清运', en: 'Remove' }, term: { value: 4, unit: 'working-hour' } }] },
};

export const town = { unitId: '511902001', tenantId: '511902' };
export const bureau = { unitId: '511900-urban', tenantId: '511900' };
export const ownedBy = (lead = town, supporting: readonly typeof town[] = []): Verdict => ({
  kind: 'owned',
  assigned: { lead, supporting, officerPostId: null, route: { by: 'matrix', matrixVersion: 1, rowId: '1.1', areaUnitId: '511902001', matterCode: 'E07', isRaised: false } },
});

export const lead: Standing = { own: [town.unitId], above: [] };
export const nobody: Standing = { own: [], above: [] };

type Said = Partial<FileRequest['data']['content']> & { readonly matter?: AskedMatter | null; readonly atOnce?: FileRequest['data']['atOnce']; readonly isInside?: boolean };

/** Friday, 1 March 2013, ten in the morning, unless another moment is said. */
export const filing = ({ matter = null, atOnce = null, isInside = true, ...content }: Said = {}): FileRequest => ({
  type: 'FileRequest',
  data: {
    ...counting, receiptSecretHash: 'a'.repeat(64), matter, atOnce, isInside,
    content: {
      receipt: '20130301-aaaaaaa', channel: 'hotline', kind: 'citizen', subject: '屋后违法搭建', words: null, place: { areaUnitId: '511902001', point: null, siteId: null },
      disclosure: 'open', requesterId: '511900_p', photos: [], integrations: [], urgentReason: null, source: null, ...content,
    },
  },
});

export type Step = readonly [command: RequestCommand, caller?: Partial<Caller>];

/** The events of steps that follow each other. */
export const after = (...steps: readonly Step[]): RequestEvent[] => {
  const events: RequestEvent[] = [];
  let state = requestDecider.initialState;
  for (const [command, caller] of steps) {
    const decided = requestDecider.decide(command, state, aCaller(caller));
    state = decided.reduce(requestDecider.evolve, state);
    events.push(...decided);
  }
  return events;
};

export const accept: Step = [{ type: 'AcceptRequest', data: { ...counting, matter: asked } }, { now: '2013-03-01T02:10:00.000Z' }];
export const dispatchTo = (verdict: Verdict = ownedBy(), now = '2013-03-01T02:30:00.000Z', matter: AskedMatter = asked): Step =>
  [{ type: 'DispatchRequest', data: { ...counting, matter, verdict } }, { now }];
export const take: Step = [{ type: 'TakeRequest', data: { standing: lead } }, { tenantId: '511902', now: '2013-03-01T03:00:00.000Z' }];
export const reachAll: readonly Step[] = ['stop', 'penalise', 'demolish'].map((stageCode) => [{ type: 'ReachStage', data: { stageCode, note: '', standing: lead } }, { tenantId: '511902' }]);
export const reportAt = (now: string, said: { readonly outcome?: 'solved' | 'explained' | 'closed'; readonly answer?: string } = {}): Step => [
  { type: 'ReportHandling', data: { ...counting, outcome: said.outcome ?? 'solved', answer: said.answer ?? '已拆除。', photos: [], point: null, standing: lead } }, { tenantId: '511902', now },
];
export const verifyAt = (now: string): Step => [{ type: 'VerifyHandling', data: { ...counting, note: '', standing: nobody } }, { now }];
export const feedBack: Step = [{ type: 'FeedBack', data: { way: 'phone' } }, { now: '2013-03-06T02:00:00.000Z' }];

/** Filed, taken on, and given to the town. */
export const toTown: readonly Step[] = [[filing()], accept, dispatchTo()];
/** And handled, verified and answered. */
export const answered: readonly Step[] = [...toTown, take, ...reachAll, reportAt('2013-03-04T02:00:00.000Z'), verifyAt('2013-03-05T02:00:00.000Z'), feedBack];
