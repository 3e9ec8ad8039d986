import { refusalsOf, type RefusalDetails, type Refusals } from '@zeren/kernel';

/** Why the evidence context refuses, and what to do. */
export const evidenceRefusals = {
  'evidence-without-subject': {
    zh: '请指明佐证所对应的任务或创建指标。',
    en: 'Say which task or which campaign’s indicator the evidence is for.',
  },
  'evidence-credit-repeated': {
    zh: '指标 {indicator} 重复列出。',
    en: 'Indicator {indicator} is named twice.',
  },
  'evidence-campaign-unknown': {
    zh: '没有创建 {campaign}，或您的单位未参加。',
    en: 'There is no campaign {campaign}, or you take no part in it.',
  },
  'evidence-indicator-unknown': {
    zh: '创建 {campaign} 的标准中没有指标 {indicator}。',
    en: 'The standard of campaign {campaign} has no indicator {indicator}.',
  },
  'evidence-task-unknown': {
    zh: '没有任务 {task}。',
    en: 'There is no task {task}.',
  },
  'evidence-task-differs': {
    zh: '任务 {task} 对应的不是该创建的该项指标。',
    en: 'Task {task} is not of that campaign and indicator.',
  },
  'evidence-task-of-another-unit': {
    zh: '任务 {task} 不由单位 {unit} 牵头或配合。',
    en: 'Unit {unit} neither leads nor supports task {task}.',
  },
  'evidence-campaigns-of-two-owners': {
    zh: '一份佐证只能计入同一组织方的创建；对另一组织方的创建，请引用同一文件另行建档。',
    en: 'One piece of evidence counts for campaigns of one owner; for another owner’s, file a reference to the same file.',
  },
  'evidence-too-many': {
    zh: '单位 {unit} 在指标 {indicator} 下已有 {count} 份佐证，最多 {limit} 份；请先撤回不再需要的。',
    en: 'Unit {unit} has {count} pieces of evidence for indicator {indicator}, of at most {limit}; withdraw what is no longer needed.',
  },
  'evidence-unit-not-yours': {
    zh: '您不能替单位 {unit} 办理佐证。',
    en: 'You do not act for unit {unit} here.',
  },
  'evidence-format-unfit': {
    zh: '照片必须是图片文件，收到的是 {mediaType}。',
    en: 'A photo is an image file; this is {mediaType}.',
  },
  'evidence-form-not-accepted': {
    zh: '标准为指标 {indicator} 规定了可接受的材料形式，这种形式不在其中。',
    en: 'The standard names the forms of document it accepts for indicator {indicator}; this is not one of them.',
  },
  'evidence-place-wrong': {
    zh: '纬度须在 -90 到 90 之间，经度须在 -180 到 180 之间。',
    en: 'A latitude lies between -90 and 90, a longitude between -180 and 180.',
  },
  'evidence-exists': {
    zh: '该佐证已按其他内容建档。',
    en: 'This evidence is already filed, with other content.',
  },
  'evidence-not-filed': {
    zh: '没有这份佐证。',
    en: 'There is no such evidence.',
  },
  'evidence-not-in-force': {
    zh: '该佐证已撤回或被替换，不能再办理。',
    en: 'This evidence was withdrawn or superseded; nothing more can be done with it.',
  },
  'evidence-reason-missing': {
    zh: '请写明理由。',
    en: 'State the reason.',
  },
  'evidence-successor-itself': {
    zh: '佐证不能由自己替换。',
    en: 'Evidence cannot supersede itself.',
  },
  'evidence-successor-not-in-force': {
    zh: '用来替换的佐证不存在、不属于同一单位，或已撤回。',
    en: 'The better evidence does not exist, is another unit’s, or is no longer in force.',
  },
  'evidence-successor-lacks-credit': {
    zh: '用来替换的佐证尚未计入指标 {indicator}。',
    en: 'The better evidence is not credited to indicator {indicator} yet.',
  },
  'record-evidence-unknown': {
    zh: '没有佐证 {evidence}。',
    en: 'There is no evidence {evidence}.',
  },
  'record-day-wrong': {
    zh: '日期 {day} 不是有效日期，或止日早于起日。',
    en: '{day} is no date of the calendar, or the last day is before the first.',
  },
  'record-count-wrong': {
    zh: '人数须为非负整数。',
    en: 'People are counted in whole numbers of at least 0.',
  },
  'record-exists': {
    zh: '该记录已按其他内容登记。',
    en: 'This record is already made, with other content.',
  },
  'record-unknown': {
    zh: '没有这条记录。',
    en: 'There is no such record.',
  },
  'record-withdrawn': {
    zh: '该记录已撤回。',
    en: 'This record was withdrawn.',
  },
  'survey-without-answers': {
    zh: '没有人作答的调查不能登记。',
    en: 'A survey nobody answered is none.',
  },
  'survey-counts-wrong': {
    zh: '作答人数不能多于受访人数，肯定人数不能多于作答人数。',
    en: 'No more can answer than were asked, and no more be in favour than answered.',
  },
  'training-without-attendance': {
    zh: '请写明哪些单位参加。',
    en: 'Say which units attended.',
  },
  'training-unit-repeated': {
    zh: '单位 {unit} 重复列出。',
    en: 'Unit {unit} is named twice.',
  },
  'training-attendance-wrong': {
    zh: '单位 {unit} 的实到人数不能多于应到人数。',
    en: 'No more of unit {unit} can attend than were invited.',
  },
  'experience-promoted-by-owner': {
    zh: '只有创建的组织方可以推广经验。',
    en: 'Only the campaign’s owner recommends an experience.',
  },
  'experience-without-document': {
    zh: '请写明推广文件及其文号。',
    en: 'Name the recommending document, with its number.',
  },
  'experience-promoted': {
    zh: '该经验已按另一文件推广。',
    en: 'This experience is already recommended, by another document.',
  },
  'experience-not-promoted': {
    zh: '该经验尚未推广。',
    en: 'This experience is not recommended yet.',
  },
  'experience-own': {
    zh: '经验由其他单位采用，不由自己采用。',
    en: 'An experience is taken up by others than the unit it comes from.',
  },
  'evidence-type-not-accepted': {
    zh: '不接受 {mediaType} 类型的文件；请提交图片（JPEG、PNG、WebP）、PDF、docx、xlsx、pptx、CSV 或纯文本。',
    en: 'Files of type {mediaType} are not accepted; send an image (JPEG, PNG, WebP), PDF, docx, xlsx, pptx, CSV or plain text.',
  },
  'evidence-image-without-place-and-time': {
    zh: '图片中没有拍摄时间和地点；请改为填写，或不以其为佐证。',
    en: 'The image carries neither time nor place; state them, or do not claim them as evidence.',
  },
  'evidence-place-and-time-twice': {
    zh: '时间和地点要么取自图片，要么填写，不能两者兼有。',
    en: 'Time and place come either from the image or from your statement, not from both.',
  },
  'evidence-place-and-time-of-no-image': {
    zh: '只有图片才能提供拍摄时间和地点。',
    en: 'Only an image carries the time and place it was taken.',
  },
  'evidence-pack-empty': {
    zh: '没有可打包的佐证。',
    en: 'There is no evidence to pack.',
  },
  'evidence-pack-too-large': {
    zh: '佐证超过 {limit} 份，请按指标分别打包。',
    en: 'There are more than {limit} pieces of evidence; pack them indicator by indicator.',
  },
} as const satisfies Refusals;

export const refuse: (code: keyof typeof evidenceRefusals, field?: string, details?: RefusalDetails) => never =
  refusalsOf(evidenceRefusals);
