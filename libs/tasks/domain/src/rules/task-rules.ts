import { ownerOnly, sameData, type Command, type Decider } from '@zeren/kernel';
import { countedByWeekAlone, localDate, workingDaysAfter, type WorkingYear } from '@zeren/organisation-domain';
import { refuse } from '../refusals.js';
import type { ObjectionRule } from '../task/task-published.events.js';
import type { ObjectionTerms, TaskRulesEvent } from './task-rules.events.js';

/** Set the terms for objections to what is dispatched from now on. */
export type SetObjectionTerms = Command<'SetObjectionTerms', ObjectionTerms>;

/** What a tenant has laid down for its tasks, and the years of its calendar. */
export type TaskRules = { readonly objections: ObjectionTerms; readonly workingYears: readonly WorkingYear[] };

/** The one stream of a tenant's rules. */
export const TASK_RULES_ID = 'rules';

const decide = ({ data }: SetObjectionTerms, rules: TaskRules): readonly TaskRulesEvent[] => {
  if (data.workingDays < 1 || data.refusals < 1) refuse('objection-terms-invalid');
  return sameData(data, rules.objections) ? [] : [{ type: 'ObjectionTermsSet', data }];
};

const evolve = (rules: TaskRules, event: TaskRulesEvent): TaskRules => {
  switch (event.type) {
    case 'ObjectionTermsSet': return { ...rules, objections: event.data };
    case 'WorkingYearEntered': {
      const others = rules.workingYears.filter(({ year }) => year !== event.data.year);
      return { ...rules, workingYears: [...others, event.data].sort((a, b) => a.year - b.year) };
    }
  }
};

/** Until a tenant says otherwise: five working days, two refusals (domain page, section 5), the week alone. */
export const taskRulesDecider: Decider<TaskRules, SetObjectionTerms, TaskRulesEvent> = {
  category: 'taskrules',
  initialState: { objections: { workingDays: 5, refusals: 2 }, workingYears: [] },
  decide,
  evolve,
  sharedWith: ownerOnly,
};

/** The rules with the calendar's years; one entered here in former times counts where the calendar has none. */
export const withCalendar = (rules: TaskRules, years: readonly WorkingYear[]): TaskRules => {
  const former = rules.workingYears.filter(({ year }) => years.every((published) => published.year !== year));
  return { ...rules, workingYears: [...former, ...years].sort((a, b) => a.year - b.year) };
};

/** The rule under which what happens at a moment may be objected to: the last day is counted from that moment's day. */
export const objectionRuleAt = ({ objections, workingYears }: TaskRules, moment: string): ObjectionRule => {
  const day = localDate(moment);
  const until = workingDaysAfter(day, objections.workingDays, workingYears);
  return { ...objections, until, byWeekAlone: countedByWeekAlone(day, until, workingYears) };
};
