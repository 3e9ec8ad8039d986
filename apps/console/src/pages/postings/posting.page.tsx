import { bidDecider, postingDecider, postingOf, tasksRefusals, type BidRow, type PostingRow } from '@zeren/tasks-domain';
import type { Caller } from '@zeren/kernel';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import { IntegrationsOf } from '../../design/integration.js';
import { Ledger } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { refusalOf } from '../../design/refusal.js';
import { AsOf, Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf, timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { CommandForm, type CommandField, type Said } from '../../design/command-form.js';
import { PostingMark } from './posting-mark.js';
import { usePostingTexts } from './postings.texts.js';

type Doing = { readonly key: string; readonly label: string; readonly decide: () => unknown; readonly path: string; readonly fields: readonly CommandField[]; readonly bodyOf: (said: Said) => object };

const commitmentOf = (said: Said, caller: Caller): object => ({
  accountablePostId: said['postId'] ?? `${caller.unitId}.head`, value: said['value'] ?? '1', finishBy: said['finishBy'] ?? '', plan: said['plan'] ?? '',
});

/** What can be done with a posting, each with the decider's own reason where it cannot. */
const useDoings = (row: PostingRow, caller: Caller): readonly Doing[] => {
  const t = usePostingTexts();
  const posting = postingOf(row);
  const promise: readonly CommandField[] = [
    ...(row.kind === 'open-bid' ? [{ name: 'value', label: `${t('value')}${row.metric.unit && ` (${row.metric.unit})`}`, kind: 'number' } as const] : []),
    { name: 'finishBy', label: t('finishBy'), kind: 'date' }, { name: 'postId', label: t('postId'), kind: 'line' }, { name: 'plan', label: t('plan'), kind: 'text' },
  ];
  const specimen = { accountablePostId: '…', value: '1', finishBy: row.deadline.slice(0, 10), plan: '…' };
  const bid = (): unknown => bidDecider.decide({ type: 'PlaceBid', data: { ...specimen, postingId: idOf(row), postingTenantId: row.ownerTenantId, posting } }, { status: 'none' }, caller);
  const claim = (): unknown => postingDecider.decide({ type: 'ClaimProblem', data: specimen }, posting, caller);
  const close = (): unknown => postingDecider.decide({ type: 'ClosePosting', data: { reason: '…' } }, posting, caller);
  const bodyOf = (said: Said) => commitmentOf(said, caller);
  const taking: Doing = row.kind === 'open-bid'
    ? { key: 'bid', label: t('bid'), decide: bid, path: 'bids', fields: promise, bodyOf }
    : { key: 'claim', label: t('claim'), decide: claim, path: 'claim', fields: promise, bodyOf };
  const closing: Doing = { key: 'close', label: t('close'), decide: close, path: 'closing', fields: [{ name: 'reason', label: t('reason'), kind: 'text' }], bodyOf: ({ reason = '' }) => ({ reason }) };
  return row.ownerTenantId === caller.tenantId ? [closing] : [taking];
};

const Actions = ({ row, caller }: { row: PostingRow; caller: Caller }) => {
  const { language } = useLanguage();
  const doings = useDoings(row, caller);
  const [open, setOpen] = useState<Doing>();
  return (
    <div className="stack">
      {doings.map((doing) => (
        <Action key={doing.key} type="primary" why={refusalOf(doing.decide, tasksRefusals, language)?.sentence} onClick={() => setOpen(doing)}>{doing.label}</Action>
      ))}
      {open && (
        <CommandForm title={open.label} path={`/postings/${idOf(row)}/${open.path}`} fields={open.fields} first={{ postId: `${caller.unitId}.head` }} bodyOf={open.bodyOf} onClose={() => setOpen(undefined)} />
      )}
    </div>
  );
};

const Bids = ({ row, caller }: { row: PostingRow; caller: Caller }) => {
  const t = usePostingTexts();
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<BidRow>();
  const bids = useRead<Page<BidRow>>(`/postings/${encodeURIComponent(idOf(row))}/bids`);
  const refusal = (one: BidRow) =>
    refusalOf(() => postingDecider.decide({ type: 'AwardBid', data: { bid: { ...one, bidId: idOf(one) }, reason: '…' } }, postingOf(row), caller), tasksRefusals, language)?.sentence;
  return (
    <Resource of={bids} lines={4} isEmpty={({ items }) => items.length === 0} empty={t('noBids')}>
      {({ items }) => (
        <>
          <Ledger caption={t('bids')} rows={items} keyOf={idOf} columns={[
            { key: 'unit', title: t('unit'), lead: true, cell: ({ unitId }) => <UnitName id={unitId} /> },
            { key: 'value', title: t('value'), end: true, cell: ({ value }) => `${value} ${row.metric.unit}`.trim() },
            { key: 'finishBy', title: t('finishBy'), cell: ({ finishBy }) => <span className="nowrap">{dayOf(finishBy, language)}</span> },
            { key: 'placed', title: t('placed'), cell: ({ placedAt, round }) => <>{timeOf(placedAt, language)} <span className="soft small">{t('round', { count: round })}</span></> },
            { key: 'plan', title: t('plan'), wide: true, cell: ({ plan }) => plan },
            ...(row.ownerTenantId === caller.tenantId && row.status === 'open'
              ? [{ key: 'award', title: t('award'), cell: (one: BidRow) => <Action size="small" why={refusal(one)} onClick={() => setChosen(one)}>{t('award')}</Action> }] : []),
          ]} />
          {chosen && (
            <CommandForm title={t('award')} path={`/postings/${idOf(row)}/award`} fields={[{ name: 'reason', label: t('reason'), kind: 'text' }]}
              bodyOf={({ reason = '' }) => ({ bidId: idOf(chosen), reason })} onClose={() => setChosen(undefined)} />
          )}
        </>
      )}
    </Resource>
  );
};

const Facts = ({ row }: { row: PostingRow }) => {
  const t = usePostingTexts();
  const { language } = useLanguage();
  return (
    <dl className="facts">
      <dt>{t('code')}</dt><dd className="mono">{row.code}</dd>
      <dt>{t('kind')}</dt><dd>{t(row.kind)}</dd>
      <dt>{t('description')}</dt><dd>{row.description}</dd>
      <dt>{t('closes')}</dt><dd>{timeOf(row.closesAt, language)}</dd>
      <dt>{t('deadline')}</dt><dd>{dayOf(row.deadline, language)}</dd>
      <dt>{t('integrations')}</dt><dd><IntegrationsOf own={row.integrations} campaignId={row.campaignId} /></dd>
      {row.taker && <><dt>{t('taker')}</dt><dd><UnitName id={row.taker.unitId} /></dd><dt>{t('commitment')}</dt><dd>{row.taker.value} {row.metric.unit} · {dayOf(row.taker.finishBy, language)} · {row.taker.plan}</dd></>}
      {row.reason && <><dt>{t('reason')}</dt><dd>{row.reason}</dd></>}
      {row.taskId && <><dt>{t('task')}</dt><dd className="in-text"><Link to={`/tasks/${row.taskId}`}>{row.code}</Link></dd></>}
    </dl>
  );
};

/** One posting: what is to be done, who promised what, and what came of it. */
export const PostingPage = () => {
  const t = usePostingTexts();
  const { nameOf } = useLanguage();
  const { id = '' } = useParams();
  const caller = useCaller();
  const posting = useRead<PostingRow>(`/postings/${encodeURIComponent(id)}`);
  return (
    <PageFrame key={id} title={nameOf(posting.data?.title) || id} crumbs={[{ to: '/postings', name: t('title') }]} aside={<AsOf of={posting} />}>
      <Resource of={posting} lines={10}>
        {(row) => (
          <>
            {caller && <div className="row"><PostingMark row={row} now={caller.now} /></div>}
            <div className="columns two">
              <section className="sheet"><h2>{t('facts')}</h2><Facts row={row} /></section>
              <section className="sheet"><h2>{t('actions')}</h2>{caller && <Actions row={row} caller={caller} />}</section>
            </div>
            {row.kind === 'open-bid' && caller && <section className="sheet"><h2>{t('bids')}</h2><Bids row={row} caller={caller} /></section>}
          </>
        )}
      </Resource>
    </PageFrame>
  );
};
