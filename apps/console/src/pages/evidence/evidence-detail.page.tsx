import { isImage, type EvidenceRow } from '@zeren/evidence-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Failure, Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { EvidenceActions } from './evidence-actions.js';
import { sizeText } from './evidence-state.js';
import './evidence.css';
import { useEvidenceTexts } from './evidence.texts.js';
import { Picture } from '../../design/picture.js';
import { saveFile } from './save-file.js';

const Taken = ({ row }: { row: EvidenceRow }) => {
  const t = useEvidenceTexts();
  const { language } = useLanguage();
  if (!row.capturedFrom) return null;
  const place = [row.placeName, row.latitude && row.longitude ? `${row.latitude}, ${row.longitude}` : null].filter(Boolean).join(' · ');
  return (
    <>
      {row.capturedAt && <><dt>{t('taken')}</dt><dd>{timeOf(row.capturedAt, language)} <span className="soft small">{t(`from_${row.capturedFrom}`)}</span></dd></>}
      {place && <><dt>{t('place')}</dt><dd>{place}</dd></>}
    </>
  );
};

const Facts = ({ row }: { row: EvidenceRow }) => {
  const t = useEvidenceTexts();
  const { language } = useLanguage();
  return (
    <dl className="facts">
      <dt>{t('of')}</dt><dd><UnitName id={row.unitId} /></dd>
      <dt>{t('form')}</dt><dd>{t(row.format)}</dd>
      <dt>{t('mediaType')}</dt><dd>{row.mediaType} · {sizeText(row.size)}</dd>
      <dt>{t('fingerprint')}</dt><dd className="mono">{row.hash}</dd>
      <dt>{t('filedAt')}</dt><dd>{timeOf(row.filedAt, language)}</dd>
      <dt>{t('filedBy')}</dt><dd className="mono">{row.filedBy}</dd>
      <Taken row={row} />
      {row.reusedFrom && <><dt>{t('reusedFrom')}</dt><dd><Link to={`/evidence/${row.reusedFrom}`}>{row.reusedFrom}</Link></dd></>}
      {row.reason && <><dt>{t('reason')}</dt><dd>{row.reason}</dd></>}
      {row.supersededBy && <><dt>{t('superseded')}</dt><dd><Link to={`/evidence/${row.supersededBy}`}>{row.supersededBy}</Link></dd></>}
    </dl>
  );
};

const Credits = ({ row }: { row: EvidenceRow }) => (
  <ul className="plain">
    {row.credits.map(({ campaignId, indicatorCode, taskId }) => (
      <li key={`${campaignId}${indicatorCode}`}>
        <Link to={`/campaigns/${campaignId}`}>{campaignId}</Link> · {taskId ? <Link to={`/tasks/${taskId}`}>{indicatorCode}</Link> : indicatorCode}
      </li>
    ))}
  </ul>
);

const Detail = ({ row }: { row: EvidenceRow }) => {
  const t = useEvidenceTexts();
  const [failure, setFailure] = useState<unknown>();
  const download = () => {
    setFailure(undefined);
    saveFile(`/evidence/${idOf(row)}/file`, row.fileName).catch(setFailure);
  };
  return (
    <>
      <div className="row">
        <Mark tone={row.status === 'filed' ? 'strong' : 'seal'}>{t(row.status)}</Mark>
        <Link to={`/history/evidence-${idOf(row)}`}>{t('history')}</Link>
        <Button size="small" onClick={download}>{t('download')}</Button>
      </div>
      {failure !== undefined && <Failure failure={failure} />}
      <div className="columns two">
        <section className="sheet" aria-label={t('preview')}>
          {isImage(row.mediaType) ? <Picture className="picture" path={`/evidence/${idOf(row)}/file`} hash={row.hash} name={row.title} /> : <p className="soft">{t('noPreview')}</p>}
        </section>
        <section className="sheet stack"><Facts row={row} /></section>
      </div>
      <section className="sheet stack"><h2>{t('credits')}</h2><Credits row={row} /><EvidenceActions row={row} /></section>
    </>
  );
};

/** One piece of evidence: the picture, its fingerprint, what it counts for, and what can be done with it. */
export const EvidenceDetailPage = () => {
  const t = useEvidenceTexts();
  const { id = '' } = useParams();
  const evidence = useRead<EvidenceRow>(`/evidence/${encodeURIComponent(id)}`);
  return (
    <PageFrame key={id} title={evidence.data?.title ?? id} crumbs={[{ to: '/evidence', name: t('title') }]} aside={<AsOf of={evidence} />}>
      <Resource of={evidence} lines={12}>{(row) => <Detail row={row} />}</Resource>
    </PageFrame>
  );
};
