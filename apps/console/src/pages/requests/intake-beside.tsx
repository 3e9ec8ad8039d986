import { majorOf } from '@zeren/organisation-domain';
import type { RequestRow } from '@zeren/requests-domain';
import { Link } from 'react-router-dom';
import { useCatalogue, useMatter } from '../../api/matters.js';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { timeOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';
import type { IntakeSaid } from './intake.js';
import { useIntakeTexts } from './intake.texts.js';
import { StatusMark } from './status-mark.js';

type TermUnit = 'minute' | 'clock-hour' | 'working-hour' | 'working-day';
const useUnits = textsOf<TermUnit>(
  'term-units',
  { minute: '{{value}} 分钟', 'clock-hour': '{{value}} 小时', 'working-hour': '{{value}} 工作小时', 'working-day': '{{value}} 个工作日' },
  { minute: '{{value}} minutes', 'clock-hour': '{{value}} hours', 'working-hour': '{{value}} working hours', 'working-day': '{{value}} working days' },
);

const MatterSays = ({ code }: { code: string }) => {
  const t = useIntakeTexts();
  const unit = useUnits();
  const { nameOf } = useLanguage();
  const matter = useMatter(code);
  const major = useCatalogue()?.majors.find((one) => one.code === majorOf(code));
  if (!matter) return null;
  return (
    <section className="sheet stack">
      <h2>{nameOf(matter.name)}</h2>
      <p className="soft">{nameOf(major?.name)} {matter.urgent && <Mark tone="seal">{t('urgent')}</Mark>}</p>
      <dl className="facts">
        <dt>{t('limits')}</dt>
        <dd><ul className="plain">{matter.stages.map((stage) => <li key={stage.code}>{nameOf(stage.name)}: {unit(stage.term.unit, { value: stage.term.value })}</li>)}</ul><Mark>{t(matter.limits)}</Mark></dd>
        {matter.filingCondition && <><dt>{t('filing')}</dt><dd>{nameOf(matter.filingCondition)}</dd></>}
        {matter.closingCondition && <><dt>{t('closing')}</dt><dd>{nameOf(matter.closingCondition)}</dd></>}
      </dl>
    </section>
  );
};

const over: readonly RequestRow['lane'][] = ['ended', 'away'];

const Similar = ({ matterCode, areaUnitId }: Pick<IntakeSaid, 'matterCode' | 'areaUnitId'>) => {
  const t = useIntakeTexts();
  const { language } = useLanguage();
  const similar = useRead<Page<RequestRow>>('/requests', { matterCode, areaUnitId, sort: '-filedAt', limit: 10 });
  return (
    <section className="sheet stack">
      <h2>{t('similar')}</h2>
      <Resource of={similar} lines={3} empty={t('noSimilar')} isEmpty={({ items }) => items.every(({ lane }) => over.includes(lane))}>
        {({ items }) => (
          <ul className="plain stack">
            {items.filter(({ lane }) => !over.includes(lane)).map((row) => (
              <li key={idOf(row)}>
                <Link to={`/requests/${idOf(row)}`} target="_blank">{row.subject}</Link> <StatusMark status={row.status} />
                <div className="small soft"><UnitName id={row.areaUnitId} /> · {timeOf(row.filedAt, language)} · {row.receipt}</div>
              </li>
            ))}
          </ul>
        )}
      </Resource>
    </section>
  );
};

/** What helps while somebody speaks: what the class asks for, and whether it was asked before. */
export const IntakeBeside = ({ said: { matterCode, areaUnitId } }: { said: IntakeSaid }) => (
  <div className="stack">
    {matterCode !== '' && <MatterSays code={matterCode} />}
    {matterCode !== '' && areaUnitId !== '' && <Similar matterCode={matterCode} areaUnitId={areaUnitId} />}
  </div>
);
