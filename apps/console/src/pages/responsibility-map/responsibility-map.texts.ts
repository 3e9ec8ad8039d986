import { textsOf } from '../../language/language.js';

export const useMapTexts = textsOf(
  'responsibility-map',
  {
    title: '职责地图', lead: '每个村（社区）对每一类事项：谁负责。没有人负责的是职责真空，几家都说归自己管的是职责重叠。随矩阵变化即时更新。',
    on: '日期', total: '{{cells}} 格', vacuums: '职责真空', overlaps: '职责重叠', owned: '唯一责任单位', version: '矩阵第 {{version}} 版', back: '上一级', area: '区划', all: '合计',
    v: '空', o: '叠', none: '本级以下没有村（社区）。', cells: '明细', cellsOf: '{{area}} · {{major}}', anyMajor: '全部类别',
    village: '村（社区）', matter: '事项', why: '情形', claimants: '主张的单位', refer: '提交裁定', rule: '裁定', noCells: '这里没有真空，也没有重叠。', every: '全部', vacuum: '真空', overlap: '重叠',
    queue: '待裁定', queueLead: '没有归属或有争议的事项在限期内裁定；裁定写回矩阵，成为新版本。', noQueue: '没有待裁定的事项。', due: '裁定期限', late: '已超期', reason: '理由', lead_: '牵头单位', supporting: '配合单位', document: '文号（可不填）',
    referTitle: '提交裁定：{{area}} · {{matter}}', ruleTitle: '裁定归属：{{area}} · {{matter}}', reasonNeeded: '请写明理由。', leadNeeded: '请选择牵头单位。', legend: '“空”为职责真空，“叠”为职责重叠；颜色越深，所占比例越大。点开可见每一格。', wait: '待裁定', show: '范围', provisional: '（暂按周计算）',
  },
  {
    title: 'Map of responsibility', lead: 'Every village against every class of matters: who answers. Where nobody does there is a vacuum, where several say they do an overlap. It follows the matrix at once.',
    on: 'On', total: '{{cells}} cells', vacuums: 'vacuums', overlaps: 'overlaps', owned: 'one unit answers', version: 'matrix version {{version}}', back: 'Up', area: 'Area', all: 'Together',
    v: 'V', o: 'O', none: 'There is no village below this.', cells: 'Cells', cellsOf: '{{area}} · {{major}}', anyMajor: 'every class',
    village: 'Village', matter: 'Matter', why: 'What', claimants: 'Claimed by', refer: 'Refer', rule: 'Rule', noCells: 'Neither a vacuum nor an overlap here.', every: 'All', vacuum: 'vacuum', overlap: 'overlap',
    queue: 'To be arbitrated', queueLead: 'What nobody owns, or several claim, is ruled on in time; the ruling goes into the matrix as a new version.', noQueue: 'Nothing waits to be arbitrated.', due: 'Due', late: 'overdue', reason: 'Reason', lead_: 'Lead unit', supporting: 'Supporting units', document: 'Document (may be left out)',
    referTitle: 'Refer: {{area}} · {{matter}}', ruleTitle: 'Rule who answers: {{area}} · {{matter}}', reasonNeeded: 'Say why.', leadNeeded: 'Choose the lead unit.', legend: 'V: vacuums, O: overlaps; the darker, the larger their share. Each figure opens to its cells.', wait: 'waiting', show: 'Show', provisional: ' (counted by the week for now)',
  },
);
