import type { CellReferral } from '@zeren/organisation-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { useNow } from '../../api/now.js';
import { usePages } from '../../api/reads.js';
import { Mark } from '../../design/lamp.js';
import { MatterName } from '../../design/matter-name.js';
import { UnitName } from '../../design/unit-name.js';
import { timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { PagedRows } from '../matrix/paged-rows.js';
import { Claimants } from './open-cells.js';
import { useMapTexts } from './responsibility-map.texts.js';
import { RulingForm } from './ruling-form.js';

const Due = ({ referral: { arbitrateBy } }: { referral: CellReferral }) => {
  const t = useMapTexts();
  const { language } = useLanguage();
  const now = useNow();
  return <>{timeOf(arbitrateBy.at, language)}{arbitrateBy.provisional && <span className="soft small">{t('provisional')}</span>} {now !== undefined && now > arbitrateBy.at && <Mark tone="seal">{t('late')}</Mark>}</>;
};

/** The cells that wait to be arbitrated, the one that is due first ahead, each with its ruling. */
export const ReferralQueue = ({ mayRule }: { mayRule: boolean }) => {
  const t = useMapTexts();
  const queue = usePages<CellReferral>('/responsibility-matrix/referrals', { open: 'true', limit: 20 }, { immediate: true });
  const [ruled, setRuled] = useState<CellReferral>();
  return (
    <section className="sheet stack">
      <div><h2>{t('queue')}</h2><p className="small soft">{t('queueLead')}</p></div>
      <PagedRows pages={queue} caption={t('queue')} empty={t('noQueue')} keyOf={({ areaUnitId, matterCode }) => `${areaUnitId}~${matterCode}`} columns={[
        { key: 'cell', title: t('area'), lead: true, cell: (row) => <><UnitName id={row.areaUnitId} /> · <MatterName code={row.matterCode} /></> },
        { key: 'why', title: t('why'), cell: ({ why }) => <Mark tone="seal">{t(why)}</Mark> },
        { key: 'claimants', title: t('claimants'), cell: ({ claimantUnitIds }) => <Claimants units={claimantUnitIds} /> },
        { key: 'reason', title: t('reason'), wide: true, cell: ({ reason }) => reason },
        { key: 'due', title: t('due'), cell: (row) => <Due referral={row} /> },
        ...(mayRule ? [{ key: 'rule', title: t('rule'), cell: (row: CellReferral) => <Button size="small" onClick={() => setRuled(row)}>{t('rule')}</Button> }] : []),
      ]} />
      {ruled && <RulingForm cell={ruled} onClose={() => setRuled(undefined)} />}
    </section>
  );
};
