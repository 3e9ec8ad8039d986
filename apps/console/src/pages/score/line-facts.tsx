import { excuses, type Excuse, type LineFact } from '@zeren/assessment-domain';
import type { LocalisedText } from '@zeren/kernel';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { excuseText } from '../scheme/excuse-text.js';

export const isExcuse = (status: string): status is Excuse => excuses.some((excuse) => excuse === status);

const falseReport: LocalisedText = { zh: '虚报', en: 'false report' };

/** What befell a task beside its result; each opens to its event. */
export const LineFacts = ({ facts, onOpen }: { facts: readonly LineFact[]; onOpen: (eventId: string) => void }) => {
  const { language, nameOf } = useLanguage();
  const textOf = ({ kind, until }: LineFact): string => {
    const name = nameOf(kind === 'false-report' ? falseReport : excuseText[kind]);
    return until === null ? name : `${name} → ${dayOf(until, language)}`;
  };
  return facts.map((fact) => <button key={fact.eventId} type="button" onClick={() => onOpen(fact.eventId)}>{textOf(fact)}</button>);
};
