import { localDate } from '@zeren/organisation-domain';
import type { AreaFigures, CellCounts, MajorClass, MapReading } from '@zeren/organisation-domain';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useNow } from '../../api/now.js';
import { useRead } from '../../api/reads.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Nothing, Resource } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { shadeOf } from './heat.js';
import { OpenCells, type Opened } from './open-cells.js';
import { ReferralQueue } from './referral-queue.js';
import { useMapTexts } from './responsibility-map.texts.js';
import './responsibility-map.css';

const useNumber = (): ((value: number) => string) => {
  const { language } = useLanguage();
  return (value) => value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB');
};

type Choose = (opened: Opened) => void;

const HeatCell = ({ area, major, counts, pressed, onChoose }: { area: AreaFigures; major: MajorClass | undefined; counts: CellCounts; pressed: boolean; onChoose: Choose }) => {
  const t = useMapTexts();
  const { nameOf } = useLanguage();
  const number = useNumber();
  const names = { area: nameOf(area.name), major: nameOf(major?.name) || t('anyMajor') };
  const { cells, vacuums, overlaps } = counts;
  return (
    <td>
      <button type="button" className={`heat-cell heat-${shadeOf(counts)}`} aria-pressed={pressed} title={t('total', { cells: number(cells) })}
        onClick={() => onChoose({ areaUnitId: area.unitId, matterCode: major?.code, title: t('cellsOf', names) })}>
        <span className="unseen">{t('cellsOf', names)} </span>
        {vacuums + overlaps === 0 ? '—' : <>{t('v')} {number(vacuums)}<br />{t('o')} {number(overlaps)}</>}
      </button>
    </td>
  );
};

const HeatRow = ({ area, majors, opened, onChoose, onEnter }: {
  area: AreaFigures; majors: readonly MajorClass[]; opened: Opened | undefined; onChoose: Choose; onEnter: ((unitId: string) => void) | undefined;
}) => {
  const { nameOf } = useLanguage();
  const isOpened = (code: string | undefined): boolean => opened?.areaUnitId === area.unitId && opened.matterCode === code;
  return (
    <tr>
      <th scope="row">{onEnter ? <button type="button" className="as-link" onClick={() => onEnter(area.unitId)}>{nameOf(area.name)}</button> : nameOf(area.name)}</th>
      <HeatCell area={area} major={undefined} counts={area.total} pressed={isOpened(undefined)} onChoose={onChoose} />
      {majors.map((major, index) => (
        <HeatCell key={major.code} area={area} major={major} counts={area.byMajor[index] ?? { cells: 0, vacuums: 0, overlaps: 0 }} pressed={isOpened(major.code)} onChoose={onChoose} />
      ))}
    </tr>
  );
};

const Heat = ({ reading: { majors, area, parts }, opened, onChoose, onEnter }: { reading: MapReading; opened: Opened | undefined; onChoose: Choose; onEnter: (unitId: string) => void }) => {
  const t = useMapTexts();
  const { nameOf } = useLanguage();
  const same = { majors, opened, onChoose };
  return (
    <div className="heat" role="region" aria-label={t('title')} tabIndex={0}>
      <table>
        <caption className="unseen">{t('title')}</caption>
        <thead><tr><th scope="col">{t('area')}</th><th scope="col">{t('all')}</th>{majors.map(({ code, name }) => <th key={code} scope="col"><span className="mono">{code}</span> {nameOf(name)}</th>)}</tr></thead>
        <tbody>
          <HeatRow area={area} {...same} onEnter={undefined} />
          {parts.map((part) => <HeatRow key={part.unitId} area={part} {...same} onEnter={part.kind === 'district' ? onEnter : undefined} />)}
        </tbody>
      </table>
    </div>
  );
};

const Totals = ({ counts: { cells, vacuums, overlaps } }: { counts: CellCounts }) => {
  const t = useMapTexts();
  const number = useNumber();
  return (
    <dl className="heat-totals">
      <div><dt>{t('vacuums')}</dt><dd>{number(vacuums)}</dd></div>
      <div><dt>{t('overlaps')}</dt><dd>{number(overlaps)}</dd></div>
      <div><dt>{t('owned')}</dt><dd>{number(cells - vacuums - overlaps)}</dd></div>
    </dl>
  );
};

const Content = ({ reading, on, onArea }: { reading: MapReading; on: string | undefined; onArea: (unitId: string | undefined) => void }) => {
  const t = useMapTexts();
  const { nameOf } = useLanguage();
  const number = useNumber();
  const { roles, tenantId } = useAccount();
  const [opened, setOpened] = useState<Opened>();
  const { area } = reading;
  const rules = roles.includes('city-office') || roles.includes('district-office');
  return (
    <>
      <section className="sheet stack">
        <div className="apart">
          <h2>{nameOf(area.name)}</h2>
          <span className="row soft small">
            {t('total', { cells: number(area.total.cells) })} · {t('version', { version: reading.matrixVersion })}
            {area.unitId !== tenantId && <button type="button" className="as-link" onClick={() => onArea(undefined)}>{t('back')}</button>}
          </span>
        </div>
        <Totals counts={area.total} />
        {area.total.cells === 0 ? <Nothing>{t('none')}</Nothing> : <Heat reading={reading} opened={opened} onChoose={setOpened} onEnter={onArea} />}
        <p className="small soft">{t('legend')}</p>
      </section>
      {opened && <OpenCells key={`${opened.areaUnitId}${opened.matterCode}`} opened={opened} on={on} mayAct={rules || roles.includes('hotline')} mayRule={rules} />}
    </>
  );
};

/** Where nobody answers for a class of matters and where several do, over all villages: from the city down to the single cell. */
export const ResponsibilityMapPage = () => {
  const t = useMapTexts();
  const [params, setParams] = useSearchParams();
  const now = useNow();
  const { roles } = useAccount();
  const [on, areaUnitId] = [params.get('on') ?? undefined, params.get('areaUnitId') ?? undefined];
  const reading = useRead<MapReading>('/responsibility-map', { on, areaUnitId }, { immediate: true });
  const say = (change: { on?: string | undefined; areaUnitId?: string | undefined }) =>
    setParams(Object.fromEntries(Object.entries({ on, areaUnitId, ...change }).filter((one): one is [string, string] => Boolean(one[1]))), { replace: true });
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={<AsOf of={reading} />}>
      <div className="row">
        <label htmlFor="map-on">{t('on')}</label>
        <input id="map-on" type="date" className="date-field" value={on ?? (now === undefined ? '' : localDate(now))} onChange={({ target }) => say({ on: target.value || undefined })} />
      </div>
      <Resource of={reading} lines={14}>{(one) => <Content key={one.area.unitId} reading={one} on={on} onArea={(unitId) => say({ areaUnitId: unitId })} />}</Resource>
      <ReferralQueue mayRule={roles.includes('city-office') || roles.includes('district-office')} />
    </PageFrame>
  );
};
