import { integrationsInOrder, integrationText, type Integration } from '@zeren/organisation-domain';
import type { LocalisedText } from '@zeren/kernel';
import type { CampaignRow } from '@zeren/tasks-domain';
import { Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useRead } from '../api/reads.js';
import { textsOf, useLanguage } from '../language/language.js';
import { Mark } from './lamp.js';

const useTexts = textsOf('integration', { label: '四个融合', all: '全部', none: '未归类', byCampaign: '随创建' }, { label: 'Four integrations', all: 'All', none: 'Not classified', byCampaign: 'As its campaign' });

const hour = 3_600_000;

export type NamedIntegration = {
  readonly code: Integration;
  readonly name: LocalisedText;
  /** By which document, and by which tenant, it is called so; null where it is the usual name. */
  readonly document: string | null;
  readonly namedBy: string | null;
};

/** The four integrations by the names the tenant gives them. */
export const useIntegrations = (): readonly NamedIntegration[] => {
  const named = useRead<{ items: readonly NamedIntegration[] }>('/integrations', {}, { fresh: hour }).data?.items;
  return named ?? (Object.entries(integrationText) as [Integration, LocalisedText][]).map(([code, name]) => ({ code, name, document: null, namedBy: null }));
};

type Classified = { readonly own: readonly Integration[] | null; readonly campaignId: string };

/** Under which of them work counts: those of its own, or else its campaign's. */
export const useIntegrationsOf = ({ own, campaignId }: Classified): readonly Integration[] => {
  const campaign = useRead<CampaignRow>(`/campaigns/${encodeURIComponent(campaignId)}`, {}, { fresh: hour, enabled: own === null }).data;
  return own ?? campaign?.integrations ?? [];
};

/** The same shown, and whether they are its campaign's. */
export const IntegrationsOf = ({ own, campaignId }: Classified) => {
  const t = useTexts();
  const codes = useIntegrationsOf({ own, campaignId });
  return <span className="row"><IntegrationMarks codes={codes} />{own === null && codes.length > 0 && <span className="small soft">{t('byCampaign')}</span>}</span>;
};

const useOptions = (): { value: Integration; label: string }[] => {
  const { nameOf } = useLanguage();
  return useIntegrations().map(({ code, name }) => ({ value: code, label: nameOf(name) }));
};

const Labelled = ({ children }: { children: (id: string) => ReactNode }) => {
  const t = useTexts();
  const id = useId();
  return <div className="filter"><label htmlFor={id}>{t('label')}</label>{children(id)}</div>;
};

/** Cuts a board by one of the four integrations. */
export const IntegrationChoice = ({ value, onChoose }: { value: string | null; onChoose: (code: string | undefined) => void }) => {
  const t = useTexts();
  const options = [{ value: '', label: t('all') }, ...useOptions()];
  return (
    <Labelled>
      {(id) => <Select id={id} value={value ?? ''} popupMatchSelectWidth={false} onChange={(code: string) => onChoose(code || undefined)} options={options} />}
    </Labelled>
  );
};

/** Under which of them work counts by itself; none chosen, it counts as its campaign does. */
export const IntegrationsField = ({ value = [], onSay }: { value?: readonly Integration[] | undefined; onSay: (codes: readonly Integration[]) => void }) => {
  const t = useTexts();
  const options = useOptions();
  return (
    <Labelled>
      {(id) => (
        <Select id={id} mode="multiple" optionFilterProp="label" placeholder={t('byCampaign')} value={[...value]} onChange={(codes: Integration[]) => onSay(integrationsInOrder(codes))}
          options={options} />
      )}
    </Labelled>
  );
};

/** Under which of them something counts. */
export const IntegrationMarks = ({ codes }: { codes: readonly string[] }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const named = useIntegrations();
  if (codes.length === 0) return <span className="soft">{t('none')}</span>;
  return <span className="row">{codes.map((code) => <Mark key={code}>{nameOf(named.find((one) => one.code === code)?.name) || code}</Mark>)}</span>;
};
