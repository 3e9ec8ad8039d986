import { actsForUnit, type SurveyKind, type SurveyRow } from '@zeren/evidence-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import type { Column } from '../../design/ledger.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { EvidenceChoice, EvidenceLinks } from './evidence-choice.js';
import { usualUnitOf } from './evidence-state.js';
import { PagedLedger } from '../../design/paged-ledger.js';
import { CampaignField, Line, OneOf, RecordForm, WithdrawalForm } from './record-form.js';
import { useRecordTexts } from './records.texts.js';

const kinds: readonly SurveyKind[] = ['awareness', 'support', 'participation', 'satisfaction'];
const counts = ['asked', 'answered', 'favourable'] as const;
const days = ['from', 'until'] as const;

const SurveyForm = ({ campaignId, onClose }: { campaignId: string | null; onClose: () => void }) => {
  const t = useRecordTexts();
  const unitId = usualUnitOf(useAccount().unitId);
  const [said, setSaid] = useState({
    unitId, campaignId: campaignId ?? '', title: '', kind: 'satisfaction' as SurveyKind, indicatorCode: '', areaUnitId: unitId, from: '', until: '',
    asked: '', answered: '', favourable: '', conductedBy: '', evidenceIds: [] as readonly string[],
  });
  const say = (change: Partial<typeof said>) => setSaid((before) => ({ ...before, ...change }));
  const body = {
    ...said, indicatorCode: said.indicatorCode === '' ? null : said.indicatorCode,
    asked: Number(said.asked), answered: Number(said.answered), favourable: Number(said.favourable),
  };
  return (
    <RecordForm title={t('recordSurvey')} intent={{ path: '/surveys', body }} onClose={onClose}>
      <Line label={t('title')} value={said.title} onChange={(title) => say({ title })} />
      <CampaignField value={said.campaignId} onChange={(chosen) => say({ campaignId: chosen })} />
      <OneOf label={t('kind')} value={said.kind} options={kinds.map((value) => ({ value, label: t(value) }))} onChange={(kind) => say({ kind })} />
      <Line label={t('indicator')} value={said.indicatorCode} onChange={(indicatorCode) => say({ indicatorCode: indicatorCode.trim() })} />
      <Line label={t('unit')} value={said.unitId} onChange={(unit) => say({ unitId: unit.trim() })} />
      <Line label={t('area')} value={said.areaUnitId} onChange={(areaUnitId) => say({ areaUnitId: areaUnitId.trim() })} />
      {days.map((day) => <Line key={day} kind="date" label={t(day)} value={said[day]} onChange={(value) => say({ [day]: value })} />)}
      {counts.map((count) => <Line key={count} kind="number" label={t(count)} value={said[count]} onChange={(value) => say({ [count]: value })} />)}
      <Line label={t('conductedBy')} value={said.conductedBy} onChange={(conductedBy) => say({ conductedBy })} />
      <EvidenceChoice unitId={said.unitId} campaignId={said.campaignId} chosen={said.evidenceIds} onChoose={(evidenceIds) => say({ evidenceIds })} />
    </RecordForm>
  );
};

/** Surveys with their samples. */
export const Surveys = ({ campaignId, mayRecord }: { campaignId: string | null; mayRecord: boolean }) => {
  const t = useRecordTexts();
  const { language } = useLanguage();
  const account = useAccount();
  const [isOpen, setOpen] = useState(false);
  const [withdrawing, setWithdrawing] = useState<{ path: string; reason: string }>();
  const pages = usePages<SurveyRow>('/surveys', { campaignId: campaignId ?? undefined, limit: 50 });
  const columns: readonly Column<SurveyRow>[] = [
    { key: 'title', title: t('title'), lead: true, cell: (row) => row.title },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(kind) },
    { key: 'area', title: t('areaOf'), cell: ({ areaUnitId }) => <UnitName id={areaUnitId} /> },
    { key: 'rate', title: t('rate'), end: true, cell: ({ rate }) => `${rate}%` },
    { key: 'sample', title: t('sample'), cell: ({ answered, asked, response }) => t('sampleOf', { answered, asked, response }) },
    { key: 'period', title: t('period'), cell: ({ from, until }) => `${dayOf(from, language)} – ${dayOf(until, language)}` },
    { key: 'by', title: t('conductedBy'), cell: ({ conductedBy }) => conductedBy },
    { key: 'evidence', title: t('evidence'), cell: ({ evidenceIds }) => <EvidenceLinks evidenceIds={evidenceIds} /> },
    {
      key: 'status', title: t('status'), cell: (row) => (
        <span className="row">
          <Mark tone={row.status === 'recorded' ? 'strong' : 'seal'}>{t(row.status)}</Mark>
          {mayRecord && row.status === 'recorded' && actsForUnit(account, row.unitId)
            && <Button size="small" onClick={() => setWithdrawing({ path: `/surveys/${idOf(row)}/withdrawal`, reason: '' })}>{t('withdraw')}</Button>}
        </span>
      ),
    },
  ];
  return (
    <>
      {mayRecord && <div><Button onClick={() => setOpen(true)}>{t('recordSurvey')}</Button></div>}
      <PagedLedger pages={pages} caption={t('surveys')} columns={columns} empty={t('noSurveys')} />
      {isOpen && <SurveyForm campaignId={campaignId} onClose={() => setOpen(false)} />}
      {withdrawing && <WithdrawalForm {...withdrawing} onReason={(reason) => setWithdrawing({ ...withdrawing, reason })} onClose={() => setWithdrawing(undefined)} />}
    </>
  );
};
