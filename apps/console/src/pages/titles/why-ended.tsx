import type { CampaignRow, Precondition, StandardDocumentRow, TitleRow } from '@zeren/tasks-domain';
import { useRead } from '../../api/reads.js';
import { Mark } from '../../design/lamp.js';
import { useLanguage } from '../../language/language.js';
import { useTitleTexts } from './titles.texts.js';

const Items = ({ word, codes, items }: { word: string; codes: readonly string[]; items: readonly Precondition[] }) => {
  const { nameOf } = useLanguage();
  return (
    <>
      {codes.map((code) => <div key={code}><Mark tone="seal">{word}</Mark> {nameOf(items.find((one) => one.code === code)?.name)} <span className="mono soft">{code}</span></div>)}
    </>
  );
};

/** Why an application ended, by the names that the standard gives its conditions and its negative list. */
const Ended = ({ title }: { title: TitleRow }) => {
  const t = useTitleTexts();
  const campaign = useRead<CampaignRow>(`/campaigns/${title.campaignId}`, {}, { fresh: 60_000, enabled: title.standardId === null });
  const standardId = title.standardId ?? campaign.data?.standardId;
  const standard = useRead<StandardDocumentRow>(`/standards/${standardId ?? ''}`, {}, { fresh: Infinity, enabled: standardId !== undefined });
  const { preconditions = [], negativeList = [] } = standard.data ?? {};
  return (
    <>
      <Items word={t('missing')} codes={title.missing} items={preconditions} />
      <Items word={t('occurred')} codes={title.occurred} items={negativeList} />
    </>
  );
};

export const WhyEnded = ({ title }: { title: TitleRow }) => (title.missing.length + title.occurred.length > 0 ? <Ended title={title} /> : <>—</>);
