import type { DefinedMeasure, Direction, MappedIndicator, StandardDocumentRow, StandardRow } from '@zeren/tasks-domain';
import type { Caller } from '@zeren/kernel';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { useCommand } from '../../api/commands.js';
import { useRead, useReads } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { PageFrame } from '../../design/page.js';
import type { Refusal } from '../../design/refusal.js';
import { Failure, Nothing, Resource } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { Field } from '../task/form-parts.js';
import { MappingRow } from './mapping-editor.js';
import { emptyDraft, emptyRow, metricsOf, refusalOfDraft, withRow, type Draft } from './measure-draft.js';
import { useMeasureTexts } from './measures.texts.js';
import type { ServingMeasure } from './serving-measure.js';

const directions: readonly Direction[] = ['at-least', 'at-most', 'range', 'boolean'];
const FEWEST = 2;

type Writing = { readonly draft: Draft; readonly refusal: Refusal | undefined; readonly onWrite: (draft: Draft) => void };

/** What the measure is; laid down once. */
const Definition = ({ draft, refusal, onWrite }: Writing) => {
  const t = useMeasureTexts();
  const both = (field: 'name' | 'definition') => (['zh', 'en'] as const).map((language) => (
    <Field key={`${field}${language}`} name={`${field}.${language}`} label={t(`${field}${language === 'zh' ? 'Zh' : 'En'}`)} refusal={refusal}>
      {(id) => <Input id={id} lang={language === 'zh' ? 'zh-CN' : 'en'} maxLength={500} value={draft[field][language]} onChange={({ target }) => onWrite({ ...draft, [field]: { ...draft[field], [language]: target.value } })} />}
    </Field>
  ));
  return (
    <section className="sheet stack">
      <h2>{t('facts')}</h2>
      <Field name="code" label={t('code')} refusal={refusal}>{(id) => <Input id={id} maxLength={40} value={draft.code} onChange={({ target }) => onWrite({ ...draft, code: target.value.trim() })} />}</Field>
      {both('name')}
      {both('definition')}
      <div className="row">
        <Field name="unit" label={t('unit')} refusal={refusal}>{(id) => <Input id={id} maxLength={60} value={draft.unit} onChange={({ target }) => onWrite({ ...draft, unit: target.value })} />}</Field>
        <Field name="direction" label={t('direction')} refusal={refusal}>
          {(id) => <Select id={id} style={{ minWidth: 140 }} value={draft.direction} onChange={(direction: Direction) => onWrite({ ...draft, direction })} options={directions.map((value) => ({ value, label: t(value) }))} />}
        </Field>
      </div>
    </section>
  );
};

/** The indicators it maps, each with its relation and why. */
const Mapping = ({ draft, refusal, onWrite, versions, standards }: Writing & { readonly versions: readonly StandardRow[]; readonly standards: readonly StandardDocumentRow[] }) => {
  const t = useMeasureTexts();
  const { indicators } = draft;
  const write = (at: number, row: MappedIndicator) => onWrite(withRow(draft, at, row, metricsOf(standards)));
  const remove = (at: number) => onWrite({ ...draft, indicators: indicators.filter((_, index) => index !== at) });
  return (
    <section className="sheet stack">
      <h2>{t('mapping')}</h2>
      <ol className="plain cards">
        {indicators.map((row, at) => (
          <MappingRow key={at} at={at} row={row} versions={versions} standards={standards} refusal={refusal}
            onChange={(changed) => write(at, changed)} onRemove={indicators.length > FEWEST ? () => remove(at) : undefined} />
        ))}
      </ol>
      {refusal?.field === 'indicators' && <span className="why" role="alert">{refusal.sentence}</span>}
      <div><Button onClick={() => onWrite({ ...draft, indicators: [...indicators, emptyRow] })}>{t('add')}</Button></div>
    </section>
  );
};

type Editing = { readonly first: Draft; readonly measure: ServingMeasure | undefined; readonly versions: readonly StandardRow[]; readonly caller: Caller };

const stateOf = ({ code, name, definition, unit, direction, indicators, participantTenantIds }: ServingMeasure): DefinedMeasure =>
  ({ status: 'defined', content: { code, name, definition, unit, direction, indicators, participantTenantIds } });

const Editor = ({ first, measure, versions, caller }: Editing) => {
  const t = useMeasureTexts();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(first);
  const chosen = [...new Set(draft.indicators.map(({ standardId }) => standardId))].filter((id) => id !== '');
  const standards = useReads<StandardDocumentRow>(chosen.map((id) => `/standards/${encodeURIComponent(id)}`), { fresh: Infinity }).filter((one) => one !== undefined);
  const participantTenantIds = [...new Set(standards.flatMap((standard) => standard.participantTenantIds))];
  const said = measure ? draft : { ...draft, participantTenantIds };
  const refusal = refusalOfDraft(said, { measure: measure && stateOf(measure), standards, caller, language }, t('chooseIndicator'));
  const id = measure ? idOf(measure) : `${caller.tenantId}_${draft.code}`;
  const send = useCommand(() => navigate(`/measures/${id}`));
  const { reason, ...content } = said;
  const intent = measure
    ? { path: `/measures/${id}/revisions`, body: { indicators: draft.indicators, reason }, revision: measure.revision }
    : { path: '/measures', body: content };
  const writing = { draft, refusal, onWrite: setDraft };
  return (
    <>
      {!measure && <Definition {...writing} />}
      <Mapping {...writing} versions={versions} standards={standards} />
      <section className="sheet stack">
        {measure && <Field name="reason" label={t('why')} refusal={refusal}>{(field) => <Input id={field} maxLength={500} value={reason} onChange={({ target }) => setDraft((before) => ({ ...before, reason: target.value }))} />}</Field>}
        <div className="apart">
          <span className="why" role="status">{refusal?.sentence}</span>
          <Button type="primary" disabled={refusal !== undefined} loading={send.isPending} onClick={() => send.mutate(intent)}>{t(measure ? 'revise' : 'define')}</Button>
        </div>
        {send.isError && <Failure failure={send.error} />}
      </section>
    </>
  );
};

const Opened = ({ first, measure }: { first: Draft; measure: ServingMeasure | undefined }) => {
  const t = useMeasureTexts();
  const caller = useCaller();
  const versions = useRead<Page<StandardRow>>('/standards', { limit: 100 });
  if (!caller) return null;
  if (!caller.roles.includes('city-office')) return <Nothing>{t('officeOnly')}</Nothing>;
  return <Resource of={versions} lines={8}>{({ items }) => <Editor first={first} measure={measure} versions={items} caller={caller} />}</Resource>;
};

/** Lays down that indicators of several standards measure one thing. */
export const DefineMeasurePage = () => {
  const t = useMeasureTexts();
  return (
    <PageFrame title={t('define')} lead={t('defineLead')} crumbs={[{ to: '/measures', name: t('title') }]}>
      <Opened first={emptyDraft} measure={undefined} />
    </PageFrame>
  );
};

/** Maps the indicators of a measure anew, with the reason. */
export const ReviseMeasurePage = () => {
  const t = useMeasureTexts();
  const { nameOf } = useLanguage();
  const { id = '' } = useParams();
  const measure = useRead<ServingMeasure>(`/measures/${encodeURIComponent(id)}`);
  const crumbs = [{ to: '/measures', name: t('title') }, { to: `/measures/${id}`, name: nameOf(measure.data?.name) || id }];
  return (
    <PageFrame key={id} title={t('revise')} lead={t('reviseLead')} crumbs={crumbs}>
      <Resource of={measure} lines={12}>{(row) => <Opened first={{ ...row, reason: '' }} measure={row} />}</Resource>
    </PageFrame>
  );
};
