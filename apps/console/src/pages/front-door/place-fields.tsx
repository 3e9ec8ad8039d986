import type { PublicArea, PublicTenant } from '@zeren/requests-domain';
import { Button, Select } from 'antd';
import { lazy, Suspense, useId, useState } from 'react';
import { useRead } from '../../api/reads.js';
import { Bones } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { doorPath } from './door-frame.js';
import { placed, type DoorSaid } from './filing.js';
import { useFrontDoorTexts } from './front-door.texts.js';
import { SiteField } from './site-field.js';

const PlaceMap = lazy(async () => ({ default: (await import('./place-map.js')).PlaceMap }));

const PLACES = 6;
const PATIENCE = 15_000;

type Say = (change: Partial<DoorSaid>) => void;

/** One level of the tree: the areas below the one chosen above it. Nothing where there are none. */
const Level = ({ tenant: { tenantId, levels }, parent, depth, value, onChoose }: { tenant: PublicTenant; parent: string; depth: number; value: string | undefined; onChoose: (unitId: string | null) => void }) => {
  const t = useFrontDoorTexts();
  const { nameOf } = useLanguage();
  const id = useId();
  const areas = useRead<{ readonly items: readonly PublicArea[] }>(`${doorPath(tenantId)}/areas`, { parent }, { immediate: true, fresh: 600_000 });
  const items = areas.data?.items ?? [];
  if (areas.data && items.length === 0) return null;
  const [level, other] = [...new Set(items.map((area) => area.level))];
  const called = level !== undefined && other === undefined ? nameOf(levels[level - 1]) : '';
  const label = called === '' ? t('smaller') : t('level', { name: called });
  return (
    <div className="filter">
      <label htmlFor={id}>{depth === 0 ? t('area') : label}</label>
      <Select<string | null> id={id} value={value ?? null} allowClear loading={!areas.data} placeholder={t('choose')} onChange={(next) => onChoose(next ?? null)}
        showSearch={{ optionFilterProp: 'label' }} options={items.map(({ unitId, name }) => ({ value: unitId, label: nameOf(name) }))} />
    </div>
  );
};

/** Where it is: by the tree of areas, by a site, and by a point where one likes. */
export const PlaceFields = ({ tenant, said, onSay }: { tenant: PublicTenant; said: DoorSaid; onSay: Say }) => {
  const t = useFrontDoorTexts();
  const [isOpen, setOpen] = useState(false);
  const [isLost, setLost] = useState(false);
  const { tenantId } = tenant;
  const choose = (depth: number) => (unitId: string | null) => onSay(placed.inAreas(said, [...said.areas.slice(0, depth), ...(unitId === null ? [] : [unitId])]));
  const locate = () => {
    setLost(false);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => onSay(placed.atPoint({ latitude: coords.latitude.toFixed(PLACES), longitude: coords.longitude.toFixed(PLACES) })),
      () => setLost(true), { enableHighAccuracy: true, timeout: PATIENCE },
    );
  };
  return (
    <fieldset>
      <legend>{t('where')}</legend>
      <div className="areas">
        {[tenantId, ...said.areas].map((parent, depth) => (
          <Level key={`${depth} ${parent}`} tenant={tenant} parent={parent} depth={depth} value={said.areas[depth]} onChoose={choose(depth)} />
        ))}
      </div>
      <SiteField tenantId={tenantId} said={said} onSay={onSay} />
      <div className="row">
        <Button className="large" onClick={locate}>{t('here')}</Button>
        <Button className="large" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{t('map')}</Button>
      </div>
      {isLost && <p role="alert" className="small">{t('noPlace')}</p>}
      {said.point && (
        <p className="row small" role="status">
          {t('point', { latitude: said.point.latitude, longitude: said.point.longitude })}
          <Button size="small" type="link" onClick={() => onSay(placed.atPoint(null))}>{t('noPoint')}</Button>
        </p>
      )}
      {isOpen && (
        <>
          <span className="hint">{t('mapHint')}</span>
          <Suspense fallback={<Bones lines={4} />}><PlaceMap tenant={tenant} said={said} onSay={onSay} /></Suspense>
        </>
      )}
    </fieldset>
  );
};
