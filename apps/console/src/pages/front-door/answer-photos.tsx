import type { PublicRequest } from '@zeren/requests-domain';
import { doorPath } from './door-frame.js';
import { useFrontDoorTexts } from './front-door.texts.js';

/** The photos that came with an answer on the public page; each opens whole. */
export const AnswerPhotos = ({ tenantId, request: { id, subject, photos } }: { tenantId: string; request: Pick<PublicRequest, 'id' | 'subject' | 'photos'> }) => {
  const t = useFrontDoorTexts();
  if (photos.length === 0) return null;
  return (
    <ul className="plain front-door-photos">
      {photos.map((hash, index) => {
        const address = `/api/v1${doorPath(tenantId)}/requests/${encodeURIComponent(id)}/photos/${hash}`;
        return <li key={hash}><a href={address} target="_blank" rel="noreferrer"><img src={address} loading="lazy" alt={t('photoOfAnswer', { number: index + 1, subject })} /></a></li>;
      })}
    </ul>
  );
};
