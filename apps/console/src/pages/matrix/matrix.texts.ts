import type { MatrixCause, MatrixClaim } from '@zeren/organisation-domain';
import { textsOf } from '../../language/language.js';

export const useMatrixTexts = textsOf(
  'matrix',
  {
    title: '责任矩阵', lead: '哪个区划的哪类事项由谁牵头、谁配合、哪个岗位负责。上级区划的规定管到下级，直到有更近的一行；属事（条）与属地（块）可以并存，矛盾即为重叠。', map: '职责地图',
    on: '日期', area: '区划', matter: '事项', claim: '条块', lead_: '牵头单位', supporting: '配合单位', post: '责任岗位', from: '生效', rows: '有效行', none: '这一天没有有效的行。', every: '全部事项', whole: '{{name}}（整个大类）',
    versions: '版本', noVersions: '还没有发布过。', version: '版', cause: '来由', reason: '理由', document: '文号', changes: '变更', changed: '新增 {{added}}，终止 {{ended}}', head: '单位主要负责人',
    lookup: '谁负责？', lookupLead: '选择区划和事项，看由谁牵头，依据哪一行。', owned: '由 {{unit}} 负责', vacuum: '职责真空：没有单位负责', overlap: '职责重叠：{{count}} 个单位主张', choose: '请选择区划和事项。',
    filters: '筛选', all: '全部', download: '下载 Excel', import: '导入 Excel', add: '新增一行', end: '终止', endTitle: '终止这一行', addTitle: '新增一行', reasonNeeded: '请写明理由。', leadNeeded: '请选择区划、事项和牵头单位。', fromDay: '自何日起（默认今天）', anyDocument: '文号（可不填）',
    importLead: '文件是自该日起的完整矩阵：文件中没有的行在前一日终止；全部接受或全部不接受。', file: '文件', check: '试运行', bringIn: '导入', cancel: '取消', sound: '共 {{rows}} 行：新增 {{added}}，终止 {{ended}}。', errors: '{{count}} 处错误', row: '行', column: '列', wrong: '错误',
    matterCode: '事项代码（小类、大类或 *）',
  },
  {
    title: 'Responsibility matrix', lead: 'Who leads, who supports and which post answers, by area and class of matters. A row holds below its area until a nearer one; a department\'s line may stand beside an area\'s block, and where they differ there is an overlap.', map: 'Map of responsibility',
    on: 'On', area: 'Area', matter: 'Matter', claim: 'Line or block', lead_: 'Lead unit', supporting: 'Supporting', post: 'Accountable post', from: 'Since', rows: 'Rows in force', none: 'No row holds on this day.', every: 'every matter', whole: '{{name}} (the whole major class)',
    versions: 'Versions', noVersions: 'Nothing has been published yet.', version: 'Version', cause: 'Brought about by', reason: 'Reason', document: 'Document', changes: 'Changes', changed: '{{added}} begun, {{ended}} ended', head: 'the head of the unit',
    lookup: 'Who answers?', lookupLead: 'Choose an area and a class: who leads, and by which row.', owned: '{{unit}} answers', vacuum: 'A vacuum: nobody answers', overlap: 'An overlap: {{count}} units claim it', choose: 'Choose an area and a class.',
    filters: 'Filters', all: 'All', download: 'Download as Excel', import: 'Import from Excel', add: 'Add a row', end: 'End', endTitle: 'End this row', addTitle: 'Add a row', reasonNeeded: 'Say why.', leadNeeded: 'Choose area, class and lead unit.', fromDay: 'From which day on (today if left out)', anyDocument: 'Document (may be left out)',
    importLead: 'The file is the whole matrix from that day on: rows it leaves out end the day before. All of it is taken, or nothing.', file: 'File', check: 'Dry run', bringIn: 'Import', cancel: 'Cancel', sound: '{{rows}} rows: {{added}} begin, {{ended}} end.', errors: '{{count}} errors', row: 'Row', column: 'Column', wrong: 'What is wrong',
    matterCode: 'Code of a class, of a major class, or *',
  },
);

export const useClaimTexts = textsOf<MatrixClaim>('matrix-claims', { block: '块（属地）', line: '条（属事）' }, { block: 'block (area)', line: 'line (department)' });

export const useCauseTexts = textsOf<MatrixCause>('matrix-causes', { import: '整体发布', change: '调整', ruling: '裁定' }, { import: 'statement of the whole', change: 'change', ruling: 'ruling' });
