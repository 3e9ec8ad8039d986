import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { textsOf } from '../language/language.js';
import { completeSignIn } from './oidc.js';

const useTexts = textsOf(
  'callback',
  { wait: '正在完成登录…', failed: '登录没有完成。', again: '重新登录' },
  { wait: 'Finishing the sign-in…', failed: 'The sign-in was not finished.', again: 'Sign in again' },
);

let completion: Promise<string> | undefined;

/** Where the issuer sends the reader back. The code is redeemed once, even if React mounts twice. */
export const CallbackPage = () => {
  const t = useTexts();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    completion ??= completeSignIn();
    completion.then(
      (returnTo) => navigate(returnTo, { replace: true }),
      (reason: unknown) => setFailure(reason instanceof Error ? reason.message : String(reason)),
    ).finally(() => { completion = undefined; });
  }, [navigate]);
  return (
    <main style={{ padding: 40 }}>
      {failure === undefined
        ? <p role="status">{t('wait')}</p>
        : <div role="alert" className="stack"><h1>{t('failed')}</h1><code>{failure}</code><Link to="/sign-in">{t('again')}</Link></div>}
    </main>
  );
};
