import { actsForUnit, type TrainingRow } from '@zeren/evidence-domain';
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
import { attendanceOf } from './attendance.js';
import { EvidenceChoice, EvidenceLinks } from './evidence-choice.js';
import { usualUnitOf } from './evidence-state.js';
import { PagedLedger } from '../../design/paged-ledger.js';
import { CampaignField, Line, Paragraph, RecordForm, WithdrawalForm } from './record-form.js';
import { useRecordTexts } from './records.texts.js';

const TrainingForm = ({ campaignId, onClose }: { campaignId: string | null; onClose: () => void }) => {
  const t = useRecordTexts();
  const unitId = usualUnitOf(useAccount().unitId);
  const [said, setSaid] = useState({ unitId, campaignId: campaignId ?? '', title: '', heldOn: '', attendance: '', evidenceIds: [] as readonly string[] });
  const say = (change: Partial<typeof said>) => setSaid((before) => ({ ...before, ...change }));
  const read = attendanceOf(said.attendance);
  const attendance = 'attendance' in read ? read.attendance : [];
  const why = 'wrongLine' in read ? t('attendanceWrong', { line: read.wrongLine }) : undefined;
  return (
    <RecordForm title={t('recordTraining')} intent={{ path: '/trainings', body: { ...said, attendance } }} why={why} onClose={onClose}>
      <Line label={t('title')} value={said.title} onChange={(title) => say({ title })} />
      <CampaignField value={said.campaignId} onChange={(chosen) => say({ campaignId: chosen })} />
      <Line label={t('unit')} value={said.unitId} onChange={(unit) => say({ unitId: unit.trim() })} />
      <Line kind="date" label={t('heldOn')} value={said.heldOn} onChange={(heldOn) => say({ heldOn })} />
      <Paragraph label={t('attendanceText')} value={said.attendance} onChange={(text) => say({ attendance: text })} />
      <EvidenceChoice unitId={said.unitId} campaignId={said.campaignId} chosen={said.evidenceIds} onChoose={(evidenceIds) => say({ evidenceIds })} />
    </RecordForm>
  );
};

/** Trainings with their attendance. */
export const Trainings = ({ campaignId, mayRecord }: { campaignId: string | null; mayRecord: boolean }) => {
  const t = useRecordTexts();
  const { language } = useLanguage();
  const account = useAccount();
  const [isOpen, setOpen] = useState(false);
  const [withdrawing, setWithdrawing] = useState<{ path: string; reason: string }>();
  const pages = usePages<TrainingRow>('/trainings', { campaignId: campaignId ?? undefined, limit: 50 });
  const columns: readonly Column<TrainingRow>[] = [
    { key: 'title', title: t('title'), lead: true, cell: (row) => row.title },
    { key: 'of', title: t('of'), cell: ({ unitId }) => <UnitName id={unitId} /> },
    { key: 'heldOn', title: t('heldOn'), cell: ({ heldOn }) => dayOf(heldOn, language) },
    { key: 'people', title: t('attendance'), cell: ({ invited, attended }) => t('attendanceOf', { invited, attended }) },
    {
      key: 'units', title: t('of'), wide: true, cell: ({ attendance }) => (
        <ul className="plain small">
          {attendance.map(({ unitId, invited, attended }) => <li key={unitId}><UnitName id={unitId} />: {t('attendanceOf', { invited, attended })}</li>)}
        </ul>
      ),
    },
    { key: 'evidence', title: t('evidence'), cell: ({ evidenceIds }) => <EvidenceLinks evidenceIds={evidenceIds} /> },
    {
      key: 'status', title: t('status'), cell: (row) => (
        <span className="row">
          <Mark tone={row.status === 'recorded' ? 'strong' : 'seal'}>{t(row.status)}</Mark>
          {mayRecord && row.status === 'recorded' && actsForUnit(account, row.unitId)
            && <Button size="small" onClick={() => setWithdrawing({ path: `/trainings/${idOf(row)}/withdrawal`, reason: '' })}>{t('withdraw')}</Button>}
        </span>
      ),
    },
  ];
  return (
    <>
      {mayRecord && <div><Button onClick={() => setOpen(true)}>{t('recordTraining')}</Button></div>}
      <PagedLedger pages={pages} caption={t('trainings')} columns={columns} empty={t('noTrainings')} />
      {isOpen && <TrainingForm campaignId={campaignId} onClose={() => setOpen(false)} />}
      {withdrawing && <WithdrawalForm {...withdrawing} onReason={(reason) => setWithdrawing({ ...withdrawing, reason })} onClose={() => setWithdrawing(undefined)} />}
    </>
  );
};
