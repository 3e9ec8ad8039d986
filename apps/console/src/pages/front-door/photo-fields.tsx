import type { RequestPhoto } from '@zeren/requests-domain';
import { Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { sendFile } from '../../api/client.js';
import { Failure } from '../../design/states.js';
import { doorPath } from './door-frame.js';
import { PHOTO, photoFault } from './filing.js';
import { useFrontDoorTexts } from './front-door.texts.js';

type Kept = { readonly hash: string; readonly address: string };

/** Photos, sent as they are chosen: whatever cannot be taken is said at once, and what was written stays. */
export const PhotoFields = ({ tenantId, onSay }: { tenantId: string; onSay: (hashes: readonly string[]) => void }) => {
  const t = useFrontDoorTexts();
  const input = useRef<HTMLInputElement>(null);
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const addresses = useRef(new Set<string>());
  useEffect(() => () => { for (const address of addresses.current) URL.revokeObjectURL(address); }, []);

  const say = (photos: readonly Kept[]) => {
    setKept(photos);
    onSay(photos.map(({ hash }) => hash));
  };
  const adding = useMutation({
    mutationFn: async (files: readonly File[]) => {
      let all = kept;
      for (const file of files) {
        const { hash } = await sendFile<RequestPhoto>(`${doorPath(tenantId)}/photos`, { mediaType: file.type }, file, {
          key: crypto.randomUUID(), onProgress: () => undefined, signal: new AbortController().signal,
        });
        if (all.some((photo) => photo.hash === hash)) continue;
        const address = URL.createObjectURL(file);
        addresses.current.add(address);
        all = [...all, { hash, address }];
        say(all);
      }
    },
  });
  const add = (files: readonly File[]) => {
    const sound = files.filter((file) => photoFault(file) === undefined);
    const taken = sound.slice(0, PHOTO.most - kept.length);
    const wrong = files.flatMap((file) => {
      const fault = photoFault(file);
      return fault === undefined ? [] : [t(fault, { name: file.name })];
    });
    setFaults([...wrong, ...(taken.length < sound.length ? [t('tooMany')] : [])]);
    if (taken.length > 0) adding.mutate(taken);
  };

  return (
    <fieldset>
      <legend>{t('photos')}</legend>
      <input ref={input} type="file" hidden multiple accept={PHOTO.types.join(',')} aria-label={t('addPhotos')} onChange={({ currentTarget }) => {
        add([...(currentTarget.files ?? [])]);
        currentTarget.value = '';
      }} />
      <div className="row">
        <Button className="large" loading={adding.isPending} disabled={kept.length >= PHOTO.most} onClick={() => input.current?.click()}>{t('addPhotos')}</Button>
        <span className="hint">{t('photoRules')}</span>
      </div>
      {faults.length > 0 && <ul role="alert" className="plain small">{faults.map((fault) => <li key={fault}>{fault}</li>)}</ul>}
      {adding.isError && <Failure failure={adding.error} />}
      {kept.length > 0 && (
        <ul className="plain front-door-photos">
          {kept.map(({ hash, address }, index) => (
            <li key={hash}>
              <img src={address} alt={t('photoOf', { number: index + 1 })} />
              <Button size="small" block aria-label={t('removePhoto', { number: index + 1 })} onClick={() => say(kept.filter((photo) => photo.hash !== hash))}>×</Button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
};
