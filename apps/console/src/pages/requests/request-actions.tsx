import type { RequestRow } from '@zeren/requests-domain';
import { useState } from 'react';
import { useCaller } from '../../api/caller.js';
import { idOf } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import { useRequestWords } from '../../design/request-words.js';
import { Bones, Nothing } from '../../design/states.js';
import { StepForm, type StepPlan } from '../../design/step-form.js';
import { useLanguage } from '../../language/language.js';
import { deferralSteps } from './deferral-steps.js';
import { disputeSteps } from './dispute-steps.js';
import { handlingSteps } from './handling-steps.js';
import { officeSteps } from './office-steps.js';
import { offersOf, type Reading, type Step } from './plans.js';
import { useRequestTexts } from './request.texts.js';
import { useLine, useStanding } from './standing.js';

/** What the plans of a request are made of; undefined until the service's clock and the register are read. */
export const useReading = (row: RequestRow): Reading | undefined => {
  const t = useRequestTexts();
  const { language, nameOf } = useLanguage();
  const caller = useCaller();
  const standing = useStanding(row.request);
  const line = useLine(row.request);
  return caller && standing ? { requestId: idOf(row), request: row.request, caller, standing, line, language, t, nameOf } : undefined;
};

/** Steps by which a request goes on: they stand first. */
const onward: readonly string[] = ['acceptance', 'dispatch', 'ruling', 'return-decision', 'deferral-decision', 'taking', 'mediation', 'agreement', 'report', 'verification', 'feedback', 'call-back', 'closure'];

const isOnward = ({ path }: Step): boolean => onward.includes(path);

/** What the reader can do with the request as it stands; what is shut says why, in the request's own words. */
export const RequestActions = ({ row }: { row: RequestRow }) => {
  const t = useRequestTexts();
  const word = useRequestWords();
  const reading = useReading(row);
  const [plan, setPlan] = useState<StepPlan>();
  if (!reading) return <section className="sheet"><Bones lines={3} /></section>;
  const steps = [...officeSteps(reading), ...handlingSteps(reading, word), ...deferralSteps(reading), ...disputeSteps(reading)];
  const main = offersOf(reading, steps.filter(isOnward));
  const others = offersOf(reading, steps.filter((step) => !isOnward(step)));
  return (
    <section className="sheet request-actions">
      <h2>{t('actions')}</h2>
      {main.length + others.length === 0 && <Nothing>{t('nothingToDo')}</Nothing>}
      <div className="stack">
        {[...main, ...others].map((offer, index) => (
          <Action key={offer.plan.title} {...(index === 0 && main.length > 0 && { type: 'primary' as const })} why={offer.why?.sentence} onClick={() => setPlan(offer.plan)}>{offer.plan.title}</Action>
        ))}
      </div>
      {plan && <StepForm plan={plan} onClose={() => setPlan(undefined)} />}
    </section>
  );
};
