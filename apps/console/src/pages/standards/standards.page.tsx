import type { StandardRow } from '@zeren/tasks-domain';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Resource } from '../../design/states.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useStandardTexts } from './standards.texts.js';

const useColumns = (): readonly Column<StandardRow>[] => {
  const t = useStandardTexts();
  const { nameOf, language } = useLanguage();
  return [
    { key: 'name', title: t('name'), lead: true, cell: (row) => <Link to={`/standards/${idOf(row)}`}>{nameOf(row.name)}</Link> },
    { key: 'code', title: t('code'), cell: ({ code }) => <span className="mono">{code}</span> },
    { key: 'version', title: t('version'), end: true, cell: ({ version }) => version },
    {
      key: 'items', title: t('items'),
      cell: ({ declaredItems, declaredCategories, placeholders }) => <span className="row">{declaredItems} {t('items')} · {declaredCategories} {t('categories')}{placeholders > 0 && <Mark>{t('placeholders', { count: placeholders })}</Mark>}</span>,
    },
    { key: 'published', title: t('published'), cell: ({ publishedAt }) => <span className="nowrap">{dayOf(publishedAt, language)}</span> },
    { key: 'edition', title: t('edition'), wide: true, cell: ({ edition }) => edition },
  ];
};

/** Every version of every standard. */
export const StandardsPage = () => {
  const t = useStandardTexts();
  const columns = useColumns();
  const standards = useRead<Page<StandardRow>>('/standards', { limit: 100 });
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={<AsOf of={standards} />}>
      <section className="sheet">
        <Resource of={standards} lines={8} isEmpty={({ items }) => items.length === 0} empty={t('none')}>
          {({ items }) => <Ledger caption={t('title')} columns={columns} rows={items} keyOf={idOf} />}
        </Resource>
      </section>
    </PageFrame>
  );
};
