import { PostName } from '../design/post-name.js';
import { textsOf } from '../language/language.js';
import { actIn } from '../session/acting.js';
import { useAccount } from '../session/session.js';

const useTexts = textsOf('acting', { actingIn: '正在代行岗位', back: '回到本人岗位' }, { actingIn: 'Acting in the post', back: 'Back to my own post' });

/** Says in whose post the reader acts, where it is not the reader's own, and leads back. */
export const Acting = () => {
  const t = useTexts();
  const { postId, ownPostId } = useAccount();
  if (ownPostId === undefined) return null;
  return (
    <div className="shell-acting row" role="status">
      <span>{t('actingIn')} <b><PostName id={postId} /></b></span>
      <button type="button" className="as-link" onClick={() => actIn(undefined)}>{t('back')}</button>
    </div>
  );
};
