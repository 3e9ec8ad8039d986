import type { LeaderAssignmentRow } from '@zeren/organisation-domain';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { PostName } from '../../design/post-name.js';
import { Nothing, Resource } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { useLeadershipTexts } from './leadership.texts.js';

/** The leaders who answer for a place on a day: its own, then those of each area above it. */
export const AnsweringLeaders = ({ unitId, siteId, on }: { unitId: string; siteId?: string; on?: string | undefined }) => {
  const t = useLeadershipTexts();
  const { nameOf } = useLanguage();
  const answering = useRead<{ items: readonly LeaderAssignmentRow[] }>('/leader-assignments/answering', { unitId, siteId, on });
  return (
    <Resource of={answering} lines={2}>
      {({ items }) => (items.length === 0 ? <Nothing>{t('nobody')}</Nothing> : (
        <ol className="plain stack">
          {items.map((row) => (
            <li key={`${row.ownerTenantId}${row.id}`}>
              <Link to={`/leadership?postId=${encodeURIComponent(row.postId)}`}><PostName id={row.postId} /></Link>
              <div className="small soft">{t(row.targetKind)} · {nameOf(row.targetName)} · {row.duty}</div>
            </li>
          ))}
        </ol>
      ))}
    </Resource>
  );
};

/** The same below its heading, for the page of a unit or a site. */
export const WhoAnswers = (place: Parameters<typeof AnsweringLeaders>[0]) => {
  const t = useLeadershipTexts();
  return <><h3>{t('who')}</h3><AnsweringLeaders {...place} /></>;
};
