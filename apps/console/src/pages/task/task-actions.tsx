import { taskOf, tasksRefusals, type TaskRow } from '@zeren/tasks-domain';
import { Select } from 'antd';
import { useState } from 'react';
import { useCaller } from '../../api/caller.js';
import { useCommand } from '../../api/commands.js';
import { idOf } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import { refusalOf } from '../../design/refusal.js';
import { Bones, Failure } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { DoingActions } from './doing-actions.js';
import { decideOn, pressingYear, specimenOf, type TaskAction } from './intents.js';
import { ReportForm, VerifyForm } from './task-forms.js';
import { useOpenParties } from './open-parties.js';
import { useTaskTexts } from './task.texts.js';

/** What the reader can do to the task, and for what they cannot, the task's own reason. */
export const TaskActions = ({ row }: { row: TaskRow }) => {
  const t = useTaskTexts();
  const { language } = useLanguage();
  const caller = useCaller();
  const [chosen, setChosen] = useState<number>();
  const [form, setForm] = useState<TaskAction>();
  const accept = useCommand();
  const task = taskOf(row);
  const parties = useOpenParties(row);
  const year = row.years.find((one) => one.year === chosen) ?? pressingYear(row.years);
  if (!caller || !year) return <Bones lines={3} />;
  const taskId = idOf(row);
  const why = (action: TaskAction) =>
    refusalOf(() => decideOn(specimenOf(action, task, year, caller.now, parties), task, caller), tasksRefusals, language)?.sentence;
  const shared = { taskId, revision: row.revision, task, year, caller, parties, onClose: () => setForm(undefined) };
  return (
    <div className="stack">
      {task.status === 'published'
        ? (
          <Action type="primary" why={why('accept')} loading={accept.isPending}
            onClick={() => accept.mutate({ path: `/tasks/${taskId}/acceptance`, body: {}, revision: row.revision })}>{t('accept')}</Action>
        )
        : (
          <div className="row">
            <label htmlFor="for-year">{t('forYear')}</label>
            <Select id="for-year" value={year.year} onChange={setChosen} options={row.years.map((one) => ({ value: one.year, label: String(one.year) }))} />
          </div>
        )}
      <DoingActions row={row} year={year} doing={{ taskId, revision: row.revision, task, caller }} />
      <Action why={why('report')} onClick={() => setForm('report')}>{t('report', { year: year.year })}</Action>
      <Action why={why('verify')} onClick={() => setForm('verify')}>{t('verify', { year: year.year })}</Action>
      {accept.isError && <Failure failure={accept.error} />}
      {form === 'report' && <ReportForm {...shared} />}
      {form === 'verify' && <VerifyForm {...shared} />}
    </div>
  );
};
