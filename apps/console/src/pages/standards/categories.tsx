import type { Category, Indicator } from '@zeren/tasks-domain';
import { useState } from 'react';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { StandardTarget } from '../../design/targets.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { AcceptedFormats, CommitmentMark, EvidenceWord } from './indicator-says.js';

const useTexts = textsOf(
  'categories',
  {
    code: '编号', indicator: '指标', target: '要求', commitment: '承诺强度', evidence: '佐证', formats: '材料形式', placeholder: '未列名：来源未载其名称', recalled: '来源未载，凭通识',
    'basic-conditions': '基本条件', unassigned: '未列名项目（不计入类别）', list: '{{category}}：指标',
  },
  {
    code: 'Code', indicator: 'Indicator', target: 'Requirement', commitment: 'Commitment', evidence: 'Evidence', formats: 'Accepted forms', placeholder: 'not named: no source gives its name', recalled: 'not shown by a source',
    'basic-conditions': 'basic conditions', unassigned: 'items not named (outside the categories)', list: '{{category}}: indicators',
  },
);

const useColumns = (): readonly Column<Indicator>[] => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  return [
    {
      key: 'indicator', title: t('indicator'), lead: true,
      cell: ({ name, placeholder, verified }) => <>{nameOf(name)} {placeholder ? <Mark tone="seal">{t('placeholder')}</Mark> : !verified && <Mark>{t('recalled')}</Mark>}</>,
    },
    { key: 'code', title: t('code'), cell: ({ code }) => <span className="mono nowrap">{code}</span> },
    {
      key: 'target', title: t('target'), wide: true,
      cell: ({ metrics }) => <ul className="plain">{metrics.map((metric) => <li key={metric.code} className={metric.target.kind === 'by-area' ? undefined : 'nowrap'}><StandardTarget {...metric} /></li>)}</ul>,
    },
    { key: 'commitment', title: t('commitment'), cell: ({ commitment }) => (commitment ? <CommitmentMark commitment={commitment} /> : '—') },
    { key: 'evidence', title: t('evidence'), cell: ({ evidence }) => <span className="nowrap"><EvidenceWord evidence={evidence} /></span> },
    { key: 'formats', title: t('formats'), cell: (indicator) => <AcceptedFormats indicator={indicator} /> },
  ];
};

const CategorySection = ({ category, more, startOpen }: { category: Category; more: readonly Column<Indicator>[]; startOpen: boolean }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const [open, setOpen] = useState(startOpen);
  const columns = [...useColumns(), ...more];
  const name = nameOf(category.name);
  return (
    <details className="fold" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary><h3>{name} <span className="mono soft">{category.code}</span></h3><span className="row">{category.kind !== 'assessed' && <Mark>{t(category.kind)}</Mark>}<b>{category.indicators.length}</b></span></summary>
      {open && <Ledger caption={t('list', { category: name })} columns={columns} rows={category.indicators} keyOf={({ code }) => code} />}
    </details>
  );
};

/** Every indicator of a standard by category, with what it asks for, how firmly, and what proves it; and what a campaign adds to that. */
export const Categories = ({ categories, more = [] }: { categories: readonly Category[]; more?: readonly Column<Indicator>[] }) => (
  <>{categories.map((category, index) => <CategorySection key={category.code} category={category} more={more} startOpen={index === 0} />)}</>
);
