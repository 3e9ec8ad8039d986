import type { Point, PublicRequest } from '@zeren/requests-domain';
import type { Page } from '../../api/rows.js';
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useRef } from 'react';
import { useRead } from '../../api/reads.js';
import { doorPath } from './door-frame.js';

const NEAR = 16;
/** All of the country, where nothing says better. */
const WIDE = { centre: [33, 106] as [number, number], zoom: 5 };
const PLACES = 6;

const latLngOf = ({ latitude, longitude }: Point): [number, number] => [Number(latitude), Number(longitude)];

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** A plain ground, or the tiles the tenant names, with the open public requests on it; pressing it marks the place. */
export const PlaceMap = ({ tenantId, tileUrl, point, label, onMark }: {
  tenantId: string; tileUrl: string | null; point: Point | null; label: string; onMark: (point: Point) => void;
}) => {
  const ground = useRef<HTMLDivElement>(null);
  const map = useRef<L.Map>(undefined);
  const marks = useRef<L.LayerGroup>(undefined);
  const mark = useRef(onMark);
  useEffect(() => { mark.current = onMark; });
  const open = useRead<Page<PublicRequest>>(`${doorPath(tenantId)}/requests`, { open: 'true', limit: 100 }, { immediate: true, fresh: 60_000 });

  useEffect(() => {
    if (!ground.current) return undefined;
    const made = L.map(ground.current, { attributionControl: false }).setView(WIDE.centre, WIDE.zoom);
    if (tileUrl) L.tileLayer(tileUrl, { maxZoom: 19 }).addTo(made);
    marks.current = L.layerGroup().addTo(made);
    made.on('click', ({ latlng }) => mark.current({ latitude: latlng.lat.toFixed(PLACES), longitude: latlng.wrap().lng.toFixed(PLACES) }));
    map.current = made;
    return () => { made.remove(); };
  }, [tileUrl]);

  useEffect(() => {
    const [layer, shown] = [marks.current, map.current];
    if (!layer || !shown) return;
    layer.clearLayers();
    const points = (open.data?.items ?? []).flatMap((request) => (request.point ? [{ ...request, point: request.point }] : []));
    for (const request of points) {
      const words = document.createElement('span');
      words.textContent = request.subject;
      L.circleMarker(latLngOf(request.point), { radius: 6, color: colour('--slate'), weight: 2 }).bindTooltip(words).addTo(layer);
    }
    if (point) L.circleMarker(latLngOf(point), { radius: 10, color: colour('--cinnabar'), weight: 3 }).addTo(layer);
    if (point) shown.setView(latLngOf(point), Math.max(shown.getZoom(), NEAR));
    else if (points.length > 0) shown.fitBounds(L.latLngBounds(points.map((request) => latLngOf(request.point))), { maxZoom: NEAR, padding: [24, 24] });
  }, [open.data, point]);

  return <div ref={ground} className="front-door-map" role="application" aria-label={label} />;
};
