import { textsOf } from '../../language/language.js';

export const useCalendarTexts = textsOf(
  'calendar',
  {
    title: '工作日历', lead: '节假日、调休补班和工作时间；一切以工作时、工作日计的期限都照此计算。', year: '年份', rest: '放假', work: '补班',
    restMark: '休', workMark: '班', days: '放假 {{rest}} 天，补班 {{work}} 天，全年工作日 {{worked}} 天', by_tenant: '本单位发布', by_city: '市级发布，本县区沿用', by_nobody: '未规定，按默认',
    version: '第 {{version}} 版', document: '依据', notPublished: '{{year}} 年日历尚未发布：期限只能按星期推算，标为“暂定”；发布后须重新计算。', publish: '发布年度日历', correct: '更正本年日历',
    hours: '工作时间', setHours: '规定工作时间', spans: '时段', from: '起', until: '止', holidays: '放假日期', makeUps: '补班日期',
    listHint: '每行一个日期或一段，如 2013-02-09 或 2013-02-09 至 2013-02-15。', file: '从文件读入(.xlsx 或 .json)', fileHint: '工作表“工作日历”两列：日期；放假或上班。读入后可再修改，确认无误才发布。',
    row: '第 {{row}} 行', faults: '{{count}} 行未读入', unreadable: '文件不是可读的年度日历。', badDates: '不是日期：{{dates}}', changes: '与现行日历相比', added: '新增', removed: '去掉', same: '与现行日历相同，无须发布。',
    dryRun: '试算通过：共放假 {{rest}} 天、补班 {{work}} 天。', send: '发布', cancel: '取消', save: '提交',
    trial: '期限何时届满？', start: '起算时间', value: '数量', unit: '单位', minute: '分钟', 'clock-hour': '小时(自然)', 'working-hour': '工作时', 'working-day': '工作日', ends: '届满', provisional: '暂定：所跨年份日历未发布',
    firm: '所跨年份日历均已发布', month: '{{month}} 月', mon: '一', tue: '二', wed: '三', thu: '四', fri: '五', sat: '六', sun: '日',
  },
  {
    title: 'Working calendar', lead: 'Holidays, make-up workdays and working hours: every term in working hours or working days is counted by them.', year: 'Year', rest: 'day of rest', work: 'make-up workday',
    restMark: 'off', workMark: 'on', days: '{{rest}} days of rest, {{work}} make-up workdays, {{worked}} working days in the year', by_tenant: 'Published here', by_city: 'Published by the city, which holds here', by_nobody: 'Not laid down: the default',
    version: 'Version {{version}}', document: 'By', notPublished: 'The calendar of {{year}} is not published: terms are counted by the week alone and marked provisional, to be counted anew once it is.', publish: 'Publish a year', correct: 'Correct this year',
    hours: 'Working hours', setHours: 'Set working hours', spans: 'Spans', from: 'From', until: 'Until', holidays: 'Days of rest', makeUps: 'Make-up workdays',
    listHint: 'A date or a span on each line, such as 2013-02-09 or 2013-02-09 to 2013-02-15.', file: 'Read from a file (.xlsx or .json)', fileHint: 'Sheet "Working calendar", two columns: the date; rest or work. What was read can be changed; it is published only when you say so.',
    row: 'Row {{row}}', faults: '{{count}} rows were not taken in', unreadable: 'The file is no year that can be read.', badDates: 'Not dates: {{dates}}', changes: 'Against the present calendar', added: 'Added', removed: 'Removed', same: 'The same as the present calendar: nothing to publish.',
    dryRun: 'Checked: {{rest}} days of rest and {{work}} make-up workdays.', send: 'Publish', cancel: 'Cancel', save: 'Send',
    trial: 'When does a term end?', start: 'Counted from', value: 'How many', unit: 'Unit', minute: 'minutes', 'clock-hour': 'clock hours', 'working-hour': 'working hours', 'working-day': 'working days', ends: 'Ends', provisional: 'Provisional: a year it runs through is not published',
    firm: 'Every year it runs through is published', month: 'Month {{month}}', mon: 'Mo', tue: 'Tu', wed: 'We', thu: 'Th', fri: 'Fr', sat: 'Sa', sun: 'Su',
  },
);
