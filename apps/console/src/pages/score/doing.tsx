import type { AdjustmentInput, ScoreAdjustment, ScoreDoing } from '@zeren/assessment-domain';
import { compare, type Decimal, subtract } from '@zeren/kernel';
import { Link } from 'react-router-dom';
import { Ledger } from '../../design/ledger.js';
import { dayOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { sumOf } from './contribution.js';

const useTexts = textsOf(
  'score-doing',
  {
    title: '办理情况', sum: '总分', rate: '按时率', formula: '{{onTime}} 项按时 ÷ {{due}} 项应完成 ＝ {{rate}} %', nothing: '没有应完成的项', left: '另有 {{count}} 项移出分母', share: '占总分 {{share}} %，各项得分占 {{rest}} %',
    shown: '只列出，不计入总分', adjustments: '加分和扣分', kind: '事由', points: '加减分', inputs: '依据', 'false-report': '虚报', sample: '抽查复核', claim: '主动认领', none: '没有加分和扣分。',
    failed: '{{size}} 项中 {{failed}} 项不合格', rateOf: '不合格率 {{rate}} %', event: '{{what}}：事件 {{number}}，位置 {{position}}',
  },
  {
    title: 'The doing', sum: 'Total', rate: 'On-time rate', formula: '{{onTime}} on time ÷ {{due}} due = {{rate}} %', nothing: 'nothing was due', left: '{{count}} more left the denominator', share: '{{share}} % of the total, the lines {{rest}} %',
    shown: 'shown; no part in the total', adjustments: 'Added and taken off', kind: 'For', points: 'Points', inputs: 'Because of', 'false-report': 'False reports', sample: 'Samples', claim: 'Claimed problems', none: 'Nothing was added or taken off.',
    failed: '{{failed}} of {{size}} failed', rateOf: 'failure rate {{rate}} %', event: '{{what}}: event {{number}}, position {{position}}',
  },
);

const signed = (points: string): string => (compare(points, '0') > 0 ? `+${points}` : points);

const Input = ({ input, what, onOpen }: { input: AdjustmentInput; what: string; onOpen: (eventId: string) => void }) => {
  const t = useTexts();
  const { language, nameOf } = useLanguage();
  const { name, taskId, size, failed, occurredAt, events } = input;
  const named = name === null ? t('failed', { size: size ?? 0, failed: failed ?? 0 }) : nameOf(name);
  return (
    <li className="doing-input">
      <span className="nowrap soft">{dayOf(occurredAt, language)}</span>
      {taskId === null ? <span>{named}</span> : <Link to={`/tasks/${taskId}`}>{named}</Link>}
      <span className="score-events">
        {events.map(({ eventId, position }, index) => (
          <button key={eventId} type="button" aria-label={t('event', { what, number: index + 1, position })} onClick={() => onOpen(eventId)}>{index + 1}</button>
        ))}
      </span>
    </li>
  );
};

const OnTime = ({ onTime: { share, due, onTime, left, rate }, sum }: Pick<ScoreDoing, 'onTime'> & { sum: string }) => {
  const t = useTexts();
  return (
    <dl className="facts">
      <dt>{t('sum')}</dt>
      <dd className="number">{sum}</dd>
      <dt>{t('rate')}</dt>
      <dd>
        <b>{rate === null ? t('nothing') : t('formula', { onTime, due, rate })}</b>{' '}
        <span className="soft">{[
          ...(left > 0 ? [t('left', { count: left })] : []),
          compare(share, '0') === 0 ? t('shown') : t('share', { share, rest: subtract('100', share) }),
        ].join(' · ')}</span>
      </dd>
    </dl>
  );
};

const Adjustments = ({ adjustments, onOpen }: Pick<ScoreDoing, 'adjustments'> & { onOpen: (eventId: string) => void }) => {
  const t = useTexts();
  if (adjustments.length === 0) return <p className="soft">{t('none')}</p>;
  return (
    <Ledger<ScoreAdjustment> caption={t('adjustments')} rows={adjustments} keyOf={({ kind }) => kind} columns={[
      { key: 'kind', title: t('kind'), lead: true, cell: ({ kind, failureRate }) => <>{t(kind)} {failureRate !== null && <span className="soft small">{t('rateOf', { rate: failureRate })}</span>}</> },
      { key: 'points', title: t('points'), end: true, cell: ({ points }) => <b>{signed(points)}</b> },
      {
        key: 'inputs', title: t('inputs'), wide: true,
        cell: ({ kind, inputs }) => <ul className="plain cards">{inputs.map((input) => <Input key={input.events[0]?.eventId} input={input} what={t(kind)} onOpen={onOpen} />)}</ul>,
      },
    ]} />
  );
};

/** How the doing of the tasks entered a total: the on-time rate, and what was added or taken off; each input opens to its events. */
export const Doing = ({ doing, reached, total, onOpen }: { doing: ScoreDoing; reached: Decimal; total: Decimal; onOpen: (eventId: string) => void }) => {
  const t = useTexts();
  return (
    <section className="sheet stack">
      <h2>{t('title')}</h2>
      <OnTime onTime={doing.onTime} sum={`${sumOf(reached, doing)} = ${total}`} />
      <Adjustments adjustments={doing.adjustments} onOpen={onOpen} />
    </section>
  );
};
