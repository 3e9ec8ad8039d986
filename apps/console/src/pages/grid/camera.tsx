import { Button, Switch } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useGridTexts } from './grid.texts.js';
import type { KeptPhoto } from './outbox.js';
import { pictureOf, placeOfPhone } from './photo.js';

const MOST = 9;

const Thumb = ({ photo, number, onRemove }: { photo: KeptPhoto; number: number; onRemove: () => void }) => {
  const t = useGridTexts();
  const { language } = useLanguage();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(photo.bytes);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [photo.bytes]);
  return (
    <li className="grid-photo">
      {address && <img src={address} alt={t('photoOf', { number })} />}
      <span className="small">{timeOf(photo.takenAt, language)}<br />{photo.point ? t('placed', photo.point) : t('unplaced')}</span>
      <Button aria-label={t('remove', { number })} onClick={onRemove}>×</Button>
    </li>
  );
};

/** Photos from the phone's camera, each with its time and, where the officer lets it, its place. */
export const Camera = ({ photos, onPhotos }: { photos: readonly KeptPhoto[]; onPhotos: (photos: readonly KeptPhoto[]) => void }) => {
  const t = useGridTexts();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [withPlace, setWithPlace] = useState(false);
  const [state, setState] = useState<'ready' | 'locating' | 'notPicture'>('ready');
  const take = async (files: readonly File[]) => {
    setState('locating');
    const takenAt = new Date().toISOString();
    const [point, pictures] = await Promise.all([withPlace ? placeOfPhone() : null, Promise.all(files.slice(0, MOST - photos.length).map(pictureOf))]);
    const good = pictures.filter((bytes) => bytes !== undefined);
    onPhotos([...photos, ...good.map((bytes) => ({ key: crypto.randomUUID(), bytes, takenAt, point, sent: null }))]);
    setState(good.length === pictures.length ? 'ready' : 'notPicture');
  };
  return (
    <div className="stack">
      <div className="row">
        <Switch id={id} checked={withPlace} onChange={setWithPlace} aria-describedby={`${id}why`} />
        <label htmlFor={id}>{t('place')}</label>
      </div>
      <p id={`${id}why`} className="small soft">{t('placeWhy')}</p>
      {photos.length > 0 && (
        <ul className="plain stack">
          {photos.map((photo, index) => (
            <Thumb key={photo.key} photo={photo} number={index + 1} onRemove={() => onPhotos(photos.filter(({ key }) => key !== photo.key))} />
          ))}
        </ul>
      )}
      <input ref={input} type="file" hidden multiple accept="image/*" capture="environment" aria-label={t('photo')}
        onChange={({ currentTarget }) => {
          void take([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }} />
      <Button size="large" disabled={photos.length >= MOST} loading={state === 'locating'} onClick={() => input.current?.click()}>{t(photos.length >= MOST ? 'full' : 'photo')}</Button>
      <span className="why" role="status">{state === 'ready' ? '' : t(state)}</span>
    </div>
  );
};
