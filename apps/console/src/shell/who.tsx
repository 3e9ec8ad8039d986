import type { Role } from '@zeren/kernel';
import { useRead } from '../api/reads.js';
import type { Me } from '../api/rows.js';
import { dayOf } from '../language/dates.js';
import { textsOf, useLanguage } from '../language/language.js';
import { useAccount } from '../session/session.js';

const useTexts = textsOf<Role>(
  'roles',
  {
    operator: '平台运营', 'city-office': '市创城办', 'district-office': '县区创城办', officer: '承办人', leader: '领导',
    inspector: '督查', hotline: '热线话务', 'performance-office': '考核办', assessor: '第三方测评', auditor: '审计', integrator: '系统集成',
  },
  {
    operator: 'operator', 'city-office': 'city office', 'district-office': 'district office', officer: 'officer', leader: 'leader',
    inspector: 'inspector', hotline: 'hotline', 'performance-office': 'performance office', assessor: 'assessor', auditor: 'auditor', integrator: 'integrator',
  },
);

/** The signed-in tenant, unit and roles. */
export const Who = () => {
  const t = useTexts();
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
