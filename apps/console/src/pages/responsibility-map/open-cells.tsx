import type { CellReferral, MatrixCell, OpenCell } from '@zeren/organisation-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { usePages, useRead } from '../../api/reads.js';
import type { Page } from '../../api/rows.js';
import { Alternatives } from '../../design/alternatives.js';
import { Mark } from '../../design/lamp.js';
import { MatterName } from '../../design/matter-name.js';
import { UnitName } from '../../design/unit-name.js';
import { PagedRows } from '../matrix/paged-rows.js';
import { useMapTexts } from './responsibility-map.texts.js';
import { ReferralForm, RulingForm } from './ruling-form.js';

/** What of the map is opened: an area, and a major class or all. */
export type Opened = { readonly areaUnitId: string; readonly matterCode: string | undefined; readonly title: string };

/** The units that claim a cell; a dash where none does. */
export const Claimants = ({ units }: { units: readonly string[] }) =>
  (units.length === 0 ? <>—</> : <ul className="plain">{units.map((unit) => <li key={unit}><UnitName id={unit} /></li>)}</ul>);

const Actions = ({ cell, waits, mayRule }: { cell: MatrixCell; waits: boolean; mayRule: boolean }) => {
  const t = useMapTexts();
  const [form, setForm] = useState<'refer' | 'rule'>();
  return (
    <span className="row">
      {waits ? <Mark tone="seal">{t('wait')}</Mark> : <Button size="small" onClick={() => setForm('refer')}>{t('refer')}</Button>}
      {mayRule && <Button size="small" onClick={() => setForm('rule')}>{t('rule')}</Button>}
      {form === 'refer' && <ReferralForm cell={cell} onClose={() => setForm(undefined)} />}
      {form === 'rule' && <RulingForm cell={cell} onClose={() => setForm(undefined)} />}
    </span>
  );
};

const whys = ['every', 'vacuum', 'overlap'] as const;

/** The very cells behind a count, each of which can be put to arbitration or ruled on. */
export const OpenCells = ({ opened: { areaUnitId, matterCode, title }, on, mayAct, mayRule }: { opened: Opened; on: string | undefined; mayAct: boolean; mayRule: boolean }) => {
  const t = useMapTexts();
  const [why, setWhy] = useState<(typeof whys)[number]>('every');
  const cells = usePages<OpenCell>('/responsibility-map/cells', { areaUnitId, matterCode, on, why: why === 'every' ? undefined : why, limit: 12 }, { immediate: true });
  const waiting = useRead<Page<CellReferral>>('/responsibility-matrix/referrals', { open: 'true', limit: 200 }, { immediate: true }).data?.items ?? [];
  // Codes of areas nest, so that what waits for a town waits for its villages.
  const waits = (cell: MatrixCell): boolean => waiting.some((one) => cell.areaUnitId.startsWith(one.areaUnitId) && one.matterCode === cell.matterCode);
  return (
    <section className="sheet stack" aria-label={t('cells')}>
      <h2>{title}</h2>
      <Alternatives label={t('show')} chosen={why} onChoose={(key) => setWhy(whys.find((one) => one === key) ?? why)} options={whys.map((key) => ({ key, name: t(key) }))} />
      <PagedRows pages={cells} caption={title} empty={t('noCells')} keyOf={(row) => `${row.areaUnitId}~${row.matterCode}`} columns={[
        { key: 'area', title: t('village'), lead: true, cell: (row) => <UnitName id={row.areaUnitId} /> },
        { key: 'matter', title: t('matter'), cell: (row) => <><MatterName code={row.matterCode} /> <span className="mono soft">{row.matterCode}</span></> },
        { key: 'why', title: t('why'), cell: (row) => <Mark tone="seal">{t(row.why)}</Mark> },
        { key: 'claimants', title: t('claimants'), wide: true, cell: ({ claimantUnitIds }) => <Claimants units={claimantUnitIds} /> },
        ...(mayAct ? [{ key: 'act', title: t('refer'), cell: (row: OpenCell) => <Actions cell={row} waits={waits(row)} mayRule={mayRule} /> }] : []),
      ]} />
    </section>
  );
};
