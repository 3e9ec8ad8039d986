import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readFile } from '../api/client.js';
import { Resource } from './states.js';

type Seen = { readonly name: string; readonly className: string };

const Shown = ({ content, name, className }: Seen & { content: Blob }) => {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(content);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address ? <img className={className} src={address} alt={name} /> : null;
};

/** A picture that the service keeps, fetched with the reader's token; its hash tells it from what stood there before. */
export const Picture = ({ path, hash, ...seen }: Seen & { path: string; hash: string }) => {
  const picture = useQuery({ queryKey: ['picture', path, hash], staleTime: Infinity, gcTime: 60_000, queryFn: ({ signal }) => readFile(path, {}, signal) });
  return <Resource of={picture} lines={6}>{(content) => <Shown content={content} {...seen} />}</Resource>;
};
