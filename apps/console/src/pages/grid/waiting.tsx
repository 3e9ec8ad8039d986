import { Button } from 'antd';
import { Spoken } from '../../design/spoken.js';
import { timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useGridTexts } from './grid.texts.js';
import type { Draft } from './outbox.js';
import type { Outbox } from './use-outbox.js';

const Line = ({ draft, isBlocked, outbox }: { draft: Draft; isBlocked: boolean; outbox: Outbox }) => {
  const t = useGridTexts();
  const { language } = useLanguage();
  const { refusal, photos, attempts } = draft;
  return (
    <li className="card stack">
      <div>
        <b>{t(draft.step)}</b> · {draft.subject}
        <div className="small soft">
          {t('madeAt', { time: timeOf(draft.madeAt, language) })}{photos.length > 0 && ` · ${t('photos', { count: photos.length })}`}{attempts > 1 && ` · ${t('attempts', { count: attempts })}`}
          {isBlocked && ` · ${t('blocked')}`}
        </div>
      </div>
      {refusal && (
        <>
          <p className="grid-refused" role="alert"><Spoken sentence={t('refused', { reason: refusal.sentence })} /></p>
          <div className="row">
            <Button size="large" onClick={() => void outbox.retry(draft)}>{t('again')}</Button>
            <Button size="large" danger onClick={() => void outbox.giveUp(draft)}>{t('drop')}</Button>
          </div>
        </>
      )}
    </li>
  );
};

/** What is still on this phone: what waits for the network, what was refused and why. */
export const Waiting = ({ outbox }: { outbox: Outbox }) => {
  const t = useGridTexts();
  const { drafts, isSending, send } = outbox;
  if (drafts.length === 0) return null;
  const isBlocked = (draft: Draft): boolean => {
    const before = drafts.slice(0, drafts.indexOf(draft));
    return before.some(({ requestId, refusal }) => requestId === draft.requestId && refusal !== null);
  };
  return (
    <section className="sheet stack grid-waiting" aria-label={t('waiting', { count: drafts.length })}>
      <div className="apart">
        <h2>{t('waiting', { count: drafts.length })}</h2>
        <Button size="large" loading={isSending} onClick={() => void send()}>{t('sendNow')}</Button>
      </div>
      <p className="small soft">{t('waitingLead')}</p>
      <ul className="plain cards">{drafts.map((draft) => <Line key={draft.key} draft={draft} isBlocked={isBlocked(draft)} outbox={outbox} />)}</ul>
    </section>
  );
};
