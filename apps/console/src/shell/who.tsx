import { useRead } from '../api/reads.js';
import type { Me } from '../api/rows.js';
import { useRoleNames } from '../design/role-name.js';
import { dayOf } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { useAccount } from '../session/session.js';

/** The signed-in tenant, unit and roles. */
export const Who = () => {
  const t = useRoleNames();
  const { nameOf, language } = useLanguage();
  const account = useAccount();
  const me = useRead<Me>('/me', {}, { immediate: true, fresh: 60_000 });
  const roles = account.roles.map((role) => t(role)).join(' · ');
  return (
    <div className="who">
      <b>{nameOf(me.data?.tenantName) || account.tenantId}{me.data?.unitName && ` · ${nameOf(me.data.unitName)}`}</b>
      <span>{me.data && `${dayOf(me.data.now, language)} · `}{roles} · {account.actorId}</span>
    </div>
  );
};
