import type { Role } from '@zeren/kernel';
import { textsOf } from '../language/language.js';

/** What each role is called. */
export const useRoleNames = textsOf<Role>(
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
