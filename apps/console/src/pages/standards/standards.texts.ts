import { textsOf } from '../../language/language.js';

export const useStandardTexts = textsOf(
  'standards',
  {
    title: '测评标准', lead: '各套标准的各个版本。版本一经发布不再更改，文本有变即为新版本。', name: '标准', version: '版本', edition: '文本', items: '项', categories: '类', published: '发布', none: '没有标准。', placeholders: '未列名 {{count}}',
    facts: '基本情况', source: '来源', grade: '级别', noCampaign: '没有创建活动按本版进行', indicators: '指标', preconditions: '申报前提（缺一即终止申报）', negativeList: '负面清单（出现一项即终止申报）', noConditions: '标准未列。', compare: '与哪一版比较', nothingToCompare: '只有这一个版本。', differences: '与第 {{version}} 版的差异',
    added: '新增', removed: '取消', changed: '变更', unchanged: '未变 {{count}} 项', noDifference: '两版没有差异。', conditionAdded: '新增的申报前提', conditionRemoved: '取消的申报前提', negativeAdded: '负面清单新增', negativeRemoved: '负面清单取消', indicator: '指标', code: '编号', field: '变更项', from: '原为', to: '改为', category: '类别', nameField: '名称', evidence: '证据', commitment: '承诺强度', formats: '材料形式', metric: '量化指标',
    move: '将“{{campaign}}”转入本版',
    mapTitle: '转入新版标准', mapLead: '逐项决定现行指标及其任务的去向：保留、变更、结束；变更和结束须写明理由。结束的指标，其各级任务作废，登入作废登记；变更的，在任务上注明。决定作为事件记录，不改动历史。', outcome: '去向', kept: '保留', ended: '结束', reason: '理由', weight: '权重', why: '转版理由', approved: '批准文号', weightSum: '权重合计 {{sum}}', send: '记录决定', tasks: '任务', weightsZh: '转版时设定', shareRest: '新增指标平分余下权重', sent: '已转入新版。',
  },
  {
    title: 'Standards', lead: 'Every version of every standard. A version never changes once published; another text is another version.', name: 'Standard', version: 'Version', edition: 'Edition', items: 'items', categories: 'groups', published: 'Published', none: 'There are no standards.', placeholders: '{{count}} not named',
    facts: 'Facts', source: 'Source', grade: 'Grade', noCampaign: 'No campaign works to this version', indicators: 'Indicators', preconditions: 'Conditions of an application (one missing ends it)', negativeList: 'Negative list (any one ends the application)', noConditions: 'The standard lists none.', compare: 'Compare with', nothingToCompare: 'This is the only version.', differences: 'Differences from version {{version}}',
    added: 'Added', removed: 'Removed', changed: 'Changed', unchanged: '{{count}} items read the same', noDifference: 'The two versions read the same.', conditionAdded: 'Conditions added', conditionRemoved: 'Conditions removed', negativeAdded: 'Added to the negative list', negativeRemoved: 'Removed from the negative list', indicator: 'Indicator', code: 'Code', field: 'What', from: 'From', to: 'To', category: 'Group', nameField: 'Name', evidence: 'Evidence', commitment: 'Commitment', formats: 'Formats', metric: 'Metric',
    move: 'Move “{{campaign}}” to this version',
    mapTitle: 'Move to a new version', mapLead: 'Decide for each indicator what becomes of it and of its tasks: kept, changed or ended, the last two with a reason. Tasks of an indicator that ended become void, down to the town, in the register of voidings; those of one that changed say so. The decision is recorded as an event; history stays.', outcome: 'Outcome', kept: 'Kept', ended: 'Ended', reason: 'Reason', weight: 'Weight', why: 'Why it moves', approved: 'Approving document', weightSum: 'The weights sum to {{sum}}', send: 'Record the decision', tasks: 'Tasks', weightsZh: 'Set when it moved', shareRest: 'Share the rest among the added', sent: 'The campaign has moved.',
  },
);
