import { textsOf } from '../../language/language.js';

export const useSiteTexts = textsOf(
  'sites',
  {
    title: '点位', lead: '市场、车站、小巷、公告栏等具体地点的登记册：类型、位置、权属和沿革。诉求和检查都以点位为准。', register: '登记点位', none: '没有符合条件的点位。', more: '更多',
    type: '类型', area: '所在区划', owner: '权属单位', status: '状态', search: '名称或编号', all: '全部', registered: '在册', closed: '已注销',
    number: '编号', zh: '名称', en: '英文名称', address: '地址', latitude: '纬度（°N）', longitude: '经度（°E）', from: '自哪一天起', reason: '原因', lastDay: '最后一天', point: '位置',
    change: '变更', close: '注销', history: '沿革', since: '自 {{date}} 起', until: '至 {{date}} 止', why: '原因：{{reason}}', bringIn: '由 Excel 导入', template: '下载模板', own: '下载登记册',
    dryRun: '{{rows}} 行：新登记 {{registered}} 个，变更 {{changed}} 个', organisation: '组织机构',
  },
  {
    title: 'Sites', lead: 'The register of concrete places, such as markets, stations, lanes and notice boards: type, place, owner and history. Requests and inspections name them.', register: 'Register a site', none: 'No site is like that.', more: 'More',
    type: 'Type', area: 'Area', owner: 'Owner', status: 'State', search: 'Name or number', all: 'all', registered: 'registered', closed: 'closed',
    number: 'Number', zh: 'Name (Chinese)', en: 'Name (English)', address: 'Address', latitude: 'Latitude (°N)', longitude: 'Longitude (°E)', from: 'From which day', reason: 'Reason', lastDay: 'Last day', point: 'Place',
    change: 'Change', close: 'Close', history: 'What it was', since: 'since {{date}}', until: 'until {{date}}', why: 'because: {{reason}}', bringIn: 'Import from Excel', template: 'Template', own: 'The register',
    dryRun: '{{rows}} rows: {{registered}} registered, {{changed}} changed', organisation: 'Organisation',
  },
);
