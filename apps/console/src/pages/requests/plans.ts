import { defaultCalendar, type UnitRow } from '@zeren/organisation-domain';
import {
  defaultTerms, requestDecider, requestRefusals, requesterRefusals, rolesThatArbitrate, rolesThatCheck, rolesThatHandle, rolesThatSpeak, type FiledRequest,
  type RequestCommand, type Standing,
} from '@zeren/requests-domain';
import type { Caller, Language, Role } from '@zeren/kernel';
import { refusalOf, type Refusal } from '../../design/refusal.js';
import type { Said, StepField, StepPlan } from '../../design/step-form.js';
import type { useRequestTexts } from './request.texts.js';

/** What the plans are made of: the request, who reads it and from which unit, and the texts in the reader's language. */
export type Reading = {
  readonly requestId: string;
  readonly request: FiledRequest;
  readonly caller: Caller;
  readonly standing: Standing;
  /** Of a dispute: the place and what it lies in, the nearest first, as far as it is read. */
  readonly line: readonly Pick<UnitRow, 'unitId' | 'kind'>[];
  readonly language: Language;
  readonly t: ReturnType<typeof useRequestTexts>;
  readonly nameOf: (text: { readonly zh: string; readonly en: string }) => string;
};

/** A step of a request: whose roles it is for, what is asked, which decision it is measured by, and what is sent. */
export type Step = {
  readonly title: string;
  readonly path: string;
  readonly roles: readonly Role[];
  readonly fields: readonly StepField[];
  readonly first?: Said;
  readonly command: (said: Said) => RequestCommand;
  readonly body: (said: Said) => object;
};

/** A step as the page offers it: its form, and why it is shut where it is. */
export type Offer = { readonly plan: StepPlan; readonly why: Refusal | undefined };

/** What only the service counts by: in a browser it says nothing but that a step is possible. */
export const counting = { calendar: defaultCalendar, terms: defaultTerms };

const refusals = { ...requestRefusals, ...requesterRefusals };

/** Refusals that say the step is somebody else's, or of another time: it is not offered at all. */
const notNow: readonly string[] = [
  'request-not-owner', 'request-not-handling', 'request-not-lead', 'request-ended', 'request-merged', 'request-elsewhere', 'part-not-supporting',
  'deferral-not-asked', 'deferral-open', 'not-a-dispute', 'year-not-published', 'mediation-order', 'mediation-not-begun', 'agreement-missing',
];

const fillerOf = ({ options, date, name, control }: StepField): string => {
  if (options) return options[0]?.value ?? '';
  if (date) return '2999-12-31';
  return control && name === 'photos' ? '' : `…${name}`;
};

/** Every field filled in as well as can be, so that only real obstacles refuse it. */
const specimenOf = ({ fields, first }: Step): Said => ({ ...Object.fromEntries(fields.map((field) => [field.name, fillerOf(field)])), ...first });

const offerOf = (step: Step, { requestId, request, caller, language }: Reading): readonly Offer[] => {
  if (!step.roles.some((role) => caller.roles.includes(role))) return [];
  const decideOn = (said: Said) => requestDecider.decide(step.command(said), request, caller);
  const refusal = (said: Said) => refusalOf(() => decideOn(said), refusals, language);
  const why = refusal(specimenOf(step));
  const isDone = why === undefined && decideOn(specimenOf(step)).length === 0;
  if (isDone || (why && notNow.includes(why.code))) return [];
  const plan: StepPlan = {
    title: step.title, fields: step.fields, ...(step.first && { first: step.first }), refusal,
    intent: (said) => ({ path: `/requests/${requestId}/${step.path}`, body: step.body(said) }),
  };
  return [{ plan, why }];
};

/** What the reader can do with the request as it stands, and for what they cannot yet, the request's own reason. */
export const offersOf = (reading: Reading, steps: readonly Step[]): readonly Offer[] => steps.flatMap((step) => offerOf(step, reading));

export const speaking = rolesThatSpeak;
export const handling = rolesThatHandle;
export const checking = rolesThatCheck;
export const arbitrating = rolesThatArbitrate;

export const words = (name: string, label: string): StepField => ({ name, label, lines: true });

/** Empty text as what was not said. */
export const orNull = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text.trim());
