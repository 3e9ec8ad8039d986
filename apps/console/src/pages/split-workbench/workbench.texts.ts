import { textsOf } from '../../language/language.js';

export const useWorkbenchTexts = textsOf(
  'split-workbench',
  {
    title: '分解工作台', lead: '起草、批准、发布和修订一批分解；合计与权重随改随算。', batches: '分解批次', none: '还没有分解。', draft: '起草分解', import: '从 Excel 导入', template: '下载模板',
    name: '名称', cycle: '周期', version: '版次', state: '状态', rows: '行数', tasks: '已成任务', more: '更多', back: '分解工作台',
    drafted: '起草中', approved: '已批准', published: '已发布', stopped: '发布已暂停', titleZh: '中文名称', titleEn: '英文名称', kind: '周期类别', routine: '常规(三年)', key: '重点(每年)',
    from: '起', until: '止', deepest: '最深层级', cancel: '取消', send: '提交', file: '表格文件(.xlsx)', importLead: '全部正确才导入；有错时逐格列出，什么也不写入。',
    approve: '批准', publish: '发布', stop: '暂停发布', resume: '继续发布', revise: '修订', drop: '放弃修订', export: '导出 Excel', document: '批准文号', reason: '理由',
    progress: '{{done}} / {{total}} 行已成任务', versions: '各版', published_at: '发布于', result: '结果', resultText: '新增 {{published}}，变更 {{revised}}，办结 {{closed}}，不变 {{kept}}', first: '首版',
    share: '分配', parent: '分配哪一项', units: '分给哪些单位', rule: '分配规则', equal: '平均', population: '按人口', fixed: '按固定份额(%)', everyone: '人人同标', part: '人口或份额', weight: '权重',
    balance: '合计', targets: '各年目标', sumWeight: '权重合计 {{sum}} / {{expected}}', sumShare: '{{year}} 年合计 {{sum}} / {{expected}}', add: '加入草案', problems: '需要更正', sound: '所选各行符合全部规则。',
    rowsTitle: '各行', unit: '单位', noParents: '没有可分配的项目。', searchUnits: '输入名称查找单位',
  },
  {
    title: 'Splitting workbench', lead: 'Draft, approve, publish and revise a batch; sums and weights follow every change.', batches: 'Batches', none: 'There is no split yet.', draft: 'Draft a split', import: 'Import from Excel', template: 'Template',
    name: 'Title', cycle: 'Cycle', version: 'Version', state: 'State', rows: 'Rows', tasks: 'Tasks so far', more: 'More', back: 'Splitting workbench',
    drafted: 'Being drafted', approved: 'Approved', published: 'Published', stopped: 'Publication halted', titleZh: 'Title in Chinese', titleEn: 'Title in English', kind: 'Kind of cycle', routine: 'Routine (three years)', key: 'Key (yearly)',
    from: 'From', until: 'Until', deepest: 'Deepest level', cancel: 'Cancel', send: 'Send', file: 'Spreadsheet (.xlsx)', importLead: 'All of it or nothing: where there are errors, each is listed at its cell and nothing is written.',
    approve: 'Approve', publish: 'Publish', stop: 'Halt publication', resume: 'Go on publishing', revise: 'Revise', drop: 'Drop the revision', export: 'Export to Excel', document: 'Approving document', reason: 'Reason',
    progress: '{{done}} of {{total}} rows are tasks', versions: 'Versions', published_at: 'Published on', result: 'Result', resultText: '{{published}} new, {{revised}} changed, {{closed}} closed, {{kept}} unchanged', first: 'First version',
    share: 'Share out', parent: 'What is shared out', units: 'Among which units', rule: 'Rule', equal: 'Equally', population: 'By population', fixed: 'By fixed shares (%)', everyone: 'The same for everyone', part: 'Population or share', weight: 'Weight',
    balance: 'Sums', targets: 'Targets by year', sumWeight: 'Weights {{sum}} of {{expected}}', sumShare: '{{year}}: {{sum}} of {{expected}}', add: 'Add to the draft', problems: 'To be corrected', sound: 'These rows keep every rule.',
    rowsTitle: 'Rows', unit: 'Unit', noParents: 'There is nothing to share out.', searchUnits: 'Type a name to find units',
  },
);
