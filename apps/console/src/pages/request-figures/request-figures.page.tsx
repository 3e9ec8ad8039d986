import { figureDimensions, type FigureDimension, type FigureTable } from '@zeren/requests-domain';
import { Button, Select } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { IntegrationChoice } from '../../design/integration.js';
import { PageFrame } from '../../design/page.js';
import { channels, requestKinds, useRequestWords } from '../../design/request-words.js';
import { AsOf, Resource } from '../../design/states.js';
import { UnitChoice } from '../../design/unit-choice.js';
import { useLanguage } from '../../language/language.js';
import { BehindFigure, type OpenedFigure } from './behind-figure.js';
import { FigureLedger, Rate, rateNames, type OpenFigure } from './figure-line.js';
import { useDimensionWords, useFiguresTexts, useRateWords } from './figures.texts.js';
import { rateTrend } from './rate-trend.js';
import '../tasks/tasks.css';
import './figures.css';

const TrendChart = lazy(async () => ({ default: (await import('../cockpit/trend-chart.js')).TrendChart }));

const filters = ['from', 'until', 'unitId', 'areaUnitId', 'channel', 'kind', 'integration'] as const;
type Filter = (typeof filters)[number];
type Choose = (name: Filter | 'by', value: string) => void;

const isDimension = (text: string | null): text is FigureDimension => figureDimensions.some((one) => one === text);

const Filters = ({ params, by, onChoose, onClear }: { params: URLSearchParams; by: FigureDimension; onChoose: Choose; onClear: () => void }) => {
  const t = useFiguresTexts();
  const dimension = useDimensionWords();
  const word = useRequestWords();
  const said = (name: Filter) => params.get(name) ?? '';
  const oneOf = (name: 'channel' | 'kind', options: readonly { value: string; label: string }[]) => (
    <div className="filter">
      <label htmlFor={`figures-${name}`}>{t(name)}</label>
      <Select id={`figures-${name}`} value={said(name)} onChange={(value: string) => onChoose(name, value)} options={[{ value: '', label: t('all') }, ...options]} popupMatchSelectWidth={false} />
    </div>
  );
  const day = (name: 'from' | 'until') => (
    <div className="filter"><label htmlFor={`figures-${name}`}>{t(name)}</label><input id={`figures-${name}`} className="date-field" type="date" value={said(name)} onChange={({ target }) => onChoose(name, target.value)} /></div>
  );
  return (
    <search className="filters" aria-label={t('filters')}>
      <div className="filter">
        <label htmlFor="figures-by">{t('by')}</label>
        <Select id="figures-by" value={by} onChange={(value: string) => onChoose('by', value)} options={figureDimensions.map((value) => ({ value, label: dimension(value) }))} popupMatchSelectWidth={false} />
      </div>
      {day('from')}
      {day('until')}
      <div className="filter"><label htmlFor="figures-unit">{t('unit')}</label><UnitChoice id="figures-unit" value={said('unitId')} placeholder={t('all')} onChoose={(value) => onChoose('unitId', value)} /></div>
      <div className="filter"><label htmlFor="figures-area">{t('area')}</label><UnitChoice id="figures-area" areas value={said('areaUnitId')} placeholder={t('all')} onChoose={(value) => onChoose('areaUnitId', value)} /></div>
      {oneOf('channel', channels.map((value) => ({ value, label: word(value) })))}
      {oneOf('kind', requestKinds.map((value) => ({ value, label: word(value) })))}
      <IntegrationChoice value={params.get('integration')} onChoose={(code) => onChoose('integration', code ?? '')} />
      <Button onClick={onClear} disabled={filters.every((name) => !params.has(name))}>{t('clear')}</Button>
    </search>
  );
};

/** The four rates of all that is looked at. */
const Total = ({ table, onOpen }: { table: FigureTable; onOpen: OpenFigure }) => {
  const rateWord = useRateWords();
  return (
    <dl className="figure-totals">
      {rateNames.map((name) => (
        <div key={name} className="sheet"><dt>{rateWord(name)}</dt><dd><Rate line={table.total} name={name} of={undefined} onOpen={onOpen} /></dd></div>
      ))}
    </dl>
  );
};

/** The rates month by month, drawn. */
const RatesOverTime = ({ params }: { params: Readonly<Record<string, string | undefined>> }) => {
  const t = useFiguresTexts();
  const rateWord = useRateWords();
  const { language } = useLanguage();
  const months = useRead<FigureTable>('/request-figures', { ...params, by: 'period' });
  const trend = useMemo(() => rateTrend(months.data?.lines ?? [], rateWord), [months.data, language]);
  return (
    <section className="sheet">
      <h2>{t('trend')}</h2>
      <Resource of={months} lines={6} isEmpty={({ lines }) => lines.length === 0} empty={t('none')}>
        {() => <div className="trend-place"><Suspense fallback={null}><TrendChart trend={trend} label={t('trendLabel')} /></Suspense></div>}
      </Resource>
    </section>
  );
};

/** How requests are answered: counted, in rates, and opened to the requests behind each figure. */
export const RequestFiguresPage = () => {
  const t = useFiguresTexts();
  const [params, setParams] = useSearchParams();
  const [opened, setOpened] = useState<OpenedFigure>();
  const asked = params.get('by');
  const by = isDimension(asked) ? asked : 'unit';
  const chosen = Object.fromEntries(filters.map((name) => [name, params.get(name) ?? undefined]));
  const table = useRead<FigureTable>('/request-figures', { ...chosen, by });
  const choose: Choose = (name, value) => {
    setOpened(undefined);
    setParams((before) => {
      if (value === '') before.delete(name);
      else before.set(name, value);
      return before;
    }, { replace: true });
  };
  const open: OpenFigure = (figure, of, count) => setOpened({ figure, of, count });
  return (
    <PageFrame title={t('title')} lead={table.data && t(table.data.of === 'handlings' ? 'ofHandlings' : 'ofRequests')} aside={<AsOf of={table} />}>
      <Filters params={params} by={by} onChoose={choose} onClear={() => { setOpened(undefined); setParams({ by }, { replace: true }); }} />
      <Resource of={table} lines={10}>
        {(answer) => (
          <>
            <Total table={answer} onOpen={open} />
            {opened && <BehindFigure by={answer.by} opened={opened} params={chosen} onShut={() => setOpened(undefined)} />}
            <section className="sheet figures-sheet">
              {answer.lines.length === 0 ? <div className="state">{t('none')}</div> : <FigureLedger by={answer.by} lines={answer.lines} onOpen={open} />}
              <p className="small soft">{t('note')}</p>
            </section>
          </>
        )}
      </Resource>
      <RatesOverTime params={chosen} />
    </PageFrame>
  );
};
