import type { RequestPhoto } from '@zeren/requests-domain';
import { Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { sendFile } from '../../api/client.js';
import { Failure } from '../../design/states.js';
import { useRequestTexts } from './request.texts.js';

/** Photos a form holds, as text. */
export const photosIn = (text: string | undefined): readonly RequestPhoto[] => (text ? (JSON.parse(text) as RequestPhoto[]) : []);

/** As commands name them. */
export const hashesIn = (text: string | undefined): readonly string[] => photosIn(text).map(({ hash }) => hash);

const MOST = 9;

type Shown = { readonly id: string; readonly value: string; readonly onSay: (value: string) => void; readonly most?: number };

const sent = (file: File): Promise<RequestPhoto> =>
  sendFile<RequestPhoto>('/request-photos', { mediaType: file.type }, file, { key: crypto.randomUUID(), onProgress: () => undefined, signal: new AbortController().signal });

/** Photos that are sent as they are chosen; the form keeps what the service called them. */
export const PhotoChoice = ({ id, value, onSay, most = MOST }: Shown) => {
  const t = useRequestTexts();
  const input = useRef<HTMLInputElement>(null);
  const photos = photosIn(value);
  const adding = useMutation({
    mutationFn: async (files: readonly File[]) => {
      let all = photos;
      for (const file of files.slice(0, most - photos.length)) {
        all = [...all, await sent(file)];
        onSay(JSON.stringify(all));
      }
    },
  });
  return (
    <div className="stack">
      <div className="row">
        <input ref={input} type="file" hidden multiple={most > 1} accept="image/jpeg,image/png,image/webp" aria-label={t('sendPhoto')} onChange={({ currentTarget }) => {
          adding.mutate([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }} />
        <Button id={id} loading={adding.isPending} disabled={photos.length >= most} onClick={() => input.current?.click()}>{t('sendPhoto')}</Button>
        {photos.length > 0 && <span role="status">{t('photoCount', { count: photos.length })}</span>}
      </div>
      {adding.isError && <Failure failure={adding.error} />}
    </div>
  );
};
