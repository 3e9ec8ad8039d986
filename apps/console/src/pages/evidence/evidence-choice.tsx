import type { EvidenceRow } from '@zeren/evidence-domain';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { useRecordTexts } from './records.texts.js';
import { UploadForm } from './upload-form.js';

/** What goes with a record: chosen from what the unit has on file for the campaign, or filed on the way. */
export const EvidenceChoice = ({ unitId, campaignId, chosen, onChoose }: {
  unitId: string; campaignId: string; chosen: readonly string[]; onChoose: (evidenceIds: readonly string[]) => void;
}) => {
  const t = useRecordTexts();
  const id = useId();
  const [isFiling, setFiling] = useState(false);
  const onFile = useRead<Page<EvidenceRow>>('/evidence', { unitId, campaignId, status: 'filed', limit: 200 }, { enabled: unitId !== '' && campaignId !== '' });
  const options = (onFile.data?.items ?? []).map((row) => ({ value: idOf(row), label: row.title }));
  return (
    <div className="filter">
      <label htmlFor={id}>{t('evidence')}</label>
      <Select id={id} mode="multiple" value={[...chosen]} onChange={onChoose} options={options} optionFilterProp="label" placeholder={t('evidenceHint')} />
      <div><Button size="small" onClick={() => setFiling(true)}>{t('fileEvidence')}</Button></div>
      {isFiling && (
        <UploadForm wanted={{ unitId }} onClose={(filed) => {
          setFiling(false);
          onChoose([...new Set([...chosen, ...filed])]);
        }} />
      )}
    </div>
  );
};

/** The evidence that goes with a record. */
export const EvidenceLinks = ({ evidenceIds }: { evidenceIds: readonly string[] }) => {
  const t = useRecordTexts();
  return (
    <span className="row small">
      {evidenceIds.length === 0 && <span className="soft">{t('none')}</span>}
      {evidenceIds.map((id, index) => <Link key={id} to={`/evidence/${id}`}>{t('evidenceNumber', { number: index + 1 })}</Link>)}
    </span>
  );
};
