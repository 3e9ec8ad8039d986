import type { PostingRow } from '@zeren/tasks-domain';
import { Mark } from '../../design/lamp.js';
import { usePostingTexts } from './postings.texts.js';

/** Whether a posting is open, over and waiting for its award, taken or closed. */
export const PostingMark = ({ row, now }: { row: PostingRow; now: string }) => {
  const t = usePostingTexts();
  const isOver = row.status === 'open' && now > row.closesAt;
  return <Mark tone={isOver ? 'seal' : 'strong'}>{t(isOver ? 'over' : row.status)}</Mark>;
};
