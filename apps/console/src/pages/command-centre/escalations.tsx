import { escalationDecider, organisationRefusals, type EscalationAnswered, type EscalationMeasure, type EscalationRow } from '@zeren/organisation-domain';
import type { Caller } from '@zeren/kernel';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { IntegrationMarks } from '../../design/integration.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { refusalOf } from '../../design/refusal.js';
import { Bones, Failure, Nothing } from '../../design/states.js';
import { StepForm, type StepPlan } from '../../design/step-form.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useCentreTexts } from './centre.texts.js';
import type { Cut } from './standing.js';

const measures: readonly EscalationMeasure[] = ['instructed', 'taken-over', 'left'];
const placeOf = { request: '/requests', task: '/tasks', contract: '/contracts' } as const;

const useAnswerPlan = () => {
  const t = useCentreTexts();
  const { language } = useLanguage();
  return (row: EscalationRow, caller: Caller): StepPlan => {
    const raised = { round: row.round, about: row.about, fromUnitId: row.fromUnitId, fromTenantId: row.ownerTenantId, toUnitId: row.toUnitId, toTenantId: row.readerTenantId, reason: row.reason };
    const answerOf = (said: Readonly<Record<string, string>>): Omit<EscalationAnswered['data'], 'round'> =>
      ({ measure: measures.find((one) => one === said['measure']) ?? 'instructed', instruction: said['instruction'] ?? '' });
    return {
      title: `${t('answerTo')} · ${row.about.title}`,
      first: { measure: 'instructed' },
      fields: [{ name: 'measure', label: t('measure'), beside: 'one', options: measures.map((value) => ({ value, label: t(value) })) }, { name: 'instruction', label: t('instruction'), lines: true }],
      refusal: (said) => refusalOf(() => escalationDecider.decide({ type: 'AnswerEscalation', data: answerOf(said) }, { status: 'open', raised }, caller), organisationRefusals, language),
      intent: (said) => ({ path: `/escalations/${encodeURIComponent(idOf(row))}/answer`, body: answerOf(said), revision: row.revision }),
    };
  };
};

const useColumns = (direction: 'up' | 'own', onAnswer: (row: EscalationRow) => void): readonly Column<EscalationRow>[] => {
  const t = useCentreTexts();
  const { language } = useLanguage();
  return [
    { key: 'what', title: t('what'), lead: true, cell: ({ about }) => <span className="row"><Mark>{t(about.kind)}</Mark><Link to={`${placeOf[about.kind]}/${about.id}`}>{about.title}</Link>{about.integrations && <IntegrationMarks codes={about.integrations} />}</span> },
    { key: 'unit', title: t(direction === 'up' ? 'from' : 'to'), cell: ({ fromUnitId, toUnitId }) => <UnitName id={direction === 'up' ? fromUnitId : toUnitId} /> },
    { key: 'reason', title: t('reason'), wide: true, cell: ({ reason }) => reason },
    { key: 'since', title: t('since'), cell: ({ raisedAt }) => <span className="nowrap">{dayOf(raisedAt, language)}</span> },
    {
      key: 'answer', title: t('answer'), wide: true,
      cell: (row) => (row.measure === null
        ? direction === 'up' ? <Button size="small" onClick={() => onAnswer(row)}>{t('answer')}</Button> : <Mark>{t('waiting')}</Mark>
        : <><Mark tone="strong">{t(row.measure)}</Mark> {row.instruction}</>),
    },
  ];
};

/** What came up to this centre, or what it took up itself; the latest first. */
export const Escalations = ({ direction, cut }: { direction: 'up' | 'own'; cut: Cut }) => {
  const t = useCentreTexts();
  const caller = useCaller();
  const [answering, setAnswering] = useState<EscalationRow>();
  const columns = useColumns(direction, setAnswering);
  const plan = useAnswerPlan();
  const pages = usePages<EscalationRow>('/escalations', { direction, ...cut, limit: 10 });
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  return (
    <section className="sheet">
      <h2>{t(direction)}</h2>
      {pages.isError && <Failure failure={pages.error} onAgain={() => void pages.refetch()} />}
      {!rows && !pages.isError && <Bones lines={3} />}
      {rows && (rows.length === 0 ? <Nothing>{t(direction === 'up' ? 'noneUp' : 'noneOwn')}</Nothing> : <Ledger caption={t(direction)} columns={columns} rows={rows} keyOf={idOf} />)}
      {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>{t('more')}</Button>}
      {answering && caller && <StepForm plan={plan(answering, caller)} onClose={() => setAnswering(undefined)} />}
    </section>
  );
};
