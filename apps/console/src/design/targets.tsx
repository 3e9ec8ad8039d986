import { areaKindText, type Direction, type MetricTarget, type Target, type TaskMetric } from '@zeren/tasks-domain';
import { textsOf, useLanguage } from '../language/language.js';

const useTexts = textsOf(
  'targets',
  { met: '达到要求', unpublished: '标准未公布阈值', metUnpublished: '达到要求（阈值未公布）', byArea: '按地区类别' },
  { met: 'requirement met', unpublished: 'threshold not published', metUnpublished: 'requirement met (threshold not published)', byArea: 'by kind of area' },
);

/** How a figure relates to its target, as it stands before the target. */
export const targetSigns: Record<Direction, string> = { 'at-least': '≥ ', 'at-most': '≤ ', range: '', boolean: '' };

/** What a metric of a task aims at in a year. */
export const TargetText = ({ metric, target }: { metric: TaskMetric | undefined; target: MetricTarget }) => {
  const t = useTexts();
  if (!metric || metric.direction === 'boolean') return <>{t(metric?.thresholdUnpublished ? 'metUnpublished' : 'met')}</>;
  if ('low' in target) return <>{target.low}–{target.high} {metric.unit}</>;
  return <>{targetSigns[metric.direction]}{target.value} {metric.unit}</>;
};

/** What a metric of a standard asks for. */
export const StandardTarget = ({ direction, unit, target }: { direction: Direction; unit: string; target: Target }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  switch (target.kind) {
    case 'number': return <>{targetSigns[direction]}{target.value} {unit}</>;
    case 'range': return <>{target.low}–{target.high} {unit}</>;
    case 'by-area': return <>{t('byArea')}: {Object.entries(target.values).map(([area, value]) => `${nameOf(areaKindText[area]) || area} ${value} ${unit}`).join(' · ')}</>;
    case 'reference': return <>{targetSigns[direction]}{target.text}</>;
    case 'yes': return <>{t('met')}</>;
    case 'unpublished': return <>{t('unpublished')}</>;
  }
};
