import type { TaskRow } from '@zeren/tasks-domain';
import { Button } from 'antd';
import { useCommand } from '../../api/commands.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { refusalCodeOf } from '../../design/refusal.js';
import { Failure } from '../../design/states.js';
import { dayOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';
import type { Doing } from './doing-form.js';
import { decideOn } from './intents.js';

const useTexts = textsOf(
  'objection-time',
  { until: '异议期至 {{until}}', provisional: '暂定：日历未发布，按星期推算', recount: '按已发布日历重算' },
  { until: 'Objections until {{until}}', provisional: 'Provisional: counted by the week, the calendar not being published', recount: 'Count anew by the calendar' },
);

/** Until when the unit may object; where that was counted by the week alone it says so, and the dispatcher may count anew. */
export const ObjectionTime = ({ row, doing: { task, caller } }: { row: TaskRow; doing: Doing }) => {
  const t = useTexts();
  const { language } = useLanguage();
  const recount = useCommand();
  if (row.objectionUntil === null) return null;
  const provisional = row.objection?.byWeekAlone === true;
  const asked = { type: 'RecountObjectionTime', data: { rule: { until: row.objectionUntil, byWeekAlone: false } } } as const;
  const mayRecount = provisional && refusalCodeOf(() => decideOn(asked, task, caller)) === undefined;
  return (
    <div className="stack small soft">
      <p>{t('until', { until: dayOf(row.objectionUntil, language) })} {provisional && <Mark tone="seal">{t('provisional')}</Mark>}</p>
      {mayRecount && <div><Button size="small" loading={recount.isPending} onClick={() => recount.mutate({ path: `/tasks/${idOf(row)}/objection-time`, body: {} })}>{t('recount')}</Button></div>}
      {recount.isError && <Failure failure={recount.error} />}
    </div>
  );
};
