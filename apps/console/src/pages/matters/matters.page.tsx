import { arbitrationTermOn, organisationRefusals, matterCatalogueDecider, type CatalogueReading, type CatalogueVersion, type MatterClass, type MatterClassDraft, type MatterKind, type PublishMatterCatalogue } from '@zeren/organisation-domain';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { useRead } from '../../api/reads.js';
import { Alternatives } from '../../design/alternatives.js';
import { Ledger } from '../../design/ledger.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { refusalOf } from '../../design/refusal.js';
import { AsOf, Nothing, Resource } from '../../design/states.js';
import { StepForm, type Said, type StepPlan } from '../../design/step-form.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useKindTexts, useLimitTexts, useMattersTexts, useTermTexts } from './matters.texts.js';

const kinds: readonly MatterKind[] = ['event', 'component', 'enterprise', 'dispute'];

const Stages = ({ stages }: Pick<MatterClass, 'stages'>) => {
  const term = useTermTexts();
  const { nameOf } = useLanguage();
  return <ul className="plain">{stages.map((stage) => <li key={stage.code} className="nowrap">{nameOf(stage.name)} · {term(stage.term.unit, { value: stage.term.value })}</li>)}</ul>;
};

const Classes = ({ name, classes }: { name: string; classes: readonly MatterClass[] }) => {
  const t = useMattersTexts();
  const limit = useLimitTexts();
  const { nameOf } = useLanguage();
  const unsaid = <span className="soft small">{t('unsaid')}</span>;
  return (
    <Ledger caption={name} rows={classes} keyOf={({ code }) => code} columns={[
      { key: 'name', title: t('name'), lead: true, cell: (row) => <><span className="mono soft">{row.code}</span> {nameOf(row.name)} {row.urgent && <Mark tone="seal">{t('urgent')}</Mark>}</> },
      { key: 'filing', title: t('filing'), wide: true, cell: ({ filingCondition }) => nameOf(filingCondition) || unsaid },
      { key: 'stages', title: t('stages'), wide: true, cell: ({ stages }) => <Stages stages={stages} /> },
      { key: 'closing', title: t('closing'), cell: ({ closingCondition }) => nameOf(closingCondition) || unsaid },
      { key: 'limits', title: t('limits'), cell: ({ limits }) => <Mark {...(limits === 'published' && { tone: 'strong' as const })}>{limit(limits)}</Mark> },
    ]} />
  );
};

const isFound = ({ code, name }: MatterClass, search: string): boolean =>
  search === '' || [code, name.zh, name.en].some((text) => text.toLowerCase().includes(search.toLowerCase()));

const Majors = ({ catalogue, kind, search }: { catalogue: CatalogueVersion; kind: MatterKind; search: string }) => {
  const t = useMattersTexts();
  const { nameOf } = useLanguage();
  const groups = catalogue.majors
    .filter((major) => major.kind === kind)
    .map((major) => ({ major, classes: catalogue.classes.filter((one) => one.majorCode === major.code && isFound(one, search)) }))
    .filter(({ classes }) => classes.length > 0);
  if (groups.length === 0) return <Nothing>{t('noneFound')}</Nothing>;
  return groups.map(({ major, classes }, index) => (
    <details key={major.code} className="fold" open={index === 0 || search !== ''}>
      <summary><h2>{nameOf(major.name)}</h2><span className="soft">{t('count', { count: classes.length })}</span></summary>
      <Classes name={nameOf(major.name)} classes={classes} />
    </details>
  ));
};

const draftOf = ({ limits, ...one }: MatterClass): MatterClassDraft =>
  ({ ...one, stages: limits === 'default' ? [] : one.stages, madeUp: limits === 'made-up' });

const arbitrationTermOf = (version: CatalogueVersion) => arbitrationTermOn({ versions: [version], kinds: {}, districtTenantIds: [] }, version.validFrom);

/** The classes stay, the tenant's own terms change: for those without a published one, and for arbitration. */
const useNewVersion = (catalogue: CatalogueVersion): StepPlan | undefined => {
  const t = useMattersTexts();
  const { language } = useLanguage();
  const caller = useCaller();
  if (!caller) return undefined;
  const bodyOf = (said: Said) => ({
    validFrom: said['validFrom'] ?? '', document: said['document'] ?? '', defaultTerm: { value: Number(said['term']), unit: 'working-day' as const },
    arbitrationTerm: { value: Number(said['arbitration']), unit: 'working-day' as const }, majors: catalogue.majors, classes: catalogue.classes.map(draftOf),
  });
  const commandOf = (said: Said): PublishMatterCatalogue => ({ type: 'PublishMatterCatalogue', data: { ...bodyOf(said), tenantKind: 'city', districtTenantIds: [] } });
  return {
    title: t('again'),
    first: { term: String(catalogue.defaultTerm.value), arbitration: String(arbitrationTermOf(catalogue).value), validFrom: catalogue.validFrom },
    fields: [{ name: 'term', label: t('term') }, { name: 'arbitration', label: t('arbitration') }, { name: 'validFrom', label: t('validFrom'), date: true }, { name: 'document', label: t('document') }],
    refusal: (said) => refusalOf(() => matterCatalogueDecider.decide(commandOf(said), { versions: [catalogue], kinds: {}, districtTenantIds: [] }, caller), organisationRefusals, language),
    intent: (said) => ({ path: '/matters/versions', body: bodyOf(said) }),
  };
};

const NewVersion = ({ catalogue }: { catalogue: CatalogueVersion }) => {
  const t = useMattersTexts();
  const [open, setOpen] = useState(false);
  const plan = useNewVersion(catalogue);
  if (!plan) return null;
  return <><Button onClick={() => setOpen(true)}>{t('again')}</Button>{open && <StepForm plan={plan} onClose={() => setOpen(false)} />}</>;
};

const Content = ({ reading: { catalogue, versions }, onVersion }: { reading: CatalogueReading; onVersion: (version: number) => void }) => {
  const t = useMattersTexts();
  const kindOf = useKindTexts();
  const term = useTermTexts();
  const { language } = useLanguage();
  const caller = useCaller();
  const [kind, setKind] = useState<MatterKind>('event');
  const [search, setSearch] = useState('');
  if (!catalogue) return <div className="sheet"><Nothing>{t('none')}</Nothing></div>;
  const arbitration = arbitrationTermOf(catalogue);
  const isLatest = catalogue.version === versions.at(-1)?.version;
  return (
    <>
      <search className="row" aria-label={t('search')}>
        <div className="filter">
          <label htmlFor="matters-version">{t('version')}</label>
          <Select id="matters-version" value={catalogue.version} onChange={onVersion} popupMatchSelectWidth={false}
            options={versions.map(({ version, validFrom }) => ({ value: version, label: t('versionOf', { version, date: dayOf(validFrom, language) }) })).reverse()} />
        </div>
        <div className="filter"><label htmlFor="matters-search">{t('search')}</label><Input id="matters-search" allowClear value={search} onChange={({ target }) => setSearch(target.value.trim())} /></div>
        <span className="small soft">{t('document')} {catalogue.document} · {t('count', { count: catalogue.classes.length })} · {t('defaultTerm', { term: term(catalogue.defaultTerm.unit, { value: catalogue.defaultTerm.value }) })} · {t('arbitrationTerm', { term: term(arbitration.unit, { value: arbitration.value }) })}</span>
        {isLatest && caller?.roles.includes('city-office') && <NewVersion catalogue={catalogue} />}
      </search>
      <section className="sheet">
        <Alternatives label={t('kinds')} chosen={kind} onChoose={(key) => setKind(kinds.find((one) => one === key) ?? kind)} options={kinds.map((key) => ({ key, name: kindOf(key) }))} />
        <Majors key={`${kind}${search === ''}`} catalogue={catalogue} kind={kind} search={search} />
      </section>
    </>
  );
};

/** What can be asked of the city, by class: when it is filed, within what it is handled, when it is closed. */
export const MattersPage = () => {
  const t = useMattersTexts();
  const [params, setParams] = useSearchParams();
  const version = params.get('version') ?? undefined;
  const reading = useRead<CatalogueReading>('/matters', { version }, { immediate: true });
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={<AsOf of={reading} />}>
      <Resource of={reading} lines={12}>
        {(one) => <Content reading={one} onVersion={(chosen) => setParams({ version: String(chosen) }, { replace: true })} />}
      </Resource>
    </PageFrame>
  );
};
