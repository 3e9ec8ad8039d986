import { textsOf } from '../../language/language.js';

export const useWorkbenchTexts = textsOf(
  'split-workbench',
  {
    title: '分解工作台', lead: '起草、批准、发布和修订一批分解；合计与权重随改随算。', batches: '分解批次', none: '还没有分解。', noneSuch: '没有这种状态的分解。', draft: '起草分解', import: '从 Excel 导入', template: '下载模板',
    name: '名称', cycle: '周期', version: '版次', state: '状态', everyState: '全部状态', rows: '行数', tasks: '已成任务', more: '更多', back: '分解工作台', drafted_at: '起草于',
    drafted: '起草中', approved: '已批准', published: '已发布', stopped: '发布已暂停', titleZh: '中文名称', titleEn: '英文名称', kind: '周期类别', routine: '常规(三年)', key: '重点(每年)',
    from: '起', until: '止', deepest: '最深层级', cancel: '取消', send: '提交', file: '表格文件(.xlsx)', importLead: '先试检，全部正确才导入；有错时逐格列出，什么也不写入。', importOver: '表格将成为本草案的全部内容：相同的行不变，其余照表增改或删除。先试检，全部正确才导入。',
    dryRun: '试检', sheetErrors: '{{count}} 处错误，未写入任何内容', sheetSound: '{{rows}} 行，全部正确，可以导入。', sheetRow: '行', sheetColumn: '列', sheetWrong: '问题与更正办法',
    approve: '批准', publish: '发布', stop: '暂停发布', resume: '继续发布', revise: '修订', drop: '放弃修订', export: '导出 Excel', document: '批准文号', reason: '理由', stoppedFor: '暂停理由：{{reason}}', ofVersion: '第 {{version}} 版',
    progress: '{{done}} / {{total}} 行已成任务', carrying: '正在按新版调整任务……', versions: '各版', published_at: '发布于', result: '结果', resultText: '新增 {{published}}，变更 {{revised}}，办结 {{closed}}，不变 {{kept}}', first: '首版',
    rowsTitle: '各行', results: '发布结果', noResults: '还没有任务。',
  },
  {
    title: 'Splitting workbench', lead: 'Draft, approve, publish and revise a batch; sums and weights follow every change.', batches: 'Batches', none: 'There is no split yet.', noneSuch: 'There is no split in this state.', draft: 'Draft a split', import: 'Import from Excel', template: 'Template',
    name: 'Title', cycle: 'Cycle', version: 'Version', state: 'State', everyState: 'Every state', rows: 'Rows', tasks: 'Tasks so far', more: 'More', back: 'Splitting workbench', drafted_at: 'Drafted on',
    drafted: 'Being drafted', approved: 'Approved', published: 'Published', stopped: 'Publication halted', titleZh: 'Title in Chinese', titleEn: 'Title in English', kind: 'Kind of cycle', routine: 'Routine (three years)', key: 'Key (yearly)',
    from: 'From', until: 'Until', deepest: 'Deepest level', cancel: 'Cancel', send: 'Send', file: 'Spreadsheet (.xlsx)', importLead: 'Check first: all of it comes in or nothing; where there are errors, each is listed at its cell and nothing is written.', importOver: 'The table becomes the whole draft: equal rows stay, others are changed, added or removed as it says. Check first: all of it comes in or nothing.',
    dryRun: 'Check', sheetErrors: '{{count}} errors; nothing was written', sheetSound: '{{rows}} rows, all in order: they can be imported.', sheetRow: 'Row', sheetColumn: 'Column', sheetWrong: 'What is wrong, and what is right',
    approve: 'Approve', publish: 'Publish', stop: 'Halt publication', resume: 'Go on publishing', revise: 'Revise', drop: 'Drop the revision', export: 'Export to Excel', document: 'Approving document', reason: 'Reason', stoppedFor: 'Halted because: {{reason}}', ofVersion: 'Version {{version}}',
    progress: '{{done}} of {{total}} rows are tasks', carrying: 'The tasks are being brought in line with the new version …', versions: 'Versions', published_at: 'Published on', result: 'Result', resultText: '{{published}} new, {{revised}} changed, {{closed}} closed, {{kept}} unchanged', first: 'First version',
    rowsTitle: 'Rows', results: 'What came of it', noResults: 'There are no tasks yet.',
  },
);
