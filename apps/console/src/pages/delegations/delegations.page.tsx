import type { DevolutionRow } from '@zeren/organisation-domain';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { useChosen, type Choose } from '../../design/chosen.js';
import { Mark } from '../../design/lamp.js';
import type { Column } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { PostName } from '../../design/post-name.js';
import { AsOf } from '../../design/states.js';
import { StepForm, type StepPlan } from '../../design/step-form.js';
import { UnitName } from '../../design/unit-name.js';
import { useLanguage } from '../../language/language.js';
import { PagedLedger } from '../../design/paged-ledger.js';
import { governs } from '../leadership/assignments.js';
import { Period } from '../leadership/period.js';
import { plansOf } from './delegation-plans.js';
import { useDelegationTexts } from './delegations.texts.js';
import { OfferForm } from './offer-form.js';
import '../tasks/tasks.css';

const statuses = ['offered', 'accepted', 'declined', 'recalled'] as const satisfies readonly DevolutionRow['status'][];

const Resources = ({ row: { resources, withoutResources } }: { row: DevolutionRow }) => {
  const t = useDelegationTexts();
  const { language } = useLanguage();
  const { postIds, money, vehicles } = resources;
  if (withoutResources !== null) return <span className="soft">{t('noResources', { reason: withoutResources })}</span>;
  return (
    <ul className="plain">
      {postIds.map((postId) => <li key={postId}><PostName id={postId} /></li>)}
      {money !== null && <li>{t('money', { money: Number(money).toLocaleString(language) })}</li>}
      {vehicles > 0 && <li>{t('vehicles', { count: vehicles })}</li>}
    </ul>
  );
};

const State = ({ row }: { row: DevolutionRow }) => {
  const t = useDelegationTexts();
  return (
    <>
      <Mark tone={row.status === 'offered' ? 'seal' : 'strong'}>{t(row.status)}</Mark>
      {row.answer !== '' && <div className="small soft">{t('answer')}: {row.answer}</div>}
      {row.reason !== '' && <div className="small soft">{t('reason')}: {row.reason}</div>}
    </>
  );
};

const useColumns = (onAsk: (plan: StepPlan) => void): readonly Column<DevolutionRow>[] => {
  const t = useDelegationTexts();
  const { nameOf, language } = useLanguage();
  const caller = useCaller();
  return [
    { key: 'to', title: t('to'), lead: true, cell: ({ toUnitId }) => <UnitName id={toUnitId} /> },
    { key: 'from', title: t('from'), cell: ({ fromUnitId }) => <UnitName id={fromUnitId} /> },
    { key: 'powers', title: t('powers'), wide: true, cell: ({ powers, document }) => <><ul className="plain">{powers.map(({ name }) => <li key={name.zh}>{nameOf(name)}</li>)}</ul><div className="small soft">{document}</div></> },
    { key: 'resources', title: t('resources'), cell: (row) => <Resources row={row} /> },
    { key: 'period', title: t('period'), cell: ({ validFrom, validUntil }) => <Period from={validFrom} until={validUntil} /> },
    { key: 'status', title: t('status'), cell: (row) => <State row={row} /> },
    {
      key: 'actions', title: t('actions'), cell: (row) => (
        <span className="row">
          {caller && plansOf(row, { caller, language, t }).map((plan) => <Button key={plan.title} size="small" onClick={() => onAsk(plan)}>{plan.title}</Button>)}
          <Link to={`/history/devolution-${idOf(row)}`}>{t('history')}</Link>
        </span>
      ),
    },
  ];
};

const Filters = ({ params, onChoose }: { params: URLSearchParams; onChoose: Choose }) => {
  const t = useDelegationTexts();
  return (
    <search className="filters" aria-label={t('title')}>
      <div className="filter">
        <label htmlFor="delegations-on">{t('on')}</label>
        <input id="delegations-on" type="date" className="date-field" value={params.get('on') ?? ''} onChange={({ target }) => onChoose('on', target.value)} />
      </div>
      <div className="filter">
        <label htmlFor="delegations-status">{t('status')}</label>
        <Select id="delegations-status" value={params.get('status') ?? ''} popupMatchSelectWidth={false} onChange={(value: string) => onChoose('status', value)} options={[{ value: '', label: t('all') }, ...statuses.map((value) => ({ value, label: t(value) }))]} />
      </div>
    </search>
  );
};

/** What was delegated downward, for the side that gave and the side that received. */
export const DelegationsPage = () => {
  const t = useDelegationTexts();
  const caller = useCaller();
  const { params, choose } = useChosen();
  const [offering, setOffering] = useState(false);
  const [plan, setPlan] = useState<StepPlan>();
  const columns = useColumns(setPlan);
  const devolutions = usePages<DevolutionRow>('/devolutions', { on: params.get('on') ?? undefined, status: params.get('status') ?? undefined, limit: 50 });
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={<AsOf of={devolutions} />}>
      {caller && governs(caller.roles) && <div className="row"><Button type="primary" onClick={() => setOffering(true)}>{t('offer')}</Button></div>}
      <Filters params={params} onChoose={choose} />
      <PagedLedger pages={devolutions} caption={t('title')} columns={columns} empty={t('none')} />
      {offering && caller && <OfferForm caller={caller} onClose={() => setOffering(false)} />}
      {plan && <StepForm plan={plan} onClose={() => setPlan(undefined)} />}
    </PageFrame>
  );
};
