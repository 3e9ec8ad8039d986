import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ServiceProblem, type ProblemDetails } from '../api/problem.js';
import { clockOf } from '../language/dates.js';
import { textsOf, useLanguage } from '../language/language.js';
import { Spoken } from './spoken.js';
import './states.css';

const useTexts = textsOf(
  'states',
  {
    loading: '正在读取…', empty: '这里还没有内容。', again: '重试', refresh: '刷新', asOf: '数据截至 {{time}}',
    stale: '未能刷新，所示为 {{time}} 的数据', unreachable: '连接不上服务。请检查网络后重试。', failed: '没有成功。',
    code: '代码', trace: '追踪号', broken: '页面出错了。请重新载入；若仍如此，请把下面的文字告诉管理员。', reload: '重新载入',
  },
  {
    loading: 'Reading…', empty: 'There is nothing here yet.', again: 'Try again', refresh: 'Refresh', asOf: 'Data as of {{time}}',
    stale: 'Could not refresh; this is the data of {{time}}', unreachable: 'The service cannot be reached. Check the network and try again.',
    failed: 'That did not succeed.', code: 'Code', trace: 'Trace', broken: 'This page failed. Reload it; if that does not help, pass on the text below.', reload: 'Reload',
  },
);

const widths = ['62%', '91%', '78%', '84%', '55%', '88%', '70%', '80%'];

/** What a place shows while it is being read: as tall as what will come. */
export const Bones = ({ lines = 5 }: { lines?: number }) => {
  const t = useTexts();
  return (
    <div className="bones" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => <div key={line} className="bone" style={{ width: widths[line % widths.length] }} />)}
    </div>
  );
};

export const Nothing = ({ children }: { children?: ReactNode }) => {
  const t = useTexts();
  return <div className="state">{children ?? t('empty')}</div>;
};

/** Where to look a failure up: its code, the field, the trace. */
const Trail = ({ details, failure }: { details: ProblemDetails | undefined; failure: unknown }) => {
  const t = useTexts();
  return (
    <div className="small soft">
      {t('code')} <code>{details?.code ?? String(failure)}</code>
      {details?.field && <> · <code>{details.field}</code></>}
      {details?.traceId && <> · {t('trace')} <code>{details.traceId}</code></>}
    </div>
  );
};

/** A failure in the service's own sentence, with its code and trace, and a way to try again. */
export const Failure = ({ failure, onAgain }: { failure: unknown; onAgain?: () => void }) => {
  const t = useTexts();
  const details = failure instanceof ServiceProblem ? failure.details : undefined;
  const sentence = details?.status === 0 ? t('unreachable') : details?.detail || details?.title || t('failed');
  return (
    <div className="state-problem stack" role="alert">
      <div>
        <b><Spoken sentence={sentence} /></b>
        {details?.errors && (
          <ul>{details.errors.map((error) => <li key={`${error.field}${error.code}`}><code>{error.field}</code> <Spoken sentence={error.detail} /></li>)}</ul>
        )}
        <Trail details={details} failure={failure} />
      </div>
      {onAgain && <div><Button size="small" onClick={onAgain}>{t('again')}</Button></div>}
    </div>
  );
};

type Read = Pick<UseQueryResult, 'dataUpdatedAt' | 'isFetching' | 'isError' | 'refetch'>;

/** Says how old the figures on the page are, and offers newer ones. */
export const AsOf = ({ of }: { of: Read }) => {
  const t = useTexts();
  const { language } = useLanguage();
  if (!of.dataUpdatedAt) return <span className="as-of">&nbsp;</span>;
  const time = clockOf(new Date(of.dataUpdatedAt), language);
  return (
    <span className={`as-of${of.isError ? ' as-of-stale' : ''}`}>
      {t(of.isError ? 'stale' : 'asOf', { time })}
      <Button size="small" type="link" loading={of.isFetching} onClick={() => void of.refetch()}>{t('refresh')}</Button>
    </span>
  );
};

/** One read in all its states: being read, failed, empty, there. A failed refresh keeps what was read before. */
export const Resource = <T,>({ of, children, lines, empty, isEmpty }: {
  of: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  lines?: number;
  empty?: ReactNode;
  isEmpty?: (data: T) => boolean;
}) => {
  if (of.data === undefined) {
    return of.isError
      ? <Failure failure={of.error} onAgain={() => void of.refetch()} />
      : <Bones {...(lines === undefined ? {} : { lines })} />;
  }
  return isEmpty?.(of.data) ? <Nothing>{empty}</Nothing> : children(of.data);
};

/** What stands in place of a page whose code failed. */
export const Broken = ({ failure }: { failure: unknown }) => {
  const t = useTexts();
  return (
    <div className="state-problem stack" role="alert">
      <b>{t('broken')}</b>
      <code>{failure instanceof Error ? failure.message : String(failure)}</code>
      <div><button type="button" onClick={() => location.reload()}>{t('reload')}</button></div>
    </div>
  );
};
