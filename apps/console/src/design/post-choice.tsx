import type { PostRow } from '@zeren/organisation-domain';
import { Select } from 'antd';
import { useState } from 'react';
import { useRead } from '../api/reads.js';
import type { Page } from '../api/rows.js';
import { textsOf, useLanguage } from '../language/language.js';
import { UnitChoice } from './unit-choice.js';

const useTexts = textsOf('post-choice', { post: '岗位', unit: '先查找单位' }, { post: 'Post', unit: 'Find the unit first' });

const minute = 60_000;

/** A post's id begins with its unit's. */
const unitOf = (postId: string): string => postId.slice(0, Math.max(postId.lastIndexOf('.'), 0));

/** A post of a unit: the unit is found first, then one of its posts is chosen. */
export const PostChoice = ({ id, value, onChoose }: { readonly id: string; readonly value: string; readonly onChoose: (postId: string) => void }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const [unitId, setUnitId] = useState(unitOf(value));
  const posts = useRead<Page<PostRow>>('/posts', { unitId, limit: 50 }, { enabled: unitId !== '', fresh: minute });
  const chooseUnit = (next: string) => {
    setUnitId(next);
    if (unitOf(value) !== next) onChoose('');
  };
  return (
    <div className="stack">
      <UnitChoice id={id} value={unitId} placeholder={t('unit')} onChoose={chooseUnit} />
      <Select aria-label={t('post')} value={value || null} disabled={unitId === ''} placeholder={t('post')} loading={posts.isFetching} onChange={onChoose}
        options={(posts.data?.items ?? []).map((post) => ({ value: post.id, label: nameOf(post.name) }))} />
    </div>
  );
};
