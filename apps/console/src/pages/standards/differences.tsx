import type { EvidenceKind, FieldDifference, NamedIndicator, StandardDifferences } from '@zeren/tasks-domain';
import type { ReactNode } from 'react';
import { Ledger, type Column } from '../../design/ledger.js';
import { Nothing } from '../../design/states.js';
import { StandardTarget } from '../../design/targets.js';
import { useLanguage } from '../../language/language.js';
import { useStandardTexts } from './standards.texts.js';

type Line = { readonly key: string; readonly indicator: NamedIndicator; readonly difference: FieldDifference };

const evidenceWord = { document: 'document', field: 'fieldCheck', survey: 'survey', statistics: 'statistics' } as const satisfies Record<EvidenceKind, string>;

const Side = ({ difference, side }: { difference: FieldDifference; side: 'from' | 'to' }) => {
  const t = useStandardTexts();
  const { nameOf } = useLanguage();
  switch (difference.field) {
    case 'name': return <>{nameOf(difference[side])}</>;
    case 'evidence': return <>{t(evidenceWord[difference[side]])}</>;
    case 'metric': {
      const metric = difference[side];
      return metric ? <StandardTarget {...metric} /> : <>—</>;
    }
    case 'commitment': {
      const said = difference[side];
      return <>{said === 'ensure' || said === 'strive' ? t(said) : '—'}</>;
    }
    case 'category':
    case 'formats': return <>{difference[side] || '—'}</>;
  }
};

const useFieldName = () => {
  const t = useStandardTexts();
  return (difference: FieldDifference): string => {
    if (difference.field === 'name') return t('nameField');
    return difference.field === 'metric' ? `${t('metric')}${difference.metric === 'value' ? '' : ` ${difference.metric}`}` : t(difference.field);
  };
};

const Named = ({ title, indicators }: { title: string; indicators: readonly NamedIndicator[] }) => {
  const t = useStandardTexts();
  const { nameOf } = useLanguage();
  if (indicators.length === 0) return null;
  const columns: readonly Column<NamedIndicator>[] = [
    { key: 'name', title: t('indicator'), lead: true, cell: ({ name }) => nameOf(name) },
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
    { key: 'field', title: t('field'), cell: ({ difference }) => fieldName(difference) },
    { key: 'from', title: t('from'), cell: ({ difference }) => <Side difference={difference} side="from" /> },
    { key: 'to', title: t('to'), cell: ({ difference }) => <b><Side difference={difference} side="to" /></b> },
  ];
  return <Section title={`${t('changed')} ${changed.length}`}><Ledger caption={t('changed')} columns={columns} rows={lines} keyOf={({ key }) => key} /></Section>;
};

/** What one version says otherwise than another. */
export const Differences = ({ of }: { of: StandardDifferences }) => {
  const t = useStandardTexts();
  const isNone = of.added.length + of.removed.length + of.changed.length === 0;
  return (
    <div className="stack">
      {isNone && <Nothing>{t('noDifference')}</Nothing>}
      <Named title={t('added')} indicators={of.added} />
      <Named title={t('removed')} indicators={of.removed} />
      <Changed changed={of.changed} />
      <p className="soft">{t('unchanged', { count: of.unchanged })}</p>
    </div>
  );
};
