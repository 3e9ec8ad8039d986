import type { Figure, FigureDimension, FigureLine, Rates } from '@zeren/requests-domain';
import { Ledger, type Column } from '../../design/ledger.js';
import { useSpans } from '../requests/time.js';
import { FigureName } from './figure-name.js';
import { useFigureWords, useFiguresTexts, useRateWords } from './figures.texts.js';

/** Opens what one figure counted; of all lines where no key is named. */
export type OpenFigure = (figure: Figure, key: string | undefined, count: number) => void;

/** Numerator and denominator of each rate; of the on-time rate the deferred are out of what is due. */
const partsOf: Readonly<Record<keyof Rates, readonly [part: Figure, whole: Figure]>> = {
  response: ['responded', 'responseDue'], onTime: ['onTime', 'due'], solution: ['solved', 'ended'], satisfaction: ['satisfied', 'rated'],
};
export const rateNames = ['response', 'onTime', 'solution', 'satisfaction'] as const satisfies readonly (keyof Rates)[];

type Shown = { readonly line: FigureLine; readonly of: string | undefined; readonly onOpen: OpenFigure };

/** A count that opens to what it counted. */
export const Count = ({ line, figure, of, onOpen }: Shown & { figure: Figure }) => {
  const word = useFigureWords();
  const count = line.counts[figure];
  if (count === 0) return <>0</>;
  return <button type="button" className="as-link" aria-label={`${word(figure)} ${count}`} onClick={() => onOpen(figure, of, count)}>{count}</button>;
};

/** A rate with the two counts it is made of. */
export const Rate = ({ name, ...shown }: Shown & { name: keyof Rates }) => {
  const [part, whole] = partsOf[name];
  const rate = shown.line.rates[name];
  return (
    <span className="figure-rate">
      <b>{rate === null ? '—' : `${rate}%`}</b>
      <span className="small soft">
        <Count {...shown} figure={part} /> / <Count {...shown} figure={whole} />
        {name === 'onTime' && shown.line.counts.deferred > 0 && <> − <Count {...shown} figure="deferred" /></>}
      </span>
    </span>
  );
};

/** The figures of each line. */
export const FigureLedger = ({ by, lines, onOpen }: { by: FigureDimension; lines: readonly FigureLine[]; onOpen: OpenFigure }) => {
  const t = useFiguresTexts();
  const word = useFigureWords();
  const rateWord = useRateWords();
  const { working } = useSpans();
  const count = (figure: Figure): Column<FigureLine> => ({
    key: figure, title: word(figure), end: true, cell: (line) => <Count line={line} figure={figure} of={line.key} onOpen={onOpen} />,
  });
  const columns: readonly Column<FigureLine>[] = [
    { key: 'key', title: t('what'), lead: true, cell: ({ key }) => <FigureName by={by} of={key} /> },
    count('received'),
    ...rateNames.map((name): Column<FigureLine> => ({ key: name, title: rateWord(name), end: true, cell: (line) => <Rate line={line} name={name} of={line.key} onOpen={onOpen} /> })),
    count('overdue'), count('explained'), count('closed'), count('reworked'),
    { key: 'median', title: t('median'), end: true, cell: ({ medianMinutes }) => (medianMinutes === null ? '—' : working(medianMinutes)) },
  ];
  return <div className="wide" tabIndex={0} role="region" aria-label={t('title')}><Ledger caption={t('title')} columns={columns} rows={lines} keyOf={({ key }) => key} /></div>;
};
