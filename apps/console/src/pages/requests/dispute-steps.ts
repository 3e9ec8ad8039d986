import { addDays, localDate } from '@zeren/organisation-domain';
import { nextLevel, type MediationLevel } from '@zeren/requests-domain';
import { photosField, unitField } from './controls.js';
import { hashesIn, photosIn } from './photo-choice.js';
import { handling, words, type Reading, type Step } from './plans.js';

/** Days after which an agreement is looked after, where nobody says otherwise. */
const REVISIT_AFTER = 30;

/** Brings the parties together at the level whose turn it is, with the unit of that level where it happened. */
const beginning = ({ standing, line, t }: Reading, level: MediationLevel): Step => {
  const usual = line.find(({ kind }) => kind === level)?.unitId;
  return {
    title: `${t('beginMediation')} · ${t(level)}`, path: 'mediation', roles: handling, ...(usual !== undefined && { first: { mediatingUnitId: usual } }),
    fields: [unitField('mediatingUnitId', t('mediator'), t('findUnit'))],
    command: ({ mediatingUnitId = '' }) => ({ type: 'BeginMediation', data: { level, mediatingUnitId, mediatorLevel: mediatingUnitId === '' ? null : level, standing } }),
    body: ({ mediatingUnitId }) => ({ level, mediatingUnitId }),
  };
};

/** How a dispute is mediated: level by level, until there is an agreement that somebody looks after. */
export const disputeSteps = (reading: Reading): readonly Step[] => {
  const { request, standing, caller, t } = reading;
  if (request.content.kind !== 'dispute') return [];
  const level = nextLevel(request.mediation);
  return [
    ...(level ? [beginning(reading, level)] : []),
    {
      title: t('reachAgreement'), path: 'agreement', roles: handling, first: { revisitBy: addDays(localDate(caller.now), REVISIT_AFTER) },
      fields: [{ name: 'document', label: t('document') }, photosField(t('scan'), 1), { name: 'revisitBy', label: t('revisitBy'), date: true }],
      command: ({ document = '', photos, revisitBy = '' }) => {
        const [scan = null] = photosIn(photos);
        return { type: 'ReachAgreement', data: { document, hash: scan?.hash ?? null, scan, revisitBy, standing } };
      },
      body: ({ document, photos, revisitBy }) => ({ document, scan: hashesIn(photos)[0] ?? null, revisitBy }),
    },
    {
      title: t('failMediation'), path: 'mediation-failure', roles: handling, fields: [words('reason', t('reason'))],
      command: ({ reason = '' }) => ({ type: 'FailMediation', data: { reason, standing } }), body: ({ reason }) => ({ reason }),
    },
    {
      title: t('revisit'), path: 'revisit', roles: handling, first: { kept: 'yes' },
      fields: [{ name: 'kept', label: t('agreementIs'), beside: 'one', options: [{ value: 'yes', label: t('kept') }, { value: 'no', label: t('broken') }] }, words('note', t('note'))],
      command: ({ kept, note = '' }) => ({ type: 'RevisitAgreement', data: { kept: kept === 'yes', note, standing } }),
      body: ({ kept, note = '' }) => ({ kept: kept === 'yes', note }),
    },
  ];
};
