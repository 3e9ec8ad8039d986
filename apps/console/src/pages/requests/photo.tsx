import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readFile } from '../../api/client.js';
import { Failure, Resource } from '../../design/states.js';

const Shown = ({ content, name }: { content: Blob; name: string }) => {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(content);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address ? <img className="request-photo" src={address} alt={name} /> : null;
};

/** A photo of a request, fetched with the reader's token. */
export const Photo = ({ requestId, hash, name }: { requestId: string; hash: string; name: string }) => {
  const photo = useQuery({
    queryKey: ['request photo', requestId, hash], staleTime: Infinity, gcTime: 60_000,
    queryFn: ({ signal }) => readFile(`/requests/${requestId}/photos/${hash}`, {}, signal),
  });
  if (photo.isError) return <Failure failure={photo.error} />;
  return <Resource of={photo} lines={4}>{(content) => <Shown content={content} name={name} />}</Resource>;
};
