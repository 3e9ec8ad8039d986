import { evidenceFormats, type EvidenceRow, type EvidenceStatus } from '@zeren/evidence-domain';
import { Button } from 'antd';
import { Link } from 'react-router-dom';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import type { Choose } from '../../design/chosen.js';
import { Mark } from '../../design/lamp.js';
import type { Column } from '../../design/ledger.js';
import { UnitName } from '../../design/unit-name.js';
import { timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { sizeText } from './evidence-state.js';
import { useEvidenceTexts } from './evidence.texts.js';
import { CampaignChoice, Choice, Code } from './filters.js';
import { PagedLedger } from '../../design/paged-ledger.js';

const filters = ['campaignId', 'indicatorCode', 'unitId', 'status', 'format'] as const;
const statuses: readonly EvidenceStatus[] = ['filed', 'withdrawn', 'superseded'];

const useColumns = (): readonly Column<EvidenceRow>[] => {
  const t = useEvidenceTexts();
  const { language } = useLanguage();
  return [
    { key: 'title', title: t('name'), lead: true, sortable: true, cell: (row) => <Link to={`/evidence/${idOf(row)}`}>{row.title}</Link> },
    { key: 'format', title: t('form'), cell: ({ format }) => <span className="nowrap">{t(format)}</span> },
    { key: 'unitId', title: t('of'), sortable: true, cell: ({ unitId }) => <UnitName id={unitId} /> },
    { key: 'credits', title: t('for'), cell: ({ credits }) => <span className="mono">{credits.map(({ indicatorCode }) => indicatorCode).join(' · ')}</span> },
    { key: 'status', title: t('status'), cell: ({ status }) => <Mark tone={status === 'filed' ? 'strong' : 'seal'}>{t(status)}</Mark> },
    { key: 'size', title: t('size'), end: true, cell: ({ size }) => sizeText(size) },
    { key: 'filedAt', title: t('filedAt'), sortable: true, cell: ({ filedAt }) => <span className="nowrap">{timeOf(filedAt, language)}</span> },
  ];
};

/** The evidence on file, filtered and sorted. */
export const EvidenceList = ({ params, onChoose, onClear }: { params: URLSearchParams; onChoose: Choose; onClear: () => void }) => {
  const t = useEvidenceTexts();
  const columns = useColumns();
  const sort = params.get('sort') ?? '-filedAt';
  const chosen = Object.fromEntries(filters.map((name) => [name, params.get(name) ?? undefined]));
  const pages = usePages<EvidenceRow>('/evidence', { ...chosen, sort, limit: 50 });
  return (
    <>
      <search className="filters" aria-label={t('filters')}>
        <CampaignChoice value={params.get('campaignId')} onChoose={onChoose} />
        <Code name="indicatorCode" label={t('indicator')} value={params.get('indicatorCode')} onChoose={onChoose} />
        <Code name="unitId" label={t('unit')} value={params.get('unitId')} onChoose={onChoose} />
        <Choice name="status" label={t('status')} value={params.get('status')} onChoose={onChoose} options={statuses.map((status) => ({ value: status, label: t(status) }))} />
        <Choice name="format" label={t('form')} value={params.get('format')} onChoose={onChoose} options={evidenceFormats.map((format) => ({ value: format, label: t(format) }))} />
        <Button onClick={onClear} disabled={filters.every((name) => !params.has(name))}>{t('clear')}</Button>
      </search>
      <PagedLedger pages={pages} caption={t('onFile')} columns={columns} empty={t('none')} sorting={{ by: sort, onSort: (by) => onChoose('sort', by) }} />
    </>
  );
};
