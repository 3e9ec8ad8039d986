import { Link } from 'react-router-dom';
import { textsOf } from '../../language/language.js';
import { useFigures } from '../evidence/filters.js';

const useTexts = textsOf(
  'cockpit-evidence',
  { evidence: '佐证', counts: '应有 {{required}} · 已有 {{met}}', missing: '缺 {{missing}}', complete: '已齐' },
  { evidence: 'Evidence', counts: '{{met}} of {{required}} on file', missing: '{{missing}} missing', complete: 'complete' },
);

/** How much of a campaign's evidence is on file; what is missing opens the list, the next deadline first. */
export const EvidenceLine = ({ campaignId }: { campaignId: string }) => {
  const t = useTexts();
  const figures = useFigures().data?.items.find((one) => one.campaignId === campaignId);
  if (!figures || figures.required === 0) return null;
  const { required, met, missing } = figures;
  return (
    <p className="small soft campaign-evidence">
      {t('evidence')} {t('counts', { required, met })}{' · '}
      {missing > 0 ? <Link to={`/evidence?view=missing&campaignId=${campaignId}&order=deadline`}>{t('missing', { missing })}</Link> : t('complete')}
    </p>
  );
};
