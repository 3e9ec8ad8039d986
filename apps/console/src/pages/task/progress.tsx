import { supportSum, taskOf, tasksRefusals, valuesOf, type MeasuredValue, type ProgressEntry, type TaskRow, type TaskYear } from '@zeren/tasks-domain';
import { useState } from 'react';
import { useCaller } from '../../api/caller.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { refusalOf } from '../../design/refusal.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { correction, supportCorrection } from './doing.js';
import { DoingForm, type FormPlan } from './doing-form.js';
import { useDoingTexts } from './doing.texts.js';
import { useFormPlans } from './form-plans.js';
import { decideOn } from './intents.js';

const texted = (values: readonly MeasuredValue[]): string => values.map(({ value, unit }) => `${value} ${unit}`.trim()).join(', ');

/** The lead's entries or those of supporting units: each kind is corrected by its own command. */
type Kind = 'lead' | 'support';

const Entry = ({ row, year, entry, kind }: { row: TaskRow; year: TaskYear; entry: ProgressEntry; kind: Kind }) => {
  const t = useDoingTexts();
  const { language } = useLanguage();
  const caller = useCaller();
  const plans = useFormPlans();
  const [plan, setPlan] = useState<FormPlan>();
  const task = taskOf(row);
  const said = { ...Object.fromEntries(valuesOf(entry).map(({ metric, value }) => [`value:${metric}`, value])), reason: '…' };
  const correcting = kind === 'lead' ? correction : supportCorrection;
  const mayCorrect = caller && !refusalOf(() => decideOn(correcting(said, task, year, entry.entry).command, task, caller), tasksRefusals, language);
  const open = () => setPlan(kind === 'lead' ? plans.correction(task, year, entry) : plans.supportCorrection(task, year, entry));
  return (
    <li className="small">
      {kind === 'support' && <><UnitName id={entry.unitId} /> · </>}
      {t('entry', { day: dayOf(entry.measuredOn, language), values: texted(entry.values) })}
      {entry.correction && <> · <b>{t('corrected', { values: texted(entry.correction.values), reason: entry.correction.reason })}</b></>}
      {entry.note && <span className="soft"> · {entry.note}</span>}
      {entry.evidenceIds.length > 0 && <span className="soft"> · {t('evidenceIds')} <span className="mono">{entry.evidenceIds.join(' ')}</span></span>}
      {mayCorrect && <> <button type="button" className="as-link" onClick={open}>{t('correct')}</button></>}
      {plan && caller && <DoingForm plan={plan} doing={{ taskId: idOf(row), revision: row.revision, task, caller }} onClose={() => setPlan(undefined)} />}
    </li>
  );
};

/** What was recorded on the way to a year's result: by the lead, and apart from it by the units that support it. */
export const YearProgress = ({ row, year }: { row: TaskRow; year: TaskYear }) => {
  const t = useDoingTexts();
  const { support = [] } = year;
  const sum = supportSum(year, row.metrics);
  return (
    <>
      {year.progress.length > 0 && (
        <div>
          <h4 className="soft small">{t('progress')}</h4>
          <ul>{year.progress.map((entry) => <Entry key={entry.entry} row={row} year={year} entry={entry} kind="lead" />)}</ul>
        </div>
      )}
      {support.length > 0 && (
        <div>
          <h4 className="soft small">{t('support')}</h4>
          <ul>{support.map((entry) => <Entry key={entry.entry} row={row} year={year} entry={entry} kind="support" />)}</ul>
          {sum.length > 0 && <p className="small">{t('supportSum', { values: texted(sum) })}</p>}
        </div>
      )}
    </>
  );
};

/** What was granted or found for a year, as words in frames. */
export const YearMarks = ({ year }: { year: TaskYear }) => {
  const t = useDoingTexts();
  const { language } = useLanguage();
  return (
    <>
      {year.extendedTo && <Mark>{t('extended', { until: dayOf(year.extendedTo, language) })}</Mark>}
      {year.deferredUntil && <Mark>{t('deferred', { until: dayOf(year.deferredUntil, language) })}</Mark>}
      {year.falseAttempts.length > 0 && <Mark tone="seal">{t('falseReport', { count: year.falseAttempts.length })}</Mark>}
    </>
  );
};
