import { useEffect, useRef } from 'react';
import { queries, useRead } from '../../api/reads.js';
import type { Demonstration } from '../../api/rows.js';
import { textsOf } from '../../language/language.js';

const useStepNames = textsOf(
  'loader-steps',
  {
    organisation: '组织机构', responsibility: '事项与责任矩阵', readiness: '迎检准备', promises: '民生实事', measures: '共用度量', evidence: '佐证', titles: '称号', campaigns: '标准与创建', 'city-split': '市级任务分解', 'town-split': '南江县向镇街分解', contracts: '责任状',
    acceptances: '任务签收', 'town-acceptances': '镇街任务签收', scheme: '考核方案', results: '结果与核实', assessments: '考核发布', projects: '项目与揭榜', dispatched: '改革与联合任务', 'full-split': '各县区向镇街分解',
  },
  {
    organisation: 'organisation', responsibility: 'matters and matrix', readiness: 'readiness', promises: 'promises to the public', measures: 'measures', evidence: 'evidence', titles: 'titles', campaigns: 'standards and campaigns', 'city-split': 'split of the city', 'town-split': 'split of Nanjiang to its towns', contracts: 'contracts',
    acceptances: 'acceptance of tasks', 'town-acceptances': 'acceptance by towns', scheme: 'scheme', results: 'results and verification', assessments: 'assessments', projects: 'projects and open bids', dispatched: 'reforms and a joint task', 'full-split': 'splits of all districts',
  },
);
const useTexts = textsOf(
  'loader',
  { loading: '演示数据仍在载入：{{step}}，{{done}} / {{total}}', starting: '演示数据即将载入…' },
  { loading: 'Demonstration data is still loading: {{step}}, {{done}} of {{total}}', starting: 'Demonstration data is about to load…' },
);

type StepName = Parameters<ReturnType<typeof useStepNames>>[0];

const steps: readonly StepName[] = [
  'readiness', 'promises', 'responsibility',
  'organisation', 'campaigns', 'city-split', 'town-split', 'contracts', 'acceptances', 'town-acceptances', 'scheme', 'results', 'assessments', 'measures', 'evidence', 'titles', 'projects', 'dispatched', 'full-split',
];

/** The loader's own name of a step may carry an id at its end. */
const stepOf = (name: string): StepName | undefined => steps.find((step) => name === step || new RegExp(`^${step}-\\d`).test(name));

const untilDone = (latest: unknown): number | false => ((latest as Demonstration | undefined)?.done ? false : 2_000);

/** While the demonstration is being loaded: which step, how far. Nothing where there is no demonstration or it is done. */
export const LoaderBanner = () => {
  const t = useTexts();
  const nameOf = useStepNames();
  const state = useRead<Demonstration>('/demonstration', {}, { immediate: true, every: untilDone });
  const running = state.data?.running ?? false;
  const wasRunning = useRef(false);
  useEffect(() => {
    if (wasRunning.current && !running) void queries.invalidateQueries();
    wasRunning.current = running;
  }, [running]);
  if (!state.data || !running) return null;
  const step = state.data.steps.find(({ done, total }) => done < total) ?? state.data.steps.at(-1);
  if (!step) return <div className="loader" role="status">{t('starting')}</div>;
  const known = stepOf(step.name);
  const text = t('loading', { step: known ? nameOf(known) : step.name, done: step.done, total: step.total });
  return <div className="loader"><span>{text}</span><progress value={step.done} max={step.total} aria-label={text} /></div>;
};
