import type { KeptPhoto } from './outbox.js';

/** Types and bytes that the service takes; any other picture is drawn anew, with the longer edge in pixels and the quality of the JPEG as here. */
const photoTypes = ['image/jpeg', 'image/png', 'image/webp'];
const MOST = 10 * 1024 * 1024;
const EDGE = 2_560;
const QUALITY = 0.85;

const drawnSmaller = (picture: ImageBitmap): Promise<Blob | null> => {
  const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
};

/** A picture that the service takes; undefined where the file is none. */
export const pictureOf = async (file: Blob): Promise<Blob | undefined> => {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  const bytes = file.size <= MOST && photoTypes.includes(file.type) ? file : await drawnSmaller(picture);
  picture.close();
  return bytes ?? undefined;
};

const DECIMALS = 6;

/** Where the phone is, to a tenth of a metre; null where the officer does not let it say, or it cannot. */
export const placeOfPhone = (): Promise<KeptPhoto['point']> => new Promise((resolve) => {
  if (!('geolocation' in navigator)) return resolve(null);
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => resolve({ latitude: coords.latitude.toFixed(DECIMALS), longitude: coords.longitude.toFixed(DECIMALS) }),
    () => resolve(null),
    { enableHighAccuracy: true, timeout: 8_000, maximumAge: 60_000 },
  );
});
