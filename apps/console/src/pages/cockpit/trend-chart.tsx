import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Trend } from './trend.js';

use([LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const colours = ['#1f5268', '#a0322a', '#6b7a2c', '#8a5a00', '#5b4a7a', '#3d6f63'];
/** Lines differ by mark as well as by colour. */
const marks = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'];

const optionsOf = ({ periods, lines }: Trend) => ({
  animation: false,
  color: colours,
  textStyle: { fontFamily: 'inherit' },
  grid: { left: 44, right: 12, top: 56, bottom: 28 },
  legend: { top: 0, itemGap: 22, textStyle: { color: '#1f272e' } },
  tooltip: { trigger: 'axis' as const },
  xAxis: { type: 'category' as const, data: [...periods], axisLabel: { color: '#4d5861' } },
  yAxis: { type: 'value' as const, scale: true, max: ({ max }: { max: number }) => Math.max(100, Math.ceil(max)), axisLabel: { color: '#4d5861' }, splitLine: { lineStyle: { color: '#e4ddcd' } } },
  series: lines.map(({ name, totals }, index) => ({
    type: 'line' as const,
    name,
    symbol: marks[index % marks.length] as string,
    symbolSize: 8,
    data: totals.map((total) => total ?? '-'),
    tooltip: { valueFormatter: (value: unknown) => String(value) },
  })),
});

/** Totals of each unit over the published periods, drawn. The figures stand in the table beside it. */
export const TrendChart = ({ trend, label }: { trend: Trend; label: string }) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return undefined;
    const chart = init(place.current, undefined, { renderer: 'svg' });
    chart.setOption(optionsOf(trend));
    const resize = new ResizeObserver(() => chart.resize());
    resize.observe(place.current);
    return () => { resize.disconnect(); chart.dispose(); };
  }, [trend]);
  return <div ref={place} role="img" aria-label={label} style={{ height: 280 }} />;
};
