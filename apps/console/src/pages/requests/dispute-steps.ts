import { unitField } from './controls.js';
import { handling, orNull, words, type Reading, type Step } from './plans.js';

const levels = ['village', 'town', 'district'] as const;
const levelOf = (text: string | undefined) => levels.find((level) => level === text) ?? 'village';

/** At which level it is mediated next: one above the level where it failed. */
const nextLevel = ({ request }: Reading) => {
  const at = request.mediation === null ? -1 : levels.indexOf(request.mediation.level);
  return levels[Math.min(at + 1, levels.length - 1)] ?? 'village';
};

/** How a dispute is mediated: level by level, until there is an agreement that somebody looks after. */
export const disputeSteps = (reading: Reading): readonly Step[] => {
  const { standing, caller, t } = reading;
  if (reading.request.content.kind !== 'dispute') return [];
  return [
    {
      title: t('beginMediation'), path: 'mediation', roles: handling, first: { level: nextLevel(reading), mediatingUnitId: caller.unitId },
      fields: [{ name: 'level', label: t('level'), beside: 'one', options: levels.map((value) => ({ value, label: t(value) })) }, unitField('mediatingUnitId', t('mediator'), t('findUnit'))],
      command: ({ level, mediatingUnitId = '' }) => ({ type: 'BeginMediation', data: { level: levelOf(level), mediatingUnitId, standing } }),
      body: ({ level, mediatingUnitId }) => ({ level: levelOf(level), mediatingUnitId }),
    },
    {
      title: t('failMediation'), path: 'mediation-failure', roles: handling, fields: [words('reason', t('reason'))],
      command: ({ reason = '' }) => ({ type: 'FailMediation', data: { reason, standing } }), body: ({ reason }) => ({ reason }),
    },
    {
      title: t('reachAgreement'), path: 'agreement', roles: handling,
      fields: [{ name: 'document', label: t('document') }, { name: 'hash', label: t('hash') }, { name: 'revisitBy', label: t('revisitBy'), date: true }],
      command: ({ document = '', hash, revisitBy = '' }) => ({ type: 'ReachAgreement', data: { document, hash: orNull(hash), revisitBy, standing } }),
      body: ({ document, hash, revisitBy }) => ({ document, hash: orNull(hash), revisitBy }),
    },
    {
      title: t('revisit'), path: 'revisit', roles: handling, first: { kept: 'yes' },
      fields: [{ name: 'kept', label: t('mediation'), beside: 'one', options: [{ value: 'yes', label: t('kept') }, { value: 'no', label: t('broken') }] }, words('note', t('note'))],
      command: ({ kept, note = '' }) => ({ type: 'RevisitAgreement', data: { kept: kept === 'yes', note, standing } }),
      body: ({ kept, note = '' }) => ({ kept: kept === 'yes', note }),
    },
  ];
};
