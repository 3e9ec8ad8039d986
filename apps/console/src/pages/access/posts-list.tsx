import type { RoleChangeRow } from '@zeren/organisation-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { Mark } from '../../design/lamp.js';
import { StepForm, type StepPlan } from '../../design/step-form.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { delegationPlan, mayDelegate, roleChangePlan, type Reading } from './access-plans.js';
import { useAccessTexts } from './access.texts.js';
import type { HeldPost } from './posts.js';

const Changes = ({ changes, roleName }: { changes: readonly RoleChangeRow[]; roleName: Reading['roleName'] }) => {
  const t = useAccessTexts();
  const { language } = useLanguage();
  if (changes.length === 0) return null;
  return (
    <ul className="plain small">
      {changes.map(({ id, role, held, from, reason }) => (
        <li key={id}><Mark tone={held ? 'strong' : 'seal'}>{t(held ? 'granted' : 'withdrawn')}</Mark> {roleName(role)} · {t('since', { date: dayOf(from, language) })} <span className="soft">{reason}</span></li>
      ))}
    </ul>
  );
};

type Chosen = { readonly onPlan: (plan: StepPlan) => void };

const Actions = ({ post, reading, onPlan }: { post: HeldPost; reading: Reading } & Chosen) => {
  const t = useAccessTexts();
  const { caller } = reading;
  const grants = caller.ownPostId === undefined && caller.postId !== post.id && (caller.roles.includes('city-office') || caller.roles.includes('district-office'));
  return (
    <span className="row">
      {grants && <Button size="small" onClick={() => onPlan(roleChangePlan('GrantRole', post, reading))}>{t('grant')}</Button>}
      {grants && <Button size="small" onClick={() => onPlan(roleChangePlan('WithdrawRole', post, reading))}>{t('withdraw')}</Button>}
      {mayDelegate({ id: post.id, unitId: post.unitId }, reading) && <Button size="small" onClick={() => onPlan(delegationPlan(post, reading))}>{t('delegate')}</Button>}
    </span>
  );
};

/** The posts of a unit, who holds them, what was changed of their roles, and what the reader may do about it. */
export const Posts = ({ posts, changes, reading }: { posts: readonly HeldPost[]; changes: readonly RoleChangeRow[]; reading: Reading }) => {
  const t = useAccessTexts();
  const { nameOf, language } = useLanguage();
  const [plan, setPlan] = useState<StepPlan>();
  return (
    <>
      <ul className="plain cards">
        {posts.map((post) => (
          <li key={post.id} className="card"><div className="stack">
            <div className="apart">
              <span><b>{nameOf(post.name)}</b> <span className="mono soft">{post.id}</span></span>
              <Actions post={post} reading={reading} onPlan={setPlan} />
            </div>
            <div className="small soft">{t('holder')} {post.holder ? <><span className="mono">{post.holder.officerId}</span> {t('since', { date: dayOf(post.holder.from, language) })}</> : t('vacant')}</div>
            <Changes changes={changes.filter(({ postId }) => postId === post.id)} roleName={reading.roleName} />
          </div></li>
        ))}
      </ul>
      {plan && <StepForm plan={plan} onClose={() => setPlan(undefined)} />}
    </>
  );
};
