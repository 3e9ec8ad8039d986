import { documentFormats, type FieldDifference, type NamedIndicator, type Precondition, type StandardDifferences } from '@zeren/tasks-domain';
import type { ReactNode } from 'react';
import { Ledger, type Column } from '../../design/ledger.js';
import { Nothing } from '../../design/states.js';
import { StandardTarget } from '../../design/targets.js';
import { useLanguage } from '../../language/language.js';
import { CommitmentMark, EvidenceWord, FormatWords } from './indicator-says.js';
import { useStandardTexts } from './standards.texts.js';

type Line = { readonly key: string; readonly indicator: NamedIndicator; readonly difference: FieldDifference };

const Side = ({ difference, side }: { difference: FieldDifference; side: 'from' | 'to' }) => {
  const { nameOf } = useLanguage();
  switch (difference.field) {
    case 'name': return <>{nameOf(difference[side])}</>;
    case 'evidence': return <EvidenceWord evidence={difference[side]} />;
    case 'metric': {
      const metric = difference[side];
      return metric ? <StandardTarget {...metric} /> : <>—</>;
    }
    case 'commitment': {
      const said = difference[side];
      return said === 'ensure' || said === 'strive' ? <CommitmentMark commitment={said} /> : <>—</>;
    }
    case 'formats': {
      const said = difference[side].split(' ');
      return difference[side] === '' ? <>—</> : <FormatWords formats={documentFormats.filter((format) => said.includes(format))} />;
    }
    case 'category': return <>{difference[side]}</>;
  }
};

const useFieldName = () => {
  const t = useStandardTexts();
  return (difference: FieldDifference): string => {
    if (difference.field === 'name') return t('nameField');
    return difference.field === 'metric' ? `${t('metric')}${difference.metric === 'value' ? '' : ` ${difference.metric}`}` : t(difference.field);
  };
};

const Named = ({ title, lead, indicators }: { title: string; lead: string; indicators: readonly Precondition[] }) => {
  const t = useStandardTexts();
  const { nameOf } = useLanguage();
  if (indicators.length === 0) return null;
  const columns: readonly Column<Precondition>[] = [
    { key: 'name', title: lead, lead: true, cell: ({ name }) => nameOf(name) },
    { key: 'code', title: t('code'), cell: ({ code }) => <span className="mono nowrap">{code}</span> },
  ];
  return <Section title={`${title} ${indicators.length}`}><Ledger caption={title} columns={columns} rows={indicators} keyOf={({ code }) => code} /></Section>;
};

const Section = ({ title, children }: { title: string; children: ReactNode }) => <div><h3>{title}</h3>{children}</div>;

const Changed = ({ changed }: Pick<StandardDifferences, 'changed'>) => {
  const t = useStandardTexts();
  const { nameOf } = useLanguage();
  const fieldName = useFieldName();
  if (changed.length === 0) return null;
  const lines = changed.flatMap(({ fields, ...indicator }) => fields.map((difference, index): Line => ({ key: `${indicator.code}${index}`, indicator, difference })));
  const columns: readonly Column<Line>[] = [
    { key: 'indicator', title: t('indicator'), lead: true, cell: ({ indicator }) => <>{nameOf(indicator.name)} <span className="mono soft">{indicator.code}</span></> },
    { key: 'field', title: t('field'), cell: ({ difference }) => <span className="nowrap">{fieldName(difference)}</span> },
    { key: 'from', title: t('from'), cell: ({ difference }) => <Side difference={difference} side="from" /> },
    { key: 'to', title: t('to'), cell: ({ difference }) => <b><Side difference={difference} side="to" /></b> },
  ];
  return <Section title={`${t('changed')} ${changed.length}`}><Ledger caption={t('changed')} columns={columns} rows={lines} keyOf={({ key }) => key} /></Section>;
};

/** What one version says otherwise than another. */
export const Differences = ({ of }: { of: StandardDifferences }) => {
  const t = useStandardTexts();
  const conditions = [of.preconditionsAdded, of.preconditionsRemoved, of.negativeAdded, of.negativeRemoved];
  const isNone = [of.added, of.removed, of.changed, ...conditions].every(({ length }) => length === 0);
  return (
    <div className="stack">
      {isNone && <Nothing>{t('noDifference')}</Nothing>}
      <Named title={t('added')} lead={t('indicator')} indicators={of.added} />
      <Named title={t('removed')} lead={t('indicator')} indicators={of.removed} />
      <Changed changed={of.changed} />
      <Named title={t('conditionAdded')} lead={t('nameField')} indicators={of.preconditionsAdded} />
      <Named title={t('conditionRemoved')} lead={t('nameField')} indicators={of.preconditionsRemoved} />
      <Named title={t('negativeAdded')} lead={t('nameField')} indicators={of.negativeAdded} />
      <Named title={t('negativeRemoved')} lead={t('nameField')} indicators={of.negativeRemoved} />
      <p className="soft">{t('unchanged', { count: of.unchanged })}</p>
    </div>
  );
};
