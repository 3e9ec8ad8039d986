import { localDate, type Delegation, type DelegationRow, type RoleChangeRow } from '@zeren/organisation-domain';
import { roles as everyRole, type Caller } from '@zeren/kernel';
import { Button } from 'antd';
import { useId } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { usePages, useRead } from '../../api/reads.js';
import type { Page } from '../../api/rows.js';
import { PageFrame } from '../../design/page.js';
import { PostName } from '../../design/post-name.js';
import { useRoleNames } from '../../design/role-name.js';
import { Bones, Failure, Nothing, Resource } from '../../design/states.js';
import { UnitChoice } from '../../design/unit-choice.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { actIn } from '../../session/acting.js';
import type { Reading } from './access-plans.js';
import { useAccessTexts, useRoleMeaning } from './access.texts.js';
import { Delegations } from './delegations.js';
import { accessOf, type HeldPost } from './posts.js';
import { Posts } from './posts-list.js';

/** Posts of other officers whose work is the reader's to do today. */
const Mine = () => {
  const t = useAccessTexts();
  const { language } = useLanguage();
  const mine = useRead<Page<Delegation>>('/access/delegated-to-me', {}, { immediate: true });
  if (!mine.data || mine.data.items.length === 0) return null;
  return (
    <section className="sheet">
      <h2>{t('mine')}</h2>
      <ul className="plain stack">
        {mine.data.items.map(({ number, postId, from, until, reason }) => (
          <li key={number} className="apart">
            <span><b><PostName id={postId} /></b> <span className="soft">{dayOf(from, language)} – {dayOf(until, language)} · {reason}</span></span>
            <Button type="primary" onClick={() => actIn(postId)}>{t('actIn')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Meanings = () => {
  const [t, name, meaning] = [useAccessTexts(), useRoleNames(), useRoleMeaning()];
  return (
    <details className="sheet fold">
      <summary><h2>{t('meaning')}</h2></summary>
      <dl className="facts">
        {everyRole.map((role) => <div key={role} style={{ display: 'contents' }}><dt>{name(role)}</dt><dd>{meaning(role)}</dd></div>)}
      </dl>
      <p className="small soft">{t('token')}</p>
    </details>
  );
};

const useReading = (caller: Caller, unitId: string) => {
  const t = useAccessTexts();
  const roleName = useRoleNames();
  const { language, nameOf } = useLanguage();
  const posts = useRead<Page<HeldPost>>('/posts', { unitId, limit: 200 });
  const changes = useRead<Page<RoleChangeRow>>('/access/role-changes', { unitId, limit: 200 });
  const delegations = usePages<DelegationRow>('/access/delegations', { unitId, limit: 50 });
  const given = delegations.data?.pages.flatMap(({ items }) => items) ?? [];
  const reading: Reading = {
    caller, language, t, today: localDate(caller.now), tenantKind: caller.roles.includes('district-office') ? 'district' : 'city',
    posts: posts.data?.items ?? [], access: accessOf(changes.data?.items ?? [], given),
    roleName: (role) => roleName(role), postLabel: ({ name, holder }) => `${nameOf(name)} · ${holder?.officerId ?? t('vacant')}`,
  };
  return { reading, posts, changes: changes.data?.items ?? [], delegations, given };
};

const UnitAccess = ({ caller, unitId }: { caller: Caller; unitId: string }) => {
  const t = useAccessTexts();
  const { reading, posts, changes, delegations, given } = useReading(caller, unitId);
  return (
    <>
      <section className="sheet">
        <h2>{t('posts')}</h2>
        <Resource of={posts} lines={5} isEmpty={({ items }) => items.length === 0} empty={t('noPosts')}>
          {({ items }) => <Posts posts={items} changes={changes} reading={reading} />}
        </Resource>
      </section>
      <section className="sheet">
        <h2>{t('delegations')}</h2>
        {delegations.isError && <Failure failure={delegations.error} onAgain={() => void delegations.refetch()} />}
        {delegations.data && given.length === 0 && <Nothing>{t('noDelegations')}</Nothing>}
        {given.length > 0 && <Delegations rows={given} reading={reading} />}
        {delegations.hasNextPage && <Button onClick={() => void delegations.fetchNextPage()} loading={delegations.isFetchingNextPage}>{t('more')}</Button>}
      </section>
    </>
  );
};

const Access = ({ caller }: { caller: Caller }) => {
  const t = useAccessTexts();
  const id = useId();
  const [params, setParams] = useSearchParams();
  const unitId = params.get('unit') ?? caller.unitId;
  return (
    <>
      <Mine />
      <div className="filter" style={{ maxWidth: 420 }}>
        <label htmlFor={id}>{t('unit')}</label>
        <UnitChoice id={id} value={unitId} onChoose={(next) => setParams(next ? { unit: next } : {}, { replace: true })} />
      </div>
      <UnitAccess key={unitId} caller={caller} unitId={unitId} />
      <Meanings />
    </>
  );
};

/** Who holds which post, in which roles, and whose work is in whose hands. */
export const AccessPage = () => {
  const t = useAccessTexts();
  const caller = useCaller();
  return <PageFrame title={t('title')} lead={t('lead')}>{caller ? <Access caller={caller} /> : <Bones lines={10} />}</PageFrame>;
};
