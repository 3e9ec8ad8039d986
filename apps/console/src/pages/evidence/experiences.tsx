import { actsForUnit, type ExperienceRow } from '@zeren/evidence-domain';
import { parsePublicId } from '@zeren/kernel';
import { Button } from 'antd';
import { useState } from 'react';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Bones, Failure, Nothing } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { EvidenceChoice, EvidenceLinks } from './evidence-choice.js';
import { usualUnitOf } from './evidence-state.js';
import { CampaignField, Line, Paragraph, RecordForm } from './record-form.js';
import { useRecordTexts } from './records.texts.js';

const ExperienceForm = ({ campaignId, onClose }: { campaignId: string | null; onClose: () => void }) => {
  const t = useRecordTexts();
  const unitId = usualUnitOf(useAccount().unitId);
  const [said, setSaid] = useState({ unitId, campaignId: campaignId ?? '', title: '', summary: '', evidenceIds: [] as readonly string[] });
  const say = (change: Partial<typeof said>) => setSaid((before) => ({ ...before, ...change }));
  return (
    <RecordForm title={t('recordExperience')} intent={{ path: '/experiences', body: said }} onClose={onClose}>
      <Line label={t('title')} value={said.title} onChange={(title) => say({ title })} />
      <CampaignField value={said.campaignId} onChange={(chosen) => say({ campaignId: chosen })} />
      <Line label={t('unit')} value={said.unitId} onChange={(unit) => say({ unitId: unit.trim() })} />
      <Paragraph label={t('summary')} value={said.summary} onChange={(summary) => say({ summary })} />
      <EvidenceChoice unitId={said.unitId} campaignId={said.campaignId} chosen={said.evidenceIds} onChoose={(evidenceIds) => say({ evidenceIds })} />
    </RecordForm>
  );
};

const PromoteForm = ({ row, onClose }: { row: ExperienceRow; onClose: () => void }) => {
  const t = useRecordTexts();
  const [document, setDocument] = useState('');
  return (
    <RecordForm title={t('promote')} intent={{ path: `/experiences/${idOf(row)}/promotion`, body: { document }, revision: row.revision }} onClose={onClose}>
      <Line label={t('document')} value={document} onChange={setDocument} />
    </RecordForm>
  );
};

const TakeUpForm = ({ row, onClose }: { row: ExperienceRow; onClose: () => void }) => {
  const t = useRecordTexts();
  const [said, setSaid] = useState({ unitId: usualUnitOf(useAccount().unitId), on: '', how: '' });
  return (
    <RecordForm title={t('takeUp')} intent={{ path: `/experiences/${idOf(row)}/adoptions`, body: said }} onClose={onClose}>
      <Line label={t('unit')} value={said.unitId} onChange={(unitId) => setSaid((before) => ({ ...before, unitId: unitId.trim() }))} />
      <Line kind="date" label={t('on')} value={said.on} onChange={(on) => setSaid((before) => ({ ...before, on }))} />
      <Paragraph label={t('how')} value={said.how} onChange={(how) => setSaid((before) => ({ ...before, how }))} />
    </RecordForm>
  );
};

/** The campaign's owner recommends; others than the unit it comes from take up what is recommended. */
const ExperienceActions = ({ row, mayRecord }: { row: ExperienceRow; mayRecord: boolean }) => {
  const t = useRecordTexts();
  const account = useAccount();
  const [form, setForm] = useState<'promote' | 'takeUp'>();
  const isOwner = account.roles.includes('city-office') && parsePublicId(row.campaignId)?.tenantId === account.tenantId;
  const mayTakeUp = mayRecord && row.status === 'promoted' && !actsForUnit(account, row.unitId);
  return (
    <div className="row">
      {isOwner && row.status === 'recorded' && <Button size="small" onClick={() => setForm('promote')}>{t('promote')}</Button>}
      {mayTakeUp && <Button size="small" onClick={() => setForm('takeUp')}>{t('takeUp')}</Button>}
      {form === 'promote' && <PromoteForm row={row} onClose={() => setForm(undefined)} />}
      {form === 'takeUp' && <TakeUpForm row={row} onClose={() => setForm(undefined)} />}
    </div>
  );
};

const Experience = ({ row, mayRecord }: { row: ExperienceRow; mayRecord: boolean }) => {
  const t = useRecordTexts();
  const { language } = useLanguage();
  return (
    <article className="card stack">
      <div className="apart">
        <h3>{row.title}</h3>
        <span className="row">{row.status === 'promoted' ? <Mark tone="strong">{t('promoted')}</Mark> : <Mark>{t('proposed')}</Mark>}<UnitName id={row.unitId} /></span>
      </div>
      <p>{row.summary}</p>
      {row.evidenceIds.length > 0 && <EvidenceLinks evidenceIds={row.evidenceIds} />}
      {row.document && <p className="small soft">{row.document}</p>}
      <div className="small">
        <b>{t('takenUp')}</b> {row.takenUp.length === 0 && <span className="soft">{t('none')}</span>}
        <ul className="plain">{row.takenUp.map(({ unitId, on, how }) => <li key={unitId}><UnitName id={unitId} /> · {dayOf(on, language)} · {how}</li>)}</ul>
      </div>
      <ExperienceActions row={row} mayRecord={mayRecord} />
    </article>
  );
};

/** Experiences worth copying, and where they were taken up. */
export const Experiences = ({ campaignId, mayRecord }: { campaignId: string | null; mayRecord: boolean }) => {
  const t = useRecordTexts();
  const [isOpen, setOpen] = useState(false);
  const pages = usePages<ExperienceRow>('/experiences', { campaignId: campaignId ?? undefined, limit: 200 });
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      {mayRecord && <div><Button onClick={() => setOpen(true)}>{t('recordExperience')}</Button></div>}
      {pages.isError && <Failure failure={pages.error} onAgain={() => void pages.refetch()} />}
      {!rows && !pages.isError && <Bones lines={6} />}
      {rows?.length === 0 && <div className="sheet"><Nothing>{t('noExperiences')}</Nothing></div>}
      <div className="cards">{rows?.map((row) => <Experience key={idOf(row)} row={row} mayRecord={mayRecord} />)}</div>
      {isOpen && <ExperienceForm campaignId={campaignId} onClose={() => setOpen(false)} />}
    </>
  );
};
