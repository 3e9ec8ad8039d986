import { specify } from '@zeren/kernel/testing';
import { calendarDecider, calendarInForce } from './calendar.js';
import type { WorkingHoursSet, WorkingYear, WorkingYearPublished } from './calendar.events.js';
import { defaultCalendar } from './working-time.js';

const calendar = specify(calendarDecider);
const year: WorkingYear = { year: 2013, holidays: ['2013-02-09', '2013-02-10'], makeUpWorkdays: ['2013-02-16'] };
const document = '放假安排的通知〔2012〕33号';
const publish = (data: WorkingYear, by = document) => ({ type: 'PublishWorkingYear', data: { ...data, document: by } }) as const;
const published: WorkingYearPublished = { type: 'WorkingYearPublished', data: { ...year, version: 1, document } };
const hours = [{ from: '09:00', until: '12:00' }, { from: '13:00', until: '17:00' }];
const setTo = (spans: WorkingHoursSet['data']['hours']) => ({ type: 'SetWorkingHours', data: { hours: spans, document: '作息通知' } }) as const;
const hoursSet: WorkingHoursSet = { type: 'WorkingHoursSet', data: { hours, document: '作息通知' } };

describe('a tenant\'s calendar', () => {
  it('holds a year\'s holidays and make-up workdays as its notice says', () => {
    calendar.given().when(publish(year)).then(published);
    calendar.given().when(publish({ ...year, holidays: ['2013-02-10', '2013-02-09', '2013-02-09'] })).then(published);
    calendar.given(published).when(publish(year)).then();
  });

  it('takes a correction as the year\'s next version', () => {
    const corrected: WorkingYearPublished = { type: 'WorkingYearPublished', data: { ...year, makeUpWorkdays: [], version: 2, document: '更正' } };
    calendar.given(published).when(publish({ ...year, makeUpWorkdays: [] }, '更正')).then(corrected);
    expect(calendar.given(published, corrected).state().years).toEqual([corrected.data]);
  });

  it('refuses a day that is none, of another year, or both rest and work, and a year without its notice', () => {
    calendar.given().when(publish({ ...year, holidays: ['2013-02-30'] })).thenRefused('not-a-date', 'holidays[0]');
    calendar.given().when(publish({ ...year, holidays: ['2014-01-01'] })).thenRefused('day-of-another-year', 'holidays[0]');
    calendar.given().when(publish({ ...year, makeUpWorkdays: ['2013-02-09'] })).thenRefused('rest-and-work', 'makeUpWorkdays[0]');
    calendar.given().when(publish(year, ' ')).thenRefused('notice-required', 'document');
  });

  it('holds the hours of a working day in order, each span ending after it begins', () => {
    calendar.given().when(setTo(hours)).then(hoursSet);
    calendar.given(hoursSet).when(setTo(hours)).then();
    calendar.given().when(setTo([])).thenRefused('working-hours-wrong', 'hours');
    calendar.given().when(setTo([{ from: '12:00', until: '09:00' }])).thenRefused('working-hours-wrong', 'hours[0]');
    calendar.given().when(setTo([{ from: '09:00', until: '12:00' }, { from: '11:00', until: '17:00' }])).thenRefused('working-hours-wrong', 'hours[1]');
    calendar.given().when(setTo([{ from: '9:00', until: '25:00' }])).thenRefused('working-hours-wrong', 'hours[0]');
  });

  it('is a district\'s own where it has laid down one, otherwise its city\'s, otherwise the week alone', () => {
    const city = calendar.given(published, hoursSet).state();
    const none = calendar.given().state();
    const own = calendar.given({ ...published, data: { ...published.data, makeUpWorkdays: [] } }).state();
    expect(calendarInForce(none)).toEqual({ ...defaultCalendar, hoursBy: 'nobody' });
    expect(calendarInForce(none, city)).toEqual({ years: [{ ...published.data, by: 'city' }], hours, hoursBy: 'city' });
    expect(calendarInForce(own, city)).toEqual({ years: own.years.map((one) => ({ ...one, by: 'tenant' })), hours, hoursBy: 'city' });
    expect(calendarInForce(city, none)).toMatchObject({ hours, hoursBy: 'tenant' });
  });
});
