import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readFile } from '../../api/client.js';
import { Resource } from '../../design/states.js';

const Shown = ({ content, name }: { content: Blob; name: string }) => {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(content);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address ? <img className="picture" src={address} alt={name} /> : null;
};

/** A picture on file, fetched with the reader's token. */
export const Picture = ({ evidenceId, hash, name }: { evidenceId: string; hash: string; name: string }) => {
  const picture = useQuery({
    queryKey: ['picture', evidenceId, hash], staleTime: Infinity, gcTime: 60_000,
    queryFn: ({ signal }) => readFile(`/evidence/${evidenceId}/file`, {}, signal),
  });
  return <Resource of={picture} lines={6}>{(content) => <Shown content={content} name={name} />}</Resource>;
};
