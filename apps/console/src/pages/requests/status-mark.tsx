import type { RequestStatus } from '@zeren/requests-domain';
import { Mark } from '../../design/lamp.js';
import { useStatusTexts } from './request.texts.js';

const waiting: readonly RequestStatus[] = ['filed', 'unowned', 'return-asked', 'reported'];

/** How far a request is. */
export const StatusMark = ({ status }: { status: RequestStatus }) => {
  const t = useStatusTexts();
  return <Mark tone={waiting.includes(status) ? 'seal' : 'strong'}>{t(status)}</Mark>;
};
