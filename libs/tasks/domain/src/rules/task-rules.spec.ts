import { specify } from '@zeren/kernel/testing';
import type { WorkingYear } from '@zeren/organisation-domain';
import { objectionRuleAt, taskRulesDecider, withCalendar, type TaskRules } from './task-rules.js';
import type { WorkingYearEntered } from './task-rules.events.js';

const rules = specify(taskRulesDecider);
/** Spring Festival of 2013: rest from 9 to 15 February, made up on the weekend after. */
const year2013: WorkingYear = {
  year: 2013,
  holidays: ['2013-02-09', '2013-02-10', '2013-02-11', '2013-02-12', '2013-02-13', '2013-02-14', '2013-02-15'],
  makeUpWorkdays: ['2013-02-16', '2013-02-17'],
};
const entered: WorkingYearEntered = { type: 'WorkingYearEntered', data: year2013 };

describe('a tenant\'s rules for its tasks', () => {
  it('are five working days and two refusals until it says otherwise', () => {
    expect(rules.given().state()).toEqual({ objections: { workingDays: 5, refusals: 2 }, workingYears: [] });
    rules.given().when({ type: 'SetObjectionTerms', data: { workingDays: 5, refusals: 2 } }).then();
    rules.given().when({ type: 'SetObjectionTerms', data: { workingDays: 3, refusals: 1 } }).then({ type: 'ObjectionTermsSet', data: { workingDays: 3, refusals: 1 } });
    rules.given().when({ type: 'SetObjectionTerms', data: { workingDays: 0, refusals: 1 } }).thenRefused('objection-terms-invalid');
  });

  it('go by the calendar\'s years, and by one entered here in former times where the calendar has none', () => {
    const former = rules.given(entered).state();
    expect(former.workingYears).toEqual([year2013]);
    expect(withCalendar(former, []).workingYears).toEqual([year2013]);
    const [corrected, year2014] = [{ ...year2013, makeUpWorkdays: [] }, { year: 2014, holidays: [], makeUpWorkdays: [] }];
    expect(withCalendar(former, [corrected]).workingYears).toEqual([corrected]);
    expect(withCalendar(former, [year2014]).workingYears).toEqual([year2013, year2014]);
  });

  it('give the last day for an objection, in the tenants\' calendar, and say where no holidays were known', () => {
    const known: TaskRules = { objections: { workingDays: 5, refusals: 2 }, workingYears: [year2013] };
    expect(objectionRuleAt(known, '2013-02-07T16:00:00.000Z')).toEqual({ workingDays: 5, refusals: 2, until: '2013-02-20', byWeekAlone: false });
    expect(objectionRuleAt({ ...known, workingYears: [] }, '2013-02-07T16:00:00.000Z')).toMatchObject({ until: '2013-02-15', byWeekAlone: true });
    expect(objectionRuleAt(known, '2013-12-30T01:00:00.000Z')).toMatchObject({ until: '2014-01-06', byWeekAlone: true });
  });
});
