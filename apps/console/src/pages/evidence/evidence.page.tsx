import type { EvidenceDemand } from '@zeren/evidence-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { idOf } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import { Alternatives } from '../../design/alternatives.js';
import { useChosen } from '../../design/chosen.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Failure } from '../../design/states.js';
import { useAccount } from '../../session/session.js';
import '../tasks/tasks.css';
import { EvidenceList } from './evidence-list.js';
import { Experiences } from './experiences.js';
import './evidence.css';
import { useEvidenceTexts } from './evidence.texts.js';
import { Figures } from './figures.js';
import { useFigures } from './filters.js';
import { MissingList } from './missing-list.js';
import { useRecordTexts } from './records.texts.js';
import { saveFile } from './save-file.js';
import { Surveys } from './surveys.js';
import { Trainings } from './trainings.js';
import { UploadForm, type Wanted } from './upload-form.js';

const filing = ['city-office', 'district-office', 'officer', 'inspector'] as const;
const views = ['file', 'missing', 'surveys', 'trainings', 'experiences'] as const;

/** All evidence of the chosen campaign and indicator, as one file for the assessors. */
const PackAction = ({ campaignId, indicatorCode }: { campaignId: string | null; indicatorCode: string | null }) => {
  const t = useEvidenceTexts();
  const [failure, setFailure] = useState<unknown>();
  const [isPacking, setPacking] = useState(false);
  if (!campaignId) return null;
  const pack = async () => {
    setPacking(true);
    setFailure(undefined);
    const name = `evidence-${campaignId}${indicatorCode ? `-${indicatorCode}` : ''}.zip`;
    await saveFile('/evidence-packs', name, { campaignId, indicatorCode: indicatorCode ?? undefined }).catch(setFailure);
    setPacking(false);
  };
  return (
    <div className="stack">
      <div><Action why={undefined} loading={isPacking} onClick={() => void pack()}>{t(isPacking ? 'packing' : 'pack')}</Action></div>
      {failure !== undefined && <Failure failure={failure} />}
    </div>
  );
};

const wantedBy = (demand: EvidenceDemand): Wanted =>
  ({ unitId: demand.unitId, taskIds: [idOf(demand)], ...(demand.formats[0] ? { format: demand.formats[0] } : {}) });

/** The evidence workplace: what is on file, what is missing, and filing it. */
export const EvidencePage = () => {
  const t = useEvidenceTexts();
  const record = useRecordTexts();
  const { roles } = useAccount();
  const figures = useFigures();
  const { params, setParams, choose } = useChosen();
  const [wanted, setWanted] = useState<Wanted>();
  const mayFile = filing.some((role) => roles.includes(role));
  const view = params.get('view') ?? 'file';
  const clear = () => setParams(view === 'file' ? {} : { view }, { replace: true });
  const records = { campaignId: params.get('campaignId'), mayRecord: mayFile };
  const lists = { params, onChoose: choose, onClear: clear };
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={<AsOf of={figures} />}>
      <div className="row">
        {mayFile && <Button type="primary" onClick={() => setWanted({})}>{t('file')}</Button>}
        <PackAction campaignId={params.get('campaignId')} indicatorCode={params.get('indicatorCode')} />
      </div>
      <Figures chosen={params.get('campaignId')} onChoose={choose} />
      <Alternatives label={t('views')} chosen={view} onChoose={(key) => choose('view', key === 'file' ? undefined : key)}
        options={views.map((key) => ({ key, name: key === 'file' ? t('onFile') : key === 'missing' ? t('missing') : record(key) }))} />
      {view === 'file' && <EvidenceList {...lists} />}
      {view === 'missing' && <MissingList {...lists} onProvide={mayFile ? (demand) => setWanted(wantedBy(demand)) : undefined} />}
      {view === 'surveys' && <Surveys {...records} />}
      {view === 'trainings' && <Trainings {...records} />}
      {view === 'experiences' && <Experiences {...records} />}
      {wanted && <UploadForm wanted={wanted} onClose={() => setWanted(undefined)} />}
    </PageFrame>
  );
};
