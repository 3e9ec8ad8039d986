import { ownerOnly, sameData, type Command, type Decider } from '@zeren/kernel';
import { isCalendarDate, localDate } from './calendar.js';
import { refuse } from '../refusals.js';
import type { ObjectionRule } from '../task/task-published.events.js';
import type { ObjectionTerms, TaskRulesEvent, WorkingYear } from './task-rules.events.js';
import { countedByWeekAlone, workingDaysAfter } from './working-days.js';

/** Set the terms for objections to what is dispatched from now on. */
export type SetObjectionTerms = Command<'SetObjectionTerms', ObjectionTerms>;
/** Enter the holidays and make-up workdays of a year, or correct them. */
export type EnterWorkingYear = Command<'EnterWorkingYear', WorkingYear>;
export type TaskRulesCommand = SetObjectionTerms | EnterWorkingYear;

/** What a tenant has laid down for its tasks. */
export type TaskRules = { readonly objections: ObjectionTerms; readonly workingYears: readonly WorkingYear[] };

/** The one stream of a tenant's rules. */
export const TASK_RULES_ID = 'rules';

const setTerms = (data: ObjectionTerms, rules: TaskRules): readonly TaskRulesEvent[] => {
  if (data.workingDays < 1 || data.refusals < 1) refuse('objection-terms-invalid');
  return sameData(data, rules.objections) ? [] : [{ type: 'ObjectionTermsSet', data }];
};

const enterYear = (data: WorkingYear, rules: TaskRules): readonly TaskRulesEvent[] => {
  for (const field of ['holidays', 'makeUpWorkdays'] as const) {
    data[field].forEach((date, index) => {
      if (!isCalendarDate(date)) refuse('date-invalid', `${field}[${index}]`);
      if (Number(date.slice(0, 4)) !== data.year) refuse('day-of-another-year', `${field}[${index}]`, { year: data.year });
    });
  }
  const both = data.makeUpWorkdays.findIndex((date) => data.holidays.includes(date));
  if (both >= 0) refuse('rest-and-work', `makeUpWorkdays[${both}]`);
  return rules.workingYears.some((known) => sameData(known, data)) ? [] : [{ type: 'WorkingYearEntered', data }];
};

const decide = (command: TaskRulesCommand, rules: TaskRules): readonly TaskRulesEvent[] => {
  switch (command.type) {
    case 'SetObjectionTerms': return setTerms(command.data, rules);
    case 'EnterWorkingYear': return enterYear(command.data, rules);
  }
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
export const taskRulesDecider: Decider<TaskRules, TaskRulesCommand, TaskRulesEvent> = {
  category: 'taskrules',
  initialState: { objections: { workingDays: 5, refusals: 2 }, workingYears: [] },
  decide,
  evolve,
  sharedWith: ownerOnly,
};

/** The rule under which what happens at a moment may be objected to: the last day is counted from that moment's day. */
export const objectionRuleAt = ({ objections, workingYears }: TaskRules, moment: string): ObjectionRule => {
  const day = localDate(moment);
  const until = workingDaysAfter(day, objections.workingDays, workingYears);
  return { ...objections, until, byWeekAlone: countedByWeekAlone(day, until, workingYears) };
};
