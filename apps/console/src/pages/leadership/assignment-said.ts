import type { AssignLeader, LeaderTarget, LeaderTargetKind, RegisterFindings } from '@zeren/organisation-domain';
import type { Said } from '../../design/step-form.js';

export const targetKinds = ['area', 'site', 'enterprise', 'chain'] as const satisfies readonly LeaderTargetKind[];
const isKind = (text: string): text is LeaderTargetKind => targetKinds.some((kind) => kind === text);

const unsaid = { postId: '', kind: 'area', place: '', site: '', code: '', zh: '', en: '', duty: '', from: '', until: '', document: '', reason: '' };

/** What is assigned; an area while nothing is said. */
export const kindIn = ({ kind = unsaid.kind }: Said): LeaderTargetKind => (isKind(kind) ? kind : 'area');

/** Which of the fields says what the leader answers for. */
const namedBy: Readonly<Record<LeaderTargetKind, 'place' | 'site' | 'code'>> = { area: 'place', enterprise: 'place', site: 'site', chain: 'code' };

/** The registers know the names of all but chains, which may say in which area they are. */
const targetOf = (said: typeof unsaid): LeaderTarget => {
  const kind = kindIn(said);
  return { kind, id: said[namedBy[kind]].trim(), name: { zh: said.zh, en: said.en || said.zh }, areaUnitId: kind === 'chain' ? said.place || null : null };
};

/** The body of an assignment. */
export const bodyOf = (said: Said) => {
  const whole = { ...unsaid, ...said };
  const { postId, duty, from, until, document, reason } = whole;
  return { postId, target: targetOf(whole), duty, from, until: until || null, document, reason };
};

/** What a browser does not know of the register is taken as favourable. */
export const commandOf = (said: Said): AssignLeader => {
  const data = bodyOf(said);
  const { kind, id, areaUnitId } = data.target;
  const place = areaUnitId ?? id;
  const name = { zh: id, en: id };
  const findings: RegisterFindings = {
    units: place === '' ? [] : [{ unitId: place, name, kind: kind === 'enterprise' ? 'external-party' : 'town', superiorUnitIds: [], tenantId: '' }],
    sites: id === '' ? [] : [{ siteId: id, name, areaUnitId: id }],
    posts: data.postId === '' ? [] : [{ postId: data.postId, unitId: '', kind: 'head', tenantId: '' }],
  };
  return { type: 'AssignLeader', data: { ...data, findings } };
};
