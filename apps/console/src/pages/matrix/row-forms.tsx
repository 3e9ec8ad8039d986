import type { MatrixRow } from '@zeren/organisation-domain';
import { StepForm, type Said, type StepField, type StepPlan } from '../../design/step-form.js';
import { UnitChoice, UnitsChoice } from '../../design/unit-choice.js';
import { useClaimTexts, useMatrixTexts } from './matrix.texts.js';

const path = '/responsibility-matrix/changes';
const missing = (sentence: string, field: string) => ({ code: 'validation-failed', field, sentence });

const useVersionFields = (): readonly StepField[] => {
  const t = useMatrixTexts();
  return [{ name: 'from', label: t('fromDay'), date: true }, { name: 'reason', label: t('reason'), lines: true }, { name: 'document', label: t('anyDocument') }];
};

const versionOf = ({ from, reason = '', document }: Said) => ({ ...(from && { from }), reason, document: document || null });

/** Adds a row to the matrix, as its next version. */
export const AddRow = ({ onClose }: { onClose: () => void }) => {
  const t = useMatrixTexts();
  const claim = useClaimTexts();
  const version = useVersionFields();
  const plan: StepPlan = {
    title: t('addTitle'),
    first: { claim: 'block' },
    fields: [
      { name: 'area', label: t('area'), control: ({ id, value, onSay }) => <UnitChoice id={id} value={value} onChoose={onSay} areas /> },
      { name: 'matter', label: t('matterCode') },
      { name: 'claim', label: t('claim'), beside: 'one', options: (['block', 'line'] as const).map((value) => ({ value, label: claim(value) })) },
      { name: 'lead', label: t('lead_'), control: ({ id, value, onSay }) => <UnitChoice id={id} value={value} onChoose={onSay} /> },
      { name: 'supporting', label: t('supporting'), control: ({ id, value, onSay }) => <UnitsChoice id={id} value={value} onChoose={onSay} /> },
      ...version,
    ],
    refusal: ({ area, matter, lead, reason = '' }) => {
      if (!area || !matter || !lead) return missing(t('leadNeeded'), 'leadUnitId');
      return reason.trim() === '' ? missing(t('reasonNeeded'), 'reason') : undefined;
    },
    intent: (said) => ({
      path,
      body: {
        ...versionOf(said), endedRowIds: [],
        entries: [{
          areaUnitId: said['area'], matterCode: said['matter']?.trim().toUpperCase(), claim: said['claim'], leadUnitId: said['lead'], supportingUnitIds: said['supporting'] ? said['supporting'].split(' ') : [],
          officerPostId: null,
        }],
      },
    }),
  };
  return <StepForm plan={plan} onClose={onClose} />;
};

/** Ends a row of the matrix, as its next version. */
export const EndRow = ({ row, onClose }: { row: MatrixRow; onClose: () => void }) => {
  const t = useMatrixTexts();
  const plan: StepPlan = {
    title: `${t('endTitle')} · ${row.areaUnitId} · ${row.matterCode}`,
    fields: useVersionFields(),
    refusal: ({ reason = '' }) => (reason.trim() === '' ? missing(t('reasonNeeded'), 'reason') : undefined),
    intent: (said) => ({ path, body: { ...versionOf(said), entries: [], endedRowIds: [row.rowId] } }),
  };
  return <StepForm plan={plan} onClose={onClose} />;
};
