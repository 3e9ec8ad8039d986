import { integrationNamesDecider, organisationRefusals, type IntegrationNames, type RenameIntegration } from '@zeren/organisation-domain';
import type { Caller } from '@zeren/kernel';
import { Button } from 'antd';
import { useState } from 'react';
import { useCaller } from '../../api/caller.js';
import type { NamedIntegration } from '../../design/integration.js';
import { refusalOf } from '../../design/refusal.js';
import { StepForm, type Said, type StepPlan } from '../../design/step-form.js';
import { textsOf, useLanguage } from '../../language/language.js';

const useTexts = textsOf(
  'rename-integration',
  { rename: '改名', zh: '中文名称', en: '英文名称', document: '依据文号' },
  { rename: 'Rename', zh: 'Name in Chinese', en: 'Name in English', document: 'Document it is renamed by' },
);

/** Those in whose roles a tenant gives names. */
const naming = ['city-office', 'district-office', 'leader'] as const;

/** What the tenant's own names are, as far as a form about one of the four needs them. */
const namesOf = ({ code, name, namedBy }: NamedIntegration, { tenantId }: Caller): IntegrationNames =>
  ({ names: namedBy === tenantId ? { [code]: name } : {}, sharedWith: [] });

const dataOf = ({ code }: NamedIntegration, { zh = '', en = '', document = '' }: Said): RenameIntegration['data'] => ({ code, name: { zh, en }, document, sharedWith: [] });

/** Gives one of the four integrations another name, under a document. */
export const RenameAction = ({ of: one }: { of: NamedIntegration }) => {
  const t = useTexts();
  const { language, nameOf } = useLanguage();
  const caller = useCaller();
  const [open, setOpen] = useState(false);
  if (!caller || !naming.some((role) => caller.roles.includes(role))) return null;
  const plan: StepPlan = {
    title: `${t('rename')} · ${nameOf(one.name)}`,
    first: { zh: one.name.zh, en: one.name.en },
    fields: [{ name: 'zh', label: t('zh') }, { name: 'en', label: t('en') }, { name: 'document', label: t('document') }],
    refusal: (said) => refusalOf(() => integrationNamesDecider.decide({ type: 'RenameIntegration', data: dataOf(one, said) }, namesOf(one, caller), caller), organisationRefusals, language),
    intent: (said) => {
      const { name, document } = dataOf(one, said);
      return { path: `/integrations/${one.code}/name`, body: { name, document } };
    },
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{t('rename')}</Button>
      {open && <StepForm plan={plan} onClose={() => setOpen(false)} />}
    </>
  );
};
