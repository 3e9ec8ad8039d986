import type { KeptPhoto } from './outbox.js';

/** Pixels of the longer edge, and the quality of the JPEG, that a photo is kept with: enough to see, little to send. */
const EDGE = 1_920;
const QUALITY = 0.85;

const drawn = async (file: Blob): Promise<Blob | null> => {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
};

/** The picture alone, small enough to wait on a phone; undefined where the file is no picture. */
export const pictureOf = async (file: Blob): Promise<Blob | undefined> => (await drawn(file).catch(() => null)) ?? undefined;

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
