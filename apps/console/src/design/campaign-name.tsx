import type { CampaignRow } from '@zeren/tasks-domain';
import { Link } from 'react-router-dom';
import { useRead } from '../api/reads.js';
import { idOf, type Page } from '../api/rows.js';
import { useLanguage } from '../language/language.js';

/** A campaign by its name, which opens it; by its id where the reader does not see it. */
export const CampaignName = ({ id }: { id: string }) => {
  const { nameOf } = useLanguage();
  const campaigns = useRead<Page<CampaignRow>>('/campaigns', { limit: 100 }, { fresh: 60_000 });
  const campaign = campaigns.data?.items.find((one) => idOf(one) === id);
  return <Link to={`/campaigns/${id}`}>{nameOf(campaign?.name) || id}</Link>;
};
