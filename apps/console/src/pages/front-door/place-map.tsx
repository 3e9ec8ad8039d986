import type { Point, PublicRequest, PublicSite, PublicTenant } from '@zeren/requests-domain';
import type { Page } from '../../api/rows.js';
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useRead } from '../../api/reads.js';
import { useLanguage } from '../../language/language.js';
import { doorPath } from './door-frame.js';
import { placed, type DoorSaid } from './filing.js';
import { frameAround, sameFrame, type Frame } from './frame.js';
import { useFrontDoorTexts } from './front-door.texts.js';
import { usePublicSites } from './site-field.js';

const NEAR = 16;
/** All of the country, where nothing says better. */
const WIDE = { centre: [33, 106] as [number, number], zoom: 5 };
const PLACES = 6;

const latLngOf = ({ latitude, longitude }: Point): [number, number] => [Number(latitude), Number(longitude)];

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Words as they are, whatever they hold. */
const wordsOf = (text: string): HTMLSpanElement => Object.assign(document.createElement('span'), { textContent: text });

const requestMark = ({ subject }: PublicRequest, point: Point): L.Layer =>
  L.circleMarker(latLngOf(point), { radius: 6, color: colour('--slate'), weight: 2 }).bindTooltip(wordsOf(subject));

const MARK = 28;

/** A button on the map, for fingers and for keys. */
const siteMark = (site: PublicSite, name: string, onChoose: (site: PublicSite) => void): L.Marker =>
  L.marker(latLngOf(site.point), { icon: L.divIcon({ className: 'front-door-site', iconSize: [MARK, MARK] }), title: name, keyboard: true }).bindTooltip(wordsOf(name))
    .on('click', () => onChoose(site))
    .on('keypress', ({ originalEvent }) => { if (originalEvent.key === 'Enter') onChoose(site); });

/** A map on its ground: the tiles the tenant names, with whose they are, or a plain one with a scale. */
const useMap = (ground: RefObject<HTMLDivElement | null>, { tileUrl, tileAttribution }: PublicTenant, onMark: (point: Point) => void) => {
  const t = useFrontDoorTexts();
  const [map, setMap] = useState<L.Map>();
  const [frame, setFrame] = useState<Frame>();
  const mark = useRef(onMark);
  useEffect(() => { mark.current = onMark; });
  const [zoomInTitle, zoomOutTitle] = [t('zoomIn'), t('zoomOut')];
  useEffect(() => {
    if (!ground.current) return undefined;
    const made = L.map(ground.current, { attributionControl: false, zoomControl: false }).setView(WIDE.centre, WIDE.zoom);
    L.control.zoom({ zoomInTitle, zoomOutTitle }).addTo(made);
    L.control.scale({ imperial: false }).addTo(made);
    // Sources of tiles want to know which site shows them; the origin says that and no more.
    if (tileUrl) L.tileLayer(tileUrl, { maxZoom: 19, referrerPolicy: 'origin' }).addTo(made);
    if (tileUrl && tileAttribution) L.control.attribution({ prefix: false }).addAttribution(wordsOf(tileAttribution).innerHTML).addTo(made);
    made.on('click', ({ latlng }) => mark.current({ latitude: latlng.lat.toFixed(PLACES), longitude: latlng.wrap().lng.toFixed(PLACES) }));
    made.on('moveend', () => setFrame((before) => sameFrame(before, frameAround(made.getBounds()))));
    setMap(made);
    return () => {
      setMap(undefined);
      made.remove();
    };
  }, [ground, tileUrl, tileAttribution, zoomInTitle, zoomOutTitle]);
  return { map, frame };
};

/** The marks of sites: one that stays is left in place, so that keys stay where they are. */
const useSiteMarks = (map: L.Map | undefined, sites: readonly PublicSite[], chosen: PublicSite | null, onChoose: (site: PublicSite) => void): void => {
  const { nameOf } = useLanguage();
  const marks = useRef(new Map<string, L.Marker>());
  const choose = useRef(onChoose);
  useEffect(() => { choose.current = onChoose; });
  useEffect(() => {
    const shown = marks.current;
    return () => shown.clear();
  }, [map]);
  useEffect(() => {
    if (!map) return;
    const shown = marks.current;
    const wanted = new Map(sites.map((site) => [site.siteId, site]));
    for (const [siteId, mark] of shown) if (!wanted.has(siteId) && shown.delete(siteId)) mark.remove();
    for (const [siteId, site] of wanted) if (!shown.has(siteId)) shown.set(siteId, siteMark(site, nameOf(site.name), (one) => choose.current(one)).addTo(map));
    for (const [siteId, mark] of shown) mark.getElement()?.classList.toggle('chosen', siteId === chosen?.siteId);
  }, [map, sites, chosen, nameOf]);
};

/** Sites and open public requests on a map: a site or any other point is marked by pressing it. */
export const PlaceMap = ({ tenant, said, onSay }: { tenant: PublicTenant; said: DoorSaid; onSay: (change: Partial<DoorSaid>) => void }) => {
  const t = useFrontDoorTexts();
  const { tenantId } = tenant;
  const { point, site } = said;
  const ground = useRef<HTMLDivElement>(null);
  const { map, frame } = useMap(ground, tenant, (pressed) => onSay(placed.atPoint(pressed)));
  const open = useRead<Page<PublicRequest>>(`${doorPath(tenantId)}/requests`, { open: 'true', limit: 100 }, { immediate: true, fresh: 60_000 });
  const here = usePublicSites(tenantId, { areaUnitId: said.areas.at(-1) });
  const all = usePublicSites(tenantId, {});
  // Where an area has no site the map stays with the whole city rather than go out to the country.
  const home = here.length > 0 ? here : all;
  const inFrame = usePublicSites(tenantId, frame ?? {});
  const sites = useMemo(() => [...new Map([...home, ...inFrame].map((one) => [one.siteId, one])).values()], [home, inFrame]);
  useSiteMarks(map, sites, site, (chosen) => onSay(placed.atSite(chosen)));

  useEffect(() => {
    if (!map) return undefined;
    const layer = L.layerGroup().addTo(map);
    for (const request of open.data?.items ?? []) if (request.point) requestMark(request, request.point).addTo(layer);
    if (point && !site) L.circleMarker(latLngOf(point), { radius: 10, color: colour('--cinnabar'), weight: 3 }).addTo(layer);
    return () => { layer.remove(); };
  }, [map, open.data, point, site]);

  useEffect(() => {
    if (!map) return;
    const known = home.length > 0 ? home.map((one) => one.point) : (open.data?.items ?? []).flatMap((request) => request.point ?? []);
    if (point) map.setView(latLngOf(point), Math.max(map.getZoom(), NEAR));
    else if (known.length > 0) map.fitBounds(L.latLngBounds(known.map(latLngOf)), { maxZoom: NEAR, padding: [24, 24] });
  }, [map, open.data, home, point]);

  return <div ref={ground} className="front-door-map" role="application" aria-label={t('map')} />;
};
