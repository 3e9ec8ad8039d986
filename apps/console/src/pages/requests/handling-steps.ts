import { openStages } from '@zeren/requests-domain';
import { photosField } from './controls.js';
import { hashesIn, photosIn } from './photo-choice.js';
import { counting, handling, words, type Reading, type Step } from './plans.js';

const outcomes = ['solved', 'explained', 'closed'] as const;
export const outcomeOf = (text: string | undefined) => outcomes.find((outcome) => outcome === text) ?? 'solved';

/** How handling ends, for a form; each with its word. */
export const outcomeOptions = (wordOf: (outcome: (typeof outcomes)[number]) => string) => outcomes.map((value) => ({ value, label: wordOf(value) }));

const ownPart = ({ request, standing }: Reading): string =>
  request.assignment?.supporting.find(({ unitId }) => [...standing.own, ...standing.above].includes(unitId) && !request.parts.some((part) => part.unitId === unitId))?.unitId ?? '';

/** What the units that have it do: take it, give it back, reach its stages, report. */
export const handlingSteps = (reading: Reading, wordOf: (outcome: (typeof outcomes)[number]) => string): readonly Step[] => {
  const { request, standing, t, nameOf } = reading;
  const open = openStages(request);
  return [
    { title: t('take'), path: 'taking', roles: handling, fields: [], command: () => ({ type: 'TakeRequest', data: { standing } }), body: () => ({}) },
    {
      title: t('askReturn'), path: 'return', roles: handling, fields: [words('reason', t('reason'))],
      command: ({ reason = '' }) => ({ type: 'AskReturn', data: { reason, standing, ...counting } }), body: ({ reason }) => ({ reason }),
    },
    ...(open[0] && request.stages.length > 1 ? [{
      title: t('reach'), path: 'stages', roles: handling, first: { stageCode: open[0].code },
      fields: [{ name: 'stageCode', label: t('stage'), options: open.map(({ code, name }) => ({ value: code, label: nameOf(name) })) }, words('note', t('note'))],
      command: ({ stageCode = '', note = '' }) => ({ type: 'ReachStage', data: { stageCode, note, standing } }),
      body: ({ stageCode, note = '' }) => ({ stageCode, note }),
    } satisfies Step] : []),
    {
      title: t('part'), path: 'part', roles: handling, first: { unitId: ownPart(reading) }, fields: [words('note', t('note')), photosField(t('photos'))],
      command: ({ note = '', photos }) => ({ type: 'ReportPart', data: { unitId: ownPart(reading), note, photos: photosIn(photos), standing } }),
      body: ({ note = '', photos }) => ({ unitId: ownPart(reading), note, photos: hashesIn(photos) }),
    },
    {
      title: t('reportIt'), path: 'report', roles: handling, first: { outcome: 'solved' },
      fields: [{ name: 'outcome', label: t('outcome'), beside: 'one', options: outcomeOptions(wordOf) }, words('answer', `${t('answer')} · ${t('answerOpen')}`), photosField(t('photos'))],
      command: ({ outcome, answer = '', photos }) => ({ type: 'ReportHandling', data: { outcome: outcomeOf(outcome), answer, photos: photosIn(photos), point: null, standing, ...counting } }),
      body: ({ outcome, answer = '', photos }) => ({ outcome: outcomeOf(outcome), answer, photos: hashesIn(photos), point: null }),
    },
  ];
};
