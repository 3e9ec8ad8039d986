import { endOfDay, localDate } from '@zeren/organisation-domain';
import { askedDeferral } from '@zeren/requests-domain';
import { arbitrating, counting, handling, speaking, words, type Reading, type Step } from './plans.js';

/** The end of a day that was said; empty where none was. */
const untilEndOf = (day: string): string => (day === '' ? '' : endOfDay(day));

/** What is granted of what was asked: nothing said, or the day itself, is the whole. */
const grantedUntil = (asked: string, day: string): string | null => (day === '' || day === localDate(asked) ? null : endOfDay(day));

const answering = ({ request, standing, t }: Reading): readonly Step[] => {
  const asked = askedDeferral(request);
  if (!asked) return [];
  return [{
    title: t('decideDeferral'), path: 'deferral-decision', roles: arbitrating, first: { decision: 'granted', until: localDate(asked.until) },
    fields: [
      { name: 'decision', label: t('decision'), beside: 'one', options: [{ value: 'granted', label: t('grant') }, { value: 'refused', label: t('refuse') }] },
      { name: 'until', label: t('grantedUntil'), date: true }, words('reason', t('reasonUnlessWhole')),
    ],
    command: ({ decision, until = '', reason = '' }) =>
      ({ type: 'DecideDeferral', data: { ...counting, decision: decision === 'refused' ? 'refused' : 'granted', until: grantedUntil(asked.until, until), reason, standing } }),
    body: ({ decision, until = '', reason = '' }) => ({ decision, until: grantedUntil(asked.until, until), reason }),
  }];
};

/** A deferral: asked for by the unit that has it, answered or set unasked by the side that dispatched it. */
export const deferralSteps = (reading: Reading): readonly Step[] => {
  const { standing, t } = reading;
  return [
    ...answering(reading),
    {
      title: t('askDeferral'), path: 'deferral-application', roles: handling, fields: [{ name: 'until', label: t('until'), date: true }, words('reason', t('reason'))],
      command: ({ until = '', reason = '' }) => ({ type: 'AskDeferral', data: { until: untilEndOf(until), reason, standing } }),
      body: ({ until = '', reason }) => ({ until: untilEndOf(until), reason }),
    },
    {
      title: t('defer'), path: 'deferral', roles: speaking, fields: [{ name: 'until', label: t('until'), date: true }, words('reason', t('reason'))],
      command: ({ until = '', reason = '' }) => ({ type: 'DeferRequest', data: { until: untilEndOf(until), reason, standing, ...counting } }),
      body: ({ until = '', reason }) => ({ until: untilEndOf(until), reason }),
    },
  ];
};
