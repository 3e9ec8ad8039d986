import { partStatusText, type PartRow } from '@zeren/tasks-domain';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { usePartTexts } from '../task/parts.texts.js';

/** What the reader's unit has to do in joint tasks that others lead. */
export const OwnParts = () => {
  const t = usePartTexts();
  const { language, nameOf } = useLanguage();
  const parts = useRead<Page<PartRow>>('/joint-parts', { mine: 'true', limit: 50 });
  const rows = (parts.data?.items ?? []).filter(({ status }) => status === 'dispatched' || status === 'accepted');
  if (rows.length === 0) return null;
  return (
    <section className="sheet">
      <h2>{t('mine')}</h2>
      <Ledger caption={t('mine')} rows={rows} keyOf={idOf} columns={[
        { key: 'task', title: t('whole'), lead: true, cell: ({ taskId, task }) => <Link to={`/tasks/${taskId}`}>{nameOf(task.name)}</Link> },
        { key: 'what', title: t('what'), wide: true, cell: ({ what }) => what },
        { key: 'quantity', title: t('quantity'), end: true, cell: ({ quantity }) => <span className="nowrap">{quantity ? `${quantity.value} ${quantity.unit}` : '—'}</span> },
        { key: 'due', title: t('due'), cell: ({ dueAt }) => <span className="nowrap">{dayOf(dueAt, language)}</span> },
        { key: 'state', title: t('state'), cell: ({ status }) => <Mark tone="strong">{nameOf(partStatusText[status])}</Mark> },
      ]} />
    </section>
  );
};
