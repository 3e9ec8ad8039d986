import { escalationDecider, organisationRefusals, type EscalatedMatter } from '@zeren/organisation-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { StepForm, type StepPlan } from '../../design/step-form.js';
import { refusalOf } from '../../design/refusal.js';
import { useCaller } from '../../api/caller.js';
import { useLanguage } from '../../language/language.js';
import { useCentreTexts } from './centre.texts.js';

/** Takes something up to the centre above, where whoever reads works below one. */
export const EscalateAction = ({ about }: { about: EscalatedMatter }) => {
  const t = useCentreTexts();
  const { language } = useLanguage();
  const caller = useCaller();
  const [isOpen, setOpen] = useState(false);
  if (!caller || !caller.roles.some((role) => role === 'officer' || role === 'leader' || role === 'district-office')) return null;
  const { unitId, tenantId } = caller;
  const plan: StepPlan = {
    title: t('raise'),
    first: { title: about.title },
    fields: [{ name: 'title', label: t('title2') }, { name: 'reason', label: t('raised'), lines: true }],
    // Which centre is above only the register says; what is wrong with the words does not depend on it.
    refusal: ({ reason = '', title = '' }) => refusalOf(
      () => escalationDecider.decide({ type: 'RaiseEscalation', data: { about: { ...about, title }, from: { unitId, tenantId }, to: { unitId, tenantId }, reason } }, escalationDecider.initialState, caller),
      organisationRefusals, language,
    ),
    intent: ({ reason = '', title = '' }) => ({ path: '/escalations', body: { about: { ...about, title }, reason } }),
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('raise')}</Button>
      {isOpen && <StepForm plan={plan} onClose={() => setOpen(false)} />}
    </>
  );
};
