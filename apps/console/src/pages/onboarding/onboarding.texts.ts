import { textsOf } from '../../language/language.js';

export const useOnboardingTexts = textsOf(
  'onboarding',
  {
    title: '机构导入', lead: '一份文件导入全部机构：区划（到网格）、部门、岗位、外部单位、人口和工作日历。先检查，再导入；要么全部成功，要么一行不变；同一文件再次导入不产生变化。',
    files: '模板与现有名册', template: '下载模板', own: '下载现有名册', sheets: '工作表：{{sheets}}', levels: '本市层级', levelNo: '第 {{level}} 级',
    file: '选择文件（.xlsx）', check: '检查', bringIn: '导入', imported: '已导入。', sound: '文件没有错误。', nothing: '名册与文件一致，没有需要变更的内容。',
    rows: '单位 {{units}} 行 · 岗位 {{posts}} 行 · 人口 {{populations}} 行 · 日历 {{workingDays}} 行', errors: '{{count}} 处错误，未作任何变更', told: '仅列出前 {{shown}} 条，共 {{count}} 条',
    changes: '将作的变更', sheet: '工作表', row: '行', column: '列', wrong: '错误', what: '变更', subject: '对象', detail: '内容',
    'unit-registered': '新登记单位', 'unit-changed': '单位变更', 'post-created': '新设岗位', 'post-filled': '任职', 'population-recorded': '人口', 'working-year-published': '年度日历', yearDays: '放假 {{rests}} 天，补班 {{works}} 天',
    from: '自 {{date}} 起', before: '原为', people: '{{people}} 人，{{date}}，{{source}}', onlyOffice: '机构名册由市、县区创城办维护。', organisation: '组织机构',
  },
  {
    title: 'Onboarding by file', lead: 'One file brings in the whole organisation: divisions down to the grid, departments, posts, external parties, populations and the working calendar. Check it, then import it: all of it or nothing, and the same file again changes nothing.',
    files: 'Template and present register', template: 'Template', own: 'Present register', sheets: 'Sheets: {{sheets}}', levels: 'Levels of this tenant', levelNo: 'Level {{level}}',
    file: 'Choose a file (.xlsx)', check: 'Check', bringIn: 'Import', imported: 'It is imported.', sound: 'The file has no error.', nothing: 'The register says what the file says; nothing changes.',
    rows: '{{units}} rows of units · {{posts}} of posts · {{populations}} of populations · {{workingDays}} of the calendar', errors: '{{count}} errors; nothing was changed', told: 'The first {{shown}} of {{count}}',
    changes: 'What it would change', sheet: 'Sheet', row: 'Row', column: 'Column', wrong: 'What is wrong', what: 'Change', subject: 'Of what', detail: 'What it becomes',
    'unit-registered': 'unit registered', 'unit-changed': 'unit changed', 'post-created': 'post created', 'post-filled': 'post filled', 'population-recorded': 'population', 'working-year-published': 'calendar of a year', yearDays: '{{rests}} days of rest, {{works}} make-up workdays',
    from: 'from {{date}}', before: 'before:', people: '{{people}} people, {{date}}, {{source}}', onlyOffice: 'The register is kept by the office of the city or district.', organisation: 'Organisation',
  },
);
