import type { MatrixCell } from '@zeren/organisation-domain';
import { useMatter } from '../../api/matters.js';
import { useUnitName } from '../../api/directory.js';
import { StepForm, type Said, type StepPlan } from '../../design/step-form.js';
import { UnitChoice, UnitsChoice } from '../../design/unit-choice.js';
import { useLanguage } from '../../language/language.js';
import { useMapTexts } from './responsibility-map.texts.js';

const useNamesOf = ({ areaUnitId, matterCode }: MatrixCell): { readonly area: string; readonly matter: string } => {
  const { nameOf } = useLanguage();
  return { area: nameOf(useUnitName(areaUnitId)) || areaUnitId, matter: nameOf(useMatter(matterCode)?.name) || matterCode };
};

const missing = (sentence: string, field: string) => ({ code: 'validation-failed', field, sentence });

/** Puts a cell to arbitration. */
export const ReferralForm = ({ cell, onClose }: { cell: MatrixCell; onClose: () => void }) => {
  const t = useMapTexts();
  const plan: StepPlan = {
    title: t('referTitle', useNamesOf(cell)),
    fields: [{ name: 'reason', label: t('reason'), lines: true }],
    refusal: ({ reason = '' }) => (reason.trim() === '' ? missing(t('reasonNeeded'), 'reason') : undefined),
    intent: ({ reason = '' }) => ({ path: '/responsibility-matrix/referrals', body: { areaUnitId: cell.areaUnitId, matterCode: cell.matterCode, reason } }),
  };
  return <StepForm plan={plan} onClose={onClose} />;
};

/** Rules which unit answers for a cell; what is wrong with the units the service says. */
export const RulingForm = ({ cell, onClose }: { cell: MatrixCell; onClose: () => void }) => {
  const t = useMapTexts();
  const refusal = ({ lead = '', reason = '' }: Said) => {
    if (lead === '') return missing(t('leadNeeded'), 'leadUnitId');
    return reason.trim() === '' ? missing(t('reasonNeeded'), 'reason') : undefined;
  };
  const plan: StepPlan = {
    title: t('ruleTitle', useNamesOf(cell)),
    fields: [
      { name: 'lead', label: t('lead_'), control: ({ id, value, onSay }) => <UnitChoice id={id} value={value} onChoose={onSay} /> },
      { name: 'supporting', label: t('supporting'), control: ({ id, value, onSay }) => <UnitsChoice id={id} value={value} onChoose={onSay} /> },
      { name: 'reason', label: t('reason'), lines: true },
      { name: 'document', label: t('document') },
    ],
    refusal,
    intent: ({ lead = '', supporting = '', reason = '', document = '' }) => ({
      path: '/responsibility-matrix/rulings',
      body: {
        areaUnitId: cell.areaUnitId, matterCode: cell.matterCode, leadUnitId: lead, supportingUnitIds: supporting === '' ? [] : supporting.split(' '), officerPostId: null, reason, document: document || null,
      },
    }),
  };
  return <StepForm plan={plan} onClose={onClose} />;
};
