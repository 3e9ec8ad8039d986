import { Button } from 'antd';
import type { ReactNode } from 'react';
import { textsOf } from '../language/language.js';
import './rows.css';

const useTexts = textsOf('rows', { add: '增加一行', remove: '删除第 {{row}} 行' }, { add: 'Add a row', remove: 'Remove row {{row}}' });

/** Rows of a form: added, changed and removed; what they come to, and what is wrong with them together, stands below. */
export const Rows = <Row,>({ legend, rows, fresh, onChange, below, children }: {
  legend: string;
  rows: readonly Row[];
  /** The next row, as it is before anything is said. */
  fresh: () => Row;
  onChange: (rows: readonly Row[]) => void;
  below?: ReactNode;
  children: (row: Row, index: number, onSay: (change: Partial<Row>) => void) => ReactNode;
}) => {
  const t = useTexts();
  const say = (index: number) => (change: Partial<Row>) => onChange(rows.map((row, at) => (at === index ? { ...row, ...change } : row)));
  return (
    <fieldset className="rows">
      <legend>{legend}</legend>
      {rows.map((row, index) => (
        <div key={index} className="rows-row">
          <div className="rows-fields">{children(row, index, say(index))}</div>
          <Button size="small" aria-label={t('remove', { row: index + 1 })} onClick={() => onChange(rows.filter((_, at) => at !== index))}>×</Button>
        </div>
      ))}
      <div className="apart">
        <Button size="small" onClick={() => onChange([...rows, fresh()])}>{t('add')}</Button>
        <span className="small" role="status">{below}</span>
      </div>
    </fieldset>
  );
};
