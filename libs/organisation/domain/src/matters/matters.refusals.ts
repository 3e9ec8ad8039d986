import { refusalsOf, type Refusals } from '@zeren/kernel';

/** Why a catalogue of matters is refused, and what to do. */
export const matterRefusals = {
  'matters-empty': { zh: '目录至少要有一个大类和一个小类，最多 {limit} 个小类。', en: 'A catalogue has at least one major class and one class, and {limit} classes at most.' },
  'matter-repeated': { zh: '类别代码 {code} 出现两次。', en: 'Class {code} appears twice.' },
  'matter-code-wrong': { zh: '类别代码 {code} 应以所属大类代码加“-”开头。', en: 'The code of class {code} begins with that of its major class and a hyphen.' },
  'matter-major-unknown': { zh: '大类 {major} 不在目录中，或与小类 {code} 的性质不同。', en: 'Major class {major} is not in the catalogue, or of another kind than class {code}.' },
  'matter-code-reused': { zh: '类别代码 {code} 曾用于另一类事项，不能改作他用。', en: 'Code {code} stood for a class of another kind before and keeps its meaning.' },
  'matter-term-wrong': { zh: '类别 {code} 的时限须为正整数，同一单位的时限逐段不减。', en: 'Terms of class {code} are whole and positive, and do not shrink from stage to stage.' },
  'matters-document-required': { zh: '发布目录须有文号。', en: 'A catalogue is laid down by a document; give its number.' },
  'matters-date-wrong': { zh: '新版目录的生效日不能早于现行版本的 {validFrom}。', en: 'A new version begins no earlier than the present one, {validFrom}.' },
  'matters-of-the-city': { zh: '事项目录由市级统一发布，县区使用市的目录。', en: 'The city lays the catalogue down for all; a district works by its city\'s.' },
} as const satisfies Refusals;

export const refuseMatter: (
  code: keyof typeof matterRefusals, field?: string, details?: Readonly<Record<string, string | number>>,
) => never = refusalsOf(matterRefusals);
