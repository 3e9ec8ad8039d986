import { GROUP_BODY, type GroupBody, type GroupMember, type LeadingGroupRow } from '@zeren/organisation-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { PostName } from '../../design/post-name.js';
import { AsOf, Nothing, Resource } from '../../design/states.js';
import { StepForm, type StepPlan } from '../../design/step-form.js';
import { UnitName, UnitNames } from '../../design/unit-name.js';
import { useLanguage } from '../../language/language.js';
import { governs } from './assignments.js';
import { appointPlan, dissolvePlan, endBodyPlan, formPlan, releasePlan } from './group-plans.js';
import { useLeadershipTexts } from './leadership.texts.js';
import { Period } from './period.js';

type Ask = (plan: StepPlan) => void;
type Reader = Parameters<typeof formPlan>[1];

const Bodies = ({ row, reader, onAsk }: { row: LeadingGroupRow; reader: Reader | undefined; onAsk: Ask }) => {
  const t = useLeadershipTexts();
  const { nameOf } = useLanguage();
  if (row.bodies.length === 0) return <Nothing>{t('noBodies')}</Nothing>;
  return (
    <Ledger caption={t('bodies')} rows={row.bodies} keyOf={({ body }) => body} columns={[
      { key: 'name', title: t('body'), lead: true, cell: ({ name, until }: GroupBody) => <>{nameOf(name)} {until !== null && <Mark>{t('past')}</Mark>}</> },
      { key: 'kind', title: t('kind'), cell: ({ kind }) => t(kind) },
      { key: 'host', title: t('host'), cell: ({ hostUnitId }) => <UnitName id={hostUnitId} /> },
      { key: 'period', title: t('period'), cell: ({ from, until }) => <Period from={from} until={until} /> },
      ...(reader ? [{ key: 'end', title: t('actions'), cell: ({ body, until }: GroupBody) => (until === null ? <Button size="small" onClick={() => onAsk(endBodyPlan(row, body, reader))}>{t('endBody')}</Button> : null) }] : []),
    ]} />
  );
};

const Members = ({ row, reader, onAsk }: { row: LeadingGroupRow; reader: Reader | undefined; onAsk: Ask }) => {
  const t = useLeadershipTexts();
  const { nameOf } = useLanguage();
  if (row.members.length === 0) return <Nothing>{t('noMembers')}</Nothing>;
  const bodyName = (code: string) => (code === GROUP_BODY ? t('itself') : nameOf(row.bodies.find(({ body }) => body === code)?.name));
  return (
    <Ledger caption={t('members')} rows={row.members} keyOf={({ body, postId, from }) => `${body}${postId}${from}`} columns={[
      { key: 'post', title: t('post'), lead: true, cell: ({ postId, until }: GroupMember) => <><PostName id={postId} /> {until !== null && <Mark>{t('past')}</Mark>}</> },
      { key: 'role', title: t('role'), cell: ({ role }) => t(role) },
      { key: 'body', title: t('body'), cell: ({ body }) => bodyName(body) },
      { key: 'period', title: t('period'), cell: ({ from, until }) => <Period from={from} until={until} /> },
      ...(reader ? [{ key: 'release', title: t('actions'), cell: (member: GroupMember) => (member.until === null ? <Button size="small" onClick={() => onAsk(releasePlan(row, member, reader))}>{t('release')}</Button> : null) }] : []),
    ]} />
  );
};

const Facts = ({ row }: { row: LeadingGroupRow }) => {
  const t = useLeadershipTexts();
  return (
    <dl className="facts">
      <dt>{t('purpose')}</dt><dd>{row.purpose}</dd>
      <dt>{t('document')}</dt><dd>{row.document}</dd>
      <dt>{t('period')}</dt><dd><Period from={row.validFrom} until={row.validUntil} /></dd>
      {row.sharedWith.length > 0 && <><dt>{t('sentTo')}</dt><dd><UnitNames ids={row.sharedWith} /></dd></>}
    </dl>
  );
};

const Opened = ({ row }: { row: LeadingGroupRow }) => {
  const t = useLeadershipTexts();
  const { language, nameOf } = useLanguage();
  const caller = useCaller();
  const [plan, setPlan] = useState<StepPlan>();
  const keeps = caller && caller.tenantId === row.ownerTenantId && governs(caller.roles) && row.validUntil === null;
  const reader = keeps ? { caller, language, t, nameOf } : undefined;
  return (
    <>
      <div className="row">
        {row.validUntil !== null && <Mark tone="seal">{t('dissolved')}</Mark>}
        <Link to={`/meetings?groupId=${idOf(row)}`}>{t('meetings')}</Link>
        <Link to={`/history/leadinggroup-${idOf(row)}`}>{t('history')}</Link>
      </div>
      <section className="sheet"><h2>{t('facts')}</h2><Facts row={row} /></section>
      {reader && (
        <section className="sheet">
          <h2>{t('actions')}</h2>
          <div className="row">
            <Button type="primary" onClick={() => setPlan(appointPlan(row, reader))}>{t('appoint')}</Button>
            <Button onClick={() => setPlan(formPlan(row, reader))}>{t('form')}</Button>
            <Button onClick={() => setPlan(dissolvePlan(row, reader))}>{t('dissolve')}</Button>
          </div>
        </section>
      )}
      <section className="sheet"><h2>{t('members')}</h2><Members row={row} reader={reader} onAsk={setPlan} /></section>
      <section className="sheet"><h2>{t('bodies')}</h2><Bodies row={row} reader={reader} onAsk={setPlan} /></section>
      {plan && <StepForm plan={plan} onClose={() => setPlan(undefined)} />}
    </>
  );
};

/** One leading group: what it is for, its office and working groups, who belongs to them. */
export const GroupPage = () => {
  const t = useLeadershipTexts();
  const { nameOf } = useLanguage();
  const { id = '' } = useParams();
  const group = useRead<LeadingGroupRow>(`/leading-groups/${encodeURIComponent(id)}`);
  return (
    <PageFrame key={id} title={nameOf(group.data?.name) || id} crumbs={[{ to: '/leadership', name: t('title') }]} aside={<AsOf of={group} />}>
      <Resource of={group} lines={10}>{(row) => <Opened row={row} />}</Resource>
    </PageFrame>
  );
};
