import type { PostRow } from '@zeren/organisation-domain';
import { useRead } from '../api/reads.js';
import { useLanguage } from '../language/language.js';
import { UnitName } from './unit-name.js';

const hour = 3_600_000;

/** A post by its unit's name and its own; by its code where no name is to be had. */
export const PostName = ({ id }: { id: string }) => {
  const { nameOf } = useLanguage();
  const post = useRead<PostRow>(`/posts/${encodeURIComponent(id)}`, {}, { fresh: hour, enabled: id !== '' }).data;
  return post ? <span title={id}><UnitName id={post.unitId} /> · {nameOf(post.name)}</span> : <span className="mono">{id}</span>;
};
