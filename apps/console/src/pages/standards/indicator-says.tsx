import { formatsAcceptedFor } from '@zeren/evidence-domain';
import type { Commitment, DocumentFormat, EvidenceKind, Indicator } from '@zeren/tasks-domain';
import { Mark } from '../../design/lamp.js';
import { textsOf } from '../../language/language.js';

const useTexts = textsOf(
  'indicator-says',
  {
    ensure: '确保', strive: '力争', byKind: '（按佐证方式）',
    document: '文件资料', field: '现场检查', survey: '问卷调查', statistics: '统计数据',
    'issued-document': '正式文件', 'explanatory-report': '说明报告', photo: '照片', 'statistics-table': '统计表',
  },
  {
    ensure: 'ensure', strive: 'strive', byKind: ' (by how it is checked)',
    document: 'documents', field: 'field check', survey: 'survey', statistics: 'statistics',
    'issued-document': 'issued document', 'explanatory-report': 'explanatory report', photo: 'photo', 'statistics-table': 'statistics table',
  },
);

/** How firmly an indicator is asked for. */
export const CommitmentMark = ({ commitment }: { commitment: Commitment }) => {
  const t = useTexts();
  return <Mark tone={commitment === 'ensure' ? 'seal' : 'strong'}>{t(commitment)}</Mark>;
};

/** How it is checked. */
export const EvidenceWord = ({ evidence }: { evidence: EvidenceKind }) => <>{useTexts()(evidence)}</>;

/** Forms of document, in words. */
export const FormatWords = ({ formats }: { formats: readonly DocumentFormat[] }) => {
  const t = useTexts();
  return <>{formats.map((format) => t(format)).join(' · ')}</>;
};

/** The forms of document that prove an indicator, and whether the standard itself names them. */
export const AcceptedFormats = ({ indicator: { evidence, formats } }: { indicator: Pick<Indicator, 'evidence' | 'formats'> }) => {
  const t = useTexts();
  return formats && formats.length > 0
    ? <FormatWords formats={formats} />
    : <><FormatWords formats={formatsAcceptedFor(evidence)} /><span className="small soft">{t('byKind')}</span></>;
};

/** All of it in one line, where there is little room: what the standard leaves unsaid is left out. */
export const IndicatorSays = ({ indicator: { commitment, evidence, formats = [] } }: { indicator: Indicator }) => (
  <span className="small soft">
    {commitment && <><CommitmentMark commitment={commitment} /> </>}
    <EvidenceWord evidence={evidence} />{formats.length > 0 && <> · <FormatWords formats={formats} /></>}
  </span>
);
