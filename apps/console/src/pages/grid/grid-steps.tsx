import { isHeld, openStages, requestDecider, requestRefusals, requesterRefusals, type FiledRequest, type RequestCommand, type RequestRow } from '@zeren/requests-domain';
import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useAccount } from '../../session/session.js';
import type { Account } from '../../session/oidc.js';
import { idOf } from '../../api/rows.js';
import { refusalOf } from '../../design/refusal.js';
import { useRequestWords } from '../../design/request-words.js';
import { useLanguage } from '../../language/language.js';
import { outcomeOf, outcomeOptions } from '../requests/handling-steps.js';
import { counting } from '../requests/plans.js';
import { Camera } from './camera.js';
import { useGridTexts } from './grid.texts.js';
import type { KeptPhoto } from './outbox.js';
import type { Outbox, Step } from './use-outbox.js';

/** What this person's unit does in the request. */
type Part = 'lead' | 'supporting' | 'none';

const partOf = ({ assignment }: FiledRequest, unitId: string): Part => {
  if (!assignment) return 'none';
  return assignment.supporting.some((unit) => unit.unitId === unitId) ? 'supporting' : 'lead';
};

/** The request's own reason against a step, as if what waits on the phone were done already; undefined where there is none. */
const useReason = (request: FiledRequest) => {
  const account = useAccount();
  const { language } = useLanguage();
  return (command: RequestCommand): string | undefined => {
    const caller = { ...account, now: request.assignment?.since ?? request.content.filedAt };
    return refusalOf(() => requestDecider.decide(command, { ...request, status: 'taken' }, caller), { ...requestRefusals, ...requesterRefusals }, language)?.sentence;
  };
};

const standing = ({ assignment }: FiledRequest, { unitId }: Account) => ({ own: [unitId], above: assignment ? [assignment.lead.unitId] : [] });

type Shown = { readonly row: RequestRow; readonly onTake: (step: Omit<Step, 'requestId' | 'subject'>) => void };

const ReportForm = ({ row: { request }, onTake }: Shown) => {
  const t = useGridTexts();
  const word = useRequestWords();
  const id = useId();
  const account = useAccount();
  const reason = useReason(request);
  const [outcome, setOutcome] = useState('solved');
  const [answer, setAnswer] = useState('');
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([]);
  const point = photos.find((photo) => photo.point !== null)?.point ?? null;
  const said = { outcome: outcomeOf(outcome), answer, point };
  const why = reason({ type: 'ReportHandling', data: { ...said, photos: [], standing: standing(request, account), ...counting } });
  return (
    <section className="sheet stack" aria-label={t('report')}>
      <h2>{t('report')}</h2>
      <Camera photos={photos} onPhotos={setPhotos} />
      <Radio.Group aria-label={t('outcome')} value={outcome} onChange={({ target }) => setOutcome(String(target.value))} options={outcomeOptions(word)} />
      <div className="filter">
        <label htmlFor={id}>{t('answer')}</label>
        <Input.TextArea id={id} rows={4} maxLength={4_000} aria-describedby={`${id}open`} value={answer} onChange={({ target }) => setAnswer(target.value)} />
        <span id={`${id}open`} className="small soft">{t('answerOpen')}</span>
      </div>
      <span className="why" role="status">{answer === '' ? t('whyFirst') : why}</span>
      <Button type="primary" size="large" block disabled={why !== undefined} onClick={() => onTake({ step: 'report', body: said, photos })}>{t('send')}</Button>
    </section>
  );
};

const PartForm = ({ row: { request }, onTake }: Shown) => {
  const t = useGridTexts();
  const id = useId();
  const account = useAccount();
  const reason = useReason(request);
  const [note, setNote] = useState('');
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([]);
  const said = { unitId: account.unitId, note };
  const why = reason({ type: 'ReportPart', data: { ...said, photos: [], standing: standing(request, account) } });
  return (
    <section className="sheet stack" aria-label={t('part')}>
      <h2>{t('part')}</h2>
      <Camera photos={photos} onPhotos={setPhotos} />
      <div className="filter">
        <label htmlFor={id}>{t('note')}</label>
        <Input.TextArea id={id} rows={3} maxLength={2_000} value={note} onChange={({ target }) => setNote(target.value)} />
      </div>
      {why && <span className="why" role="status">{why}</span>}
      <Button type="primary" size="large" block disabled={why !== undefined || note.trim() === ''} onClick={() => onTake({ step: 'part', body: said, photos })}>{t('send')}</Button>
    </section>
  );
};

const LeadSteps = ({ row, onTake, waiting }: Shown & { readonly waiting: readonly string[] }) => {
  const t = useGridTexts();
  const { nameOf } = useLanguage();
  const { request } = row;
  const stages = openStages(request);
  const [next] = stages;
  if (request.status === 'dispatched' && !waiting.includes('taking')) {
    return <Button type="primary" size="large" block onClick={() => onTake({ step: 'taking', body: {}, photos: [] })}>{t('takeIt')}</Button>;
  }
  return (
    <>
      {next && stages.length > 1 && !waiting.includes('stages') && (
        <Button size="large" block onClick={() => onTake({ step: 'stages', body: { stageCode: next.code, note: '' }, photos: [] })}>{t('stage', { stage: nameOf(next.name) })}</Button>
      )}
      {!waiting.includes('report') && <ReportForm row={row} onTake={onTake} />}
    </>
  );
};

/** The next steps on the phone: take it, reach a stage, report. Each is kept on the phone first and sent when there is a network. */
export const GridSteps = ({ row, outbox }: { row: RequestRow; outbox: Outbox }) => {
  const { unitId } = useAccount();
  const { request } = row;
  const requestId = idOf(row);
  if (!isHeld(request)) return null;
  const waiting = outbox.drafts.filter((draft) => draft.requestId === requestId).map(({ step }) => step);
  const shown: Shown = { row, onTake: (step) => void outbox.take({ ...step, requestId, subject: row.subject }) };
  const part = partOf(request, unitId);
  if (part === 'supporting') return waiting.includes('part') || request.parts.some((one) => one.unitId === unitId) ? null : <PartForm {...shown} />;
  return part === 'lead' ? <LeadSteps {...shown} waiting={waiting} /> : null;
};
