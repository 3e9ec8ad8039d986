import type { SimilarRequest } from '@zeren/requests-domain';
import { Button } from 'antd';
import { useRead } from '../../api/reads.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { doorPath } from './door-frame.js';
import type { DoorSaid } from './filing.js';
import { useFrontDoorTexts, usePublicStates } from './front-door.texts.js';

/** Open requests that may be the same, once class and place are known. */
export const SimilarRequests = ({ tenantId, said, onSay }: { tenantId: string; said: DoorSaid; onSay: (change: Partial<DoorSaid>) => void }) => {
  const t = useFrontDoorTexts();
  const state = usePublicStates();
  const { language } = useLanguage();
  const areaUnitId = said.areas.at(-1);
  const params = { matterCode: said.matter?.code, areaUnitId, ...(said.point ?? {}) };
  const similar = useRead<{ readonly items: readonly SimilarRequest[] }>(`${doorPath(tenantId)}/similar`, params, { immediate: true, enabled: said.matter !== null && areaUnitId !== undefined });
  const items = said.matter && areaUnitId ? (similar.data?.items ?? []) : [];
  if (items.length === 0) return null;
  return (
    <section className="sheet stack" aria-live="polite">
      <h2>{t('similar')}</h2>
      <p className="soft">{t('similarLead')}</p>
      <ul className="plain front-door-similar">
        {items.map(({ id, subject, state: at, askedBy, filedAt }) => (
          <li key={id} className="apart">
            <span><b>{subject}</b><br /><span className="small soft">{state(at)} · {t('askedBy', { count: askedBy })} · {dayOf(filedAt, language)}</span></span>
            {said.sameAs === id
              ? <span className="row"><span role="status">{t('joined')}</span><Button size="small" type="link" onClick={() => onSay({ sameAs: null })}>{t('notSame')}</Button></span>
              : <Button className="large" onClick={() => onSay({ sameAs: id })}>{t('meToo')}</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
};
