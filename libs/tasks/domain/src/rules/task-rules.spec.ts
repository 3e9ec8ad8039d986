import { specify } from '@zeren/kernel/testing';
import { objectionRuleAt, taskRulesDecider, type TaskRules } from './task-rules.js';
import type { WorkingYear, WorkingYearEntered } from './task-rules.events.js';
import { workingDaysAfter } from './working-days.js';

const rules = specify(taskRulesDecider);
/** Spring Festival of 2013: rest from 9 to 15 February, made up on the weekend after. */
const year2013: WorkingYear = {
  year: 2013,
  holidays: ['2013-02-09', '2013-02-10', '2013-02-11', '2013-02-12', '2013-02-13', '2013-02-14', '2013-02-15'],
  makeUpWorkdays: ['2013-02-16', '2013-02-17'],
};
const entered: WorkingYearEntered = { type: 'WorkingYearEntered', data: year2013 };
const enter = (data: WorkingYear) => ({ type: 'EnterWorkingYear', data }) as const;

describe('working days', () => {
  it('leave out weekends, and the day they are counted from', () => {
    expect(workingDaysAfter('2013-03-01', 1, [])).toBe('2013-03-04');
    expect(workingDaysAfter('2013-03-04', 5, [])).toBe('2013-03-11');
  });

  it('leave out statutory holidays and count make-up workdays', () => {
    expect(workingDaysAfter('2013-02-08', 1, [year2013])).toBe('2013-02-16');
    expect(workingDaysAfter('2013-02-08', 5, [year2013])).toBe('2013-02-20');
    expect(workingDaysAfter('2013-02-08', 5, [])).toBe('2013-02-15');
  });
});

describe('a tenant\'s rules for its tasks', () => {
  it('are five working days and two refusals until it says otherwise', () => {
    expect(rules.given().state()).toEqual({ objections: { workingDays: 5, refusals: 2 }, workingYears: [] });
    rules.given().when({ type: 'SetObjectionTerms', data: { workingDays: 5, refusals: 2 } }).then();
    rules.given().when({ type: 'SetObjectionTerms', data: { workingDays: 3, refusals: 1 } }).then({ type: 'ObjectionTermsSet', data: { workingDays: 3, refusals: 1 } });
    rules.given().when({ type: 'SetObjectionTerms', data: { workingDays: 0, refusals: 1 } }).thenRefused('objection-terms-invalid');
  });

  it('hold a year\'s holidays once; entered again they are corrected', () => {
    rules.given().when(enter(year2013)).then(entered);
    rules.given(entered).when(enter(year2013)).then();
    const corrected: WorkingYearEntered = { type: 'WorkingYearEntered', data: { ...year2013, makeUpWorkdays: [] } };
    rules.given(entered).when(enter(corrected.data)).then(corrected);
    expect(rules.given(entered, corrected).state().workingYears).toEqual([corrected.data]);
  });

  it('refuse a day that is none, of another year, or both rest and work', () => {
    rules.given().when(enter({ ...year2013, holidays: ['2013-02-30'] })).thenRefused('date-invalid', 'holidays[0]');
    rules.given().when(enter({ ...year2013, holidays: ['2014-01-01'] })).thenRefused('day-of-another-year', 'holidays[0]');
    rules.given().when(enter({ ...year2013, makeUpWorkdays: ['2013-02-09'] })).thenRefused('rest-and-work', 'makeUpWorkdays[0]');
  });

  it('give the last day for an objection, in the tenants\' calendar, and say where no holidays were known', () => {
    const known: TaskRules = { objections: { workingDays: 5, refusals: 2 }, workingYears: [year2013] };
    expect(objectionRuleAt(known, '2013-02-07T16:00:00.000Z')).toEqual({ workingDays: 5, refusals: 2, until: '2013-02-20', byWeekAlone: false });
    expect(objectionRuleAt({ ...known, workingYears: [] }, '2013-02-07T16:00:00.000Z')).toMatchObject({ until: '2013-02-15', byWeekAlone: true });
    expect(objectionRuleAt(known, '2013-12-30T01:00:00.000Z')).toMatchObject({ until: '2014-01-06', byWeekAlone: true });
  });
});
