import { textsOf } from '../../language/language.js';

export const useOrganisationTexts = textsOf(
  'organisation',
  {
    title: '组织机构', lead: '单位、上下级和名称按日期生效；机构调整不改写历史。', on: '生效日期', today: '今天', until: '至 {{date}} 止', from: '自 {{date}} 起', changedOn: '机构调整日：', unitsOf: '{{count}} 个单位',
    tree: '区划', districtCount: '{{count}} 个县区', departments: '部门与机构', external: '树外单位', posts: '岗位', noUnits: '这一天没有登记的单位。', noneBelow: '没有下级。',
    holder: '任职', vacant: '空缺', more: '更多', code: '代码', id: '编号', kind: '类别', level: '层级', since: '生效', parent: '上级',
    versions: '沿革', populations: '人口', people: '{{people}} 人', counted: '{{date}} 统计 · {{source}}', noPopulation: '没有登记人口。',
    import: '导入与导出', sites: '点位',
    change: '变更', dissolve: '撤销', count: '登记人口', zh: '名称', en: '英文名称', reason: '原因（批文或文号）', validFrom: '自哪一天起', lastDay: '最后一天', peopleField: '人口数（整数）', countedOn: '统计日期', source: '来源',
    fill: '任职', account: '账号', firstDay: '第一天', vacate: '离任',
    government: '政府', office: '办公室', department: '部门', district: '县区', town: '镇街', village: '村社区', grid: '网格', 'external-party': '树外单位',
  },
  {
    title: 'Organisation', lead: 'Units, parents and names are effective by date; a reorganisation never rewrites history.', on: 'Effective on', today: 'Today', until: 'until {{date}}', from: 'since {{date}}', changedOn: 'Days of change:', unitsOf: 'units: {{count}}',
    tree: 'Divisions', districtCount: '{{count}} districts and counties', departments: 'Departments and offices', external: 'Outside the tree', posts: 'Posts', noUnits: 'No unit is registered for this day.', noneBelow: 'Nothing below.',
    holder: 'Held by', vacant: 'vacant', more: 'More', code: 'Code', id: 'Id', kind: 'Kind', level: 'Level', since: 'Effective', parent: 'Parent',
    versions: 'What it was and will be', populations: 'Populations', people: '{{people}} people', counted: 'counted on {{date}} · {{source}}', noPopulation: 'No population is recorded.',
    import: 'Import and export', sites: 'Sites',
    change: 'Change', dissolve: 'Dissolve', count: 'Record a population', zh: 'Name (Chinese)', en: 'Name (English)', reason: 'Reason (the document that decided it)', validFrom: 'From which day', lastDay: 'Last day', peopleField: 'People (a whole number)', countedOn: 'Counted on', source: 'Source',
    fill: 'Appoint', account: 'Account', firstDay: 'First day', vacate: 'Vacate',
    government: 'government', office: 'office', department: 'department', district: 'district', town: 'town', village: 'village', grid: 'grid', 'external-party': 'external party',
  },
);
