import { evidenceFormats, isImage, mediaTypes, type EvidenceFormat } from '@zeren/evidence-domain';
import { Button, Checkbox, Input, Modal, Select } from 'antd';
import { useId, useRef, useState, type DragEvent } from 'react';
import { Link } from 'react-router-dom';
import { idOf } from '../../api/rows.js';
import { Failure } from '../../design/states.js';
import { useAccount } from '../../session/session.js';
import { DemandChoice, useDemandsOf } from './demand-choice.js';
import { sizeText, usualUnitOf } from './evidence-state.js';
import { useEvidenceTexts } from './evidence.texts.js';
import { useUploads, type Statement, type Upload } from './use-uploads.js';

/** What the form begins with where it is opened from something that is missing. */
export type Wanted = Partial<Pick<Statement, 'unitId' | 'format' | 'taskIds'>>;

const endings = [...Object.values(mediaTypes), 'jpeg'].map((ending) => `.${ending}`).join(',');

const Chooser = ({ onFiles }: { onFiles: (files: Iterable<File>) => void }) => {
  const t = useEvidenceTexts();
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  const take = (input: HTMLInputElement) => {
    onFiles([...(input.files ?? [])]);
    input.value = '';
  };
  return (
    <div className={`drop${over ? ' drop-over' : ''}`} onDrop={drop} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}>
      <input ref={files} type="file" hidden multiple accept={endings} aria-label={t('choose')} onChange={({ currentTarget }) => take(currentTarget)} />
      <input ref={camera} type="file" hidden accept="image/*" capture="environment" aria-label={t('camera')} onChange={({ currentTarget }) => take(currentTarget)} />
      <div className="row" style={{ justifyContent: 'center' }}>
        <span className="soft">{t('drop')}</span>
        <Button onClick={() => files.current?.click()}>{t('choose')}</Button>
        <Button onClick={() => camera.current?.click()}>{t('camera')}</Button>
      </div>
      <p className="small soft">{t('limits')}</p>
    </div>
  );
};

const stateOf = (t: ReturnType<typeof useEvidenceTexts>, { state, share, accepted }: Upload): string => {
  if (!accepted) return t('notAccepted');
  return state === 'sending' ? t('sending', { percent: Math.floor(share * 100) }) : t(state);
};

const UploadLine = ({ one, isSending, onTitle, onRemove }: { one: Upload; isSending: boolean; onTitle: (title: string) => void; onRemove: () => void }) => {
  const t = useEvidenceTexts();
  const id = useId();
  const isOpen = one.accepted && (one.state === 'waiting' || one.state === 'failed') && !isSending;
  return (
    <li className="upload-file">
      <div className="filter">
        <label htmlFor={id}>{t('name')}</label>
        <Input id={id} value={one.title} maxLength={200} disabled={!isOpen} onChange={({ target }) => onTitle(target.value)} />
      </div>
      <div className="apart small">
        <span className="soft">{one.file.name} · {sizeText(one.file.size)}</span>
        <span className="row">
          <span role="status" className={one.accepted ? undefined : 'why'}>{stateOf(t, one)}</span>
          {one.evidenceId && <Link to={`/evidence/${one.evidenceId}`}>{t('open')}</Link>}
          {one.state !== 'done' && !isSending && <Button size="small" onClick={onRemove}>{t('remove')}</Button>}
        </span>
      </div>
      {(one.state === 'sending' || one.state === 'checking') && <progress aria-label={one.file.name} value={one.share} max={1} />}
      {one.failure !== undefined && <Failure failure={one.failure} />}
    </li>
  );
};

const PlaceFields = ({ statement, hasImages, onSay }: { statement: Statement; hasImages: boolean; onSay: (said: Partial<Statement>) => void }) => {
  const t = useEvidenceTexts();
  const id = useId();
  return (
    <>
      {hasImages && (
        <div>
          <Checkbox checked={statement.placeAndTime} onChange={({ target }) => onSay({ placeAndTime: target.checked })}>{t('placeAndTime')}</Checkbox>
          <p className="small soft">{t('placeNote')}</p>
        </div>
      )}
      <div className="filter">
        <label htmlFor={id}>{t('placeName')}</label>
        <Input id={id} maxLength={200} value={statement.placeName} onChange={({ target }) => onSay({ placeName: target.value })} />
      </div>
    </>
  );
};

/** Tells which of the chosen tasks this form of document does not prove. */
const Unproved = ({ statement }: { statement: Statement }) => {
  const t = useEvidenceTexts();
  const demands = useDemandsOf(statement.unitId).data ?? [];
  const unproved = demands.filter((demand) => statement.taskIds.includes(idOf(demand)) && !demand.formats.includes(statement.format));
  if (unproved.length === 0) return null;
  const formats = [...new Set(unproved.flatMap((demand) => demand.formats))].map((format) => t(format)).join(' / ');
  return <span className="why small" role="status">{t('unproved', { indicators: [...new Set(unproved.map(({ indicatorCode }) => indicatorCode))].join(' · '), formats })}</span>;
};

/** Files evidence: which task it is for, which form it has, and the files, each with its progress. */
export const UploadForm = ({ wanted, onClose }: { wanted: Wanted; onClose: (filed: readonly string[]) => void }) => {
  const t = useEvidenceTexts();
  const account = useAccount();
  const unit = useId();
  const form = useId();
  const { uploads, isSending, add, remove, change, send, stop } = useUploads();
  const [statement, setStatement] = useState<Statement>({ unitId: usualUnitOf(account.unitId), format: 'photo', taskIds: [], placeAndTime: false, placeName: '', ...wanted });
  const say = (said: Partial<Statement>) => setStatement((before) => ({ ...before, ...said }));
  const open = uploads.filter(({ state, accepted }) => accepted && state !== 'done');
  const why = statement.taskIds.length === 0 ? t('chooseDemand') : undefined;
  const close = () => onClose(uploads.flatMap(({ evidenceId }) => (evidenceId === undefined ? [] : [evidenceId])));
  return (
    <Modal open title={t('file')} width={640} onCancel={close} mask={{ closable: false }} footer={
      <div className="apart">
        <span className="why">{open.length > 0 && why}</span>
        <span className="row">
          {isSending ? <Button onClick={stop}>{t('stop')}</Button> : <Button onClick={close}>{t('close')}</Button>}
          <Button type="primary" disabled={why !== undefined || open.length === 0 || open.some(({ title }) => title.trim() === '')} loading={isSending} onClick={() => void send(statement)}>
            {t('upload', { count: open.length })}
          </Button>
        </span>
      </div>
    }>
      <div className="stack">
        <div className="filter">
          <label htmlFor={unit}>{t('unit')}</label>
          <Input id={unit} value={statement.unitId} onChange={({ target }) => say({ unitId: target.value.trim(), taskIds: [] })} />
        </div>
        <DemandChoice label={t('demand')} unitId={statement.unitId} chosen={statement.taskIds} onChoose={(taskIds) => say({ taskIds })} />
        <div className="filter">
          <label htmlFor={form}>{t('form')}</label>
          <Select<EvidenceFormat> id={form} value={statement.format} onChange={(format) => say({ format })} options={evidenceFormats.map((value) => ({ value, label: t(value) }))} />
          <Unproved statement={statement} />
        </div>
        <PlaceFields statement={statement} hasImages={uploads.some(({ mediaType }) => isImage(mediaType))} onSay={say} />
        <Chooser onFiles={add} />
        {uploads.length > 0 && (
          <ul className="plain upload-files" aria-label={t('files')}>
            {uploads.map((one) => (
              <UploadLine key={one.key} one={one} isSending={isSending} onTitle={(title) => change(one.key, { title })} onRemove={() => remove(one.key)} />
            ))}
          </ul>
        )}
      </div>
    </Modal>
  );
};
