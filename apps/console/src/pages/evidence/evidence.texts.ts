import { textsOf } from '../../language/language.js';

export const useEvidenceTexts = textsOf(
  'evidence',
  {
    title: '佐证', lead: '一次建档，所有创建共用；原件以指纹核对，图片不留隐藏信息。', onFile: '已建档', missing: '缺件清单', views: '佐证视图',
    file: '建档', pack: '打包下载', packing: '正在核对并打包…', download: '下载原件', history: '历史重放', all: '全部', clear: '清除条件', more: '再读一页', shown: '已显示 {{count}} 份', filters: '筛选',
    campaign: '创建', indicator: '指标编号', unit: '单位代码', status: '状态', form: '形式', level: '层级', level1: '市级', level2: '县区', level3: '镇街', level4: '村社区',
    name: '名称', of: '单位', for: '计入', filedAt: '建档时间', filedBy: '建档人', size: '大小', state: '缺件情况', deadline: '期限', accepted: '可用形式', filedCount: '已有', task: '任务',
    filed: '有效', withdrawn: '已撤回', superseded: '已替换', none: '没有符合条件的佐证。', noneMissing: '没有缺件。', stateMissing: '缺', stateMet: '齐', unfit: '另有 {{count}} 份形式不符',
    'issued-document': '正式文件', 'explanatory-report': '说明报告', photo: '照片', 'statistics-table': '统计表',
    met: '已齐', lacking: '尚缺', indicatorsWithout: '{{count}} 项指标尚无任何佐证',
    fingerprint: '指纹（SHA-256）', mediaType: '类型', taken: '拍摄时间', place: '地点', from_file: '取自图片', from_statement: '由建档人填写', reason: '理由', reusedFrom: '引用自', preview: '图片预览', noPreview: '这类文件不能预览，请下载查看。', credits: '计入的指标',
    withdraw: '撤回', credit: '计入其他指标', supersede: '以更好的替换', byEvidence: '用来替换的佐证编号', send: '提交', cancel: '取消', close: '关闭', addIndicator: '要计入的指标',
    choose: '选择文件', camera: '拍照', drop: '把文件拖到这里，或', files: '文件', limits: '图片（JPEG、PNG、WebP）、PDF、docx、xlsx、pptx、CSV、纯文本；每份不超过 50 MB。', placeAndTime: '图片自带的拍摄时间和地点是佐证的一部分', placeNote: '不勾选时，图片中的时间、地点和设备信息一律清除。', placeName: '地点说明',
    demand: '对应的任务', demandHint: '按本单位的任务选择；可选多项', upload: '上传 {{count}} 个文件', waiting: '等待', sending: '上传 {{percent}}%', checking: '核对中', done: '已建档', failed: '未成功', remove: '移除', stop: '停止', again: '重试', notAccepted: '不接受这种文件', chooseDemand: '请选择对应的任务或指标', open: '查看', provide: '补上', useOnFile: '用已建档的', todo: '办理', export: '导出 Excel', unproved: '这种形式不能证明 {{indicators}}；可用：{{formats}}。',
  },
  {
    title: 'Evidence', lead: 'Filed once, used by every campaign; each original is checked against its fingerprint, and pictures carry no hidden data.', onFile: 'On file', missing: 'What is missing', views: 'Views of the evidence',
    file: 'File evidence', pack: 'Download as a pack', packing: 'Verifying and packing…', download: 'Download the original', history: 'Replay its history', all: 'All', clear: 'Clear filters', more: 'Read another page', shown: '{{count}} shown', filters: 'Filters',
    campaign: 'Campaign', indicator: 'Indicator code', unit: 'Code of the unit', status: 'State', form: 'Form', level: 'Level', level1: 'City', level2: 'District', level3: 'Town', level4: 'Village',
    name: 'Title', of: 'Unit', for: 'Counts for', filedAt: 'Filed', filedBy: 'Filed by', size: 'Size', state: 'Missing or not', deadline: 'Deadline', accepted: 'Accepted forms', filedCount: 'On file', task: 'Task',
    filed: 'in force', withdrawn: 'withdrawn', superseded: 'superseded', none: 'No evidence matches.', noneMissing: 'Nothing is missing.', stateMissing: 'Missing', stateMet: 'Complete', unfit: '{{count}} more of another form',
    'issued-document': 'Issued document', 'explanatory-report': 'Explanatory report', photo: 'Photo', 'statistics-table': 'Statistics table',
    met: 'complete', lacking: 'missing', indicatorsWithout: '{{count}} indicators without any evidence',
    fingerprint: 'Fingerprint (SHA-256)', mediaType: 'Type', taken: 'Taken', place: 'Place', from_file: 'read from the picture', from_statement: 'as stated', reason: 'Reason', reusedFrom: 'Uses the file of', preview: 'Preview of the picture', noPreview: 'This kind of file has no preview; download it to look at it.', credits: 'Indicators it counts for',
    withdraw: 'Withdraw', credit: 'Count for other indicators', supersede: 'Replace by a better one', byEvidence: 'Id of the better evidence', send: 'Send', cancel: 'Cancel', close: 'Close', addIndicator: 'Indicators to count for',
    choose: 'Choose files', camera: 'Take a photo', drop: 'Drop files here, or', files: 'Files', limits: 'Images (JPEG, PNG, WebP), PDF, docx, xlsx, pptx, CSV, plain text; at most 50 MB each.', placeAndTime: 'The time and place the picture carries are part of the evidence', placeNote: 'Without this, time, place and device are removed from the picture.', placeName: 'Place in words',
    demand: 'For which task', demandHint: 'From your unit’s tasks; several may be chosen', upload: 'Upload {{count}} files', waiting: 'waiting', sending: 'uploading {{percent}}%', checking: 'being checked', done: 'filed', failed: 'not filed', remove: 'Remove', stop: 'Stop', again: 'Try again', notAccepted: 'This kind of file is not accepted', chooseDemand: 'Choose the task or indicator it is for', open: 'Open', provide: 'Provide it', useOnFile: 'Use what is on file', todo: 'To do', export: 'Export to Excel', unproved: 'This form does not prove {{indicators}}; accepted: {{formats}}.',
  },
);
