import { onboardingSheets, type TenantRow } from '@zeren/organisation-domain';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRead } from '../../api/reads.js';
import { PageFrame } from '../../design/page.js';
import { Failure, Nothing, Resource } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { saveWorkbook } from '../split-workbench/save-workbook.js';
import { DryRunReport, type RegisterDryRun } from './dry-run.js';
import { FileCheck } from './file-check.js';
import { useOnboardingTexts } from './onboarding.texts.js';

const path = '/organisation/imports';

/** A workbook to be saved, and what went wrong if it could not be. */
export const SaveButton = ({ from, name, children }: { from: string; name: string; children: string }) => {
  const save = useMutation({ mutationFn: () => saveWorkbook(from, name) });
  return (
    <>
      <Button loading={save.isPending} onClick={() => save.mutate()}>{children}</Button>
      {save.isError && <Failure failure={save.error} />}
    </>
  );
};

/** The levels of the reader's tenant, whose number and names are the tenant's own. */
const Levels = ({ tenantId }: { tenantId: string }) => {
  const t = useOnboardingTexts();
  const { nameOf } = useLanguage();
  const tenant = useRead<TenantRow>(`/tenants/platform_${tenantId}`);
  return (
    <section className="sheet">
      <h2>{t('levels')}</h2>
      <Resource of={tenant} lines={5}>
        {({ levels }) => (
          <ol className="plain stack">
            {levels.map((level, index) => <li key={level.zh} className="row"><span className="soft small">{t('levelNo', { level: index + 1 })}</span> <b>{nameOf(level)}</b></li>)}
          </ol>
        )}
      </Resource>
    </section>
  );
};

/** A city's whole organisation from one file: the template, the check with every error and every change, the import. */
export const OnboardingPage = () => {
  const t = useOnboardingTexts();
  const { nameOf } = useLanguage();
  const { tenantId, roles } = useAccount();
  const keeps = roles.includes('city-office') || roles.includes('district-office');
  const sheets = Object.values(onboardingSheets).map(({ name }) => nameOf(name)).join(' · ');
  return (
    <PageFrame title={t('title')} lead={t('lead')} crumbs={[{ to: '/organisation', name: t('organisation') }]}>
      {keeps
        ? (
          <div className="columns two">
            <section className="sheet"><h2>{t('bringIn')}</h2><FileCheck<RegisterDryRun> path={`${path}/workbook`} report={(of) => <DryRunReport of={of} />} /></section>
            <div className="stack">
              <section className="sheet stack">
                <h2>{t('files')}</h2>
                <p className="small soft">{t('sheets', { sheets })}</p>
                <div className="row">
                  <SaveButton from={`${path}/template`} name="register-template">{t('template')}</SaveButton>
                  <SaveButton from={`${path}/workbook`} name={`register-${tenantId}`}>{t('own')}</SaveButton>
                </div>
              </section>
              <Levels tenantId={tenantId} />
            </div>
          </div>
        )
        : <Nothing>{t('onlyOffice')}</Nothing>}
    </PageFrame>
  );
};
