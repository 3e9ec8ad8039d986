import { Button, Select } from 'antd';
import { useState } from 'react';
import { useCaller } from '../../api/caller.js';
import { useChosen } from '../../design/chosen.js';
import { PageFrame } from '../../design/page.js';
import { PostName } from '../../design/post-name.js';
import { Nothing } from '../../design/states.js';
import { StepForm } from '../../design/step-form.js';
import { UnitChoice } from '../../design/unit-choice.js';
import { useLanguage } from '../../language/language.js';
import { AnsweringLeaders } from './answering.js';
import { assignPlan } from './assignment-plans.js';
import { targetKinds } from './assignment-said.js';
import { Assignments, governs } from './assignments.js';
import { Groups } from './groups.js';
import { useLeadershipTexts } from './leadership.texts.js';
import '../tasks/tasks.css';

type Choose = (name: 'on' | 'targetKind' | 'postId' | 'unitId', value: string) => void;

const Filters = ({ params, onChoose }: { params: URLSearchParams; onChoose: Choose }) => {
  const t = useLeadershipTexts();
  const postId = params.get('postId');
  return (
    <search className="filters" aria-label={t('assignments')}>
      <div className="filter">
        <label htmlFor="leadership-on">{t('on')}</label>
        <input id="leadership-on" type="date" className="date-field" value={params.get('on') ?? ''} onChange={({ target }) => onChoose('on', target.value)} />
      </div>
      <div className="filter">
        <label htmlFor="leadership-kind">{t('kind')}</label>
        <Select id="leadership-kind" value={params.get('targetKind') ?? ''} popupMatchSelectWidth={false} onChange={(kind: string) => onChoose('targetKind', kind)}
          options={[{ value: '', label: t('all') }, ...targetKinds.map((value) => ({ value, label: t(value) }))]} />
      </div>
      {postId && <div className="filter"><span className="small soft">{t('byLeader')}</span><span className="row"><PostName id={postId} /><Button size="small" onClick={() => onChoose('postId', '')}>{t('everyone')}</Button></span></div>}
    </search>
  );
};

const Lookup = ({ params, onChoose }: { params: URLSearchParams; onChoose: Choose }) => {
  const t = useLeadershipTexts();
  const unitId = params.get('unitId') ?? '';
  return (
    <section className="sheet">
      <h2>{t('who')}</h2>
      <div className="stack">
        <div className="filter">
          <label htmlFor="leadership-place">{t('place')}</label>
          <UnitChoice id="leadership-place" value={unitId} onChoose={(chosen) => onChoose('unitId', chosen)} />
        </div>
        {unitId === '' ? <Nothing>{t('choosePlace')}</Nothing> : <AnsweringLeaders unitId={unitId} on={params.get('on') ?? undefined} />}
      </div>
    </section>
  );
};

/** Which leader answers for what on a day, and the leading groups. */
export const LeadershipPage = () => {
  const t = useLeadershipTexts();
  const { language } = useLanguage();
  const caller = useCaller();
  const { params, choose } = useChosen();
  const [assigning, setAssigning] = useState(false);
  const filters = Object.fromEntries((['on', 'targetKind', 'postId'] as const).map((name) => [name, params.get(name) ?? undefined]));
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      {caller && governs(caller.roles) && <div className="row"><Button type="primary" onClick={() => setAssigning(true)}>{t('assign')}</Button></div>}
      <Filters params={params} onChoose={choose} />
      <div className="columns two">
        <section className="stack"><h2>{t('assignments')}</h2><Assignments filters={filters} /></section>
        <Lookup params={params} onChoose={choose} />
      </div>
      <Groups />
      {assigning && caller && <StepForm plan={assignPlan(caller, language, t)} onClose={() => setAssigning(false)} />}
    </PageFrame>
  );
};
