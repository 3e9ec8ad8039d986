import { localDate } from '@zeren/organisation-domain';
import type { MatrixClaim, MatrixRow, MatrixVersion } from '@zeren/organisation-domain';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useNow } from '../../api/now.js';
import { usePages } from '../../api/reads.js';
import { useChosen } from '../../design/chosen.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { PostName } from '../../design/post-name.js';
import { Failure } from '../../design/states.js';
import { UnitChoice } from '../../design/unit-choice.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { saveWorkbook } from '../split-workbench/save-workbook.js';
import { MatrixImport } from './matrix-import.js';
import { useCauseTexts, useClaimTexts, useMatrixTexts } from './matrix.texts.js';
import { MatterScope } from './matter-scope.js';
import { OwnerLookup } from './owner-lookup.js';
import { PagedRows } from './paged-rows.js';
import { AddRow, EndRow } from './row-forms.js';
import '../tasks/tasks.css';

const claims: readonly MatrixClaim[] = ['block', 'line'];

const Units = ({ ids }: { ids: readonly string[] }) =>
  (ids.length === 0 ? <>—</> : <ul className="plain">{ids.map((id) => <li key={id}><UnitName id={id} /></li>)}</ul>);

const RowList = ({ filter, mayChange }: { filter: Readonly<Record<string, string | undefined>>; mayChange: boolean }) => {
  const t = useMatrixTexts();
  const claim = useClaimTexts();
  const { language } = useLanguage();
  const rows = usePages<MatrixRow>('/responsibility-matrix', { ...filter, limit: 25 }, { immediate: true });
  const [ended, setEnded] = useState<MatrixRow>();
  return (
    <>
      <PagedRows pages={rows} caption={t('rows')} empty={t('none')} keyOf={({ rowId }) => rowId} columns={[
        { key: 'area', title: t('area'), lead: true, cell: ({ areaUnitId }) => <UnitName id={areaUnitId} /> },
        { key: 'matter', title: t('matter'), wide: true, cell: ({ matterCode }) => <MatterScope code={matterCode} /> },
        { key: 'claim', title: t('claim'), cell: (row) => <Mark>{claim(row.claim)}</Mark> },
        { key: 'lead', title: t('lead_'), cell: ({ leadUnitId }) => <UnitName id={leadUnitId} /> },
        { key: 'supporting', title: t('supporting'), cell: ({ supportingUnitIds }) => <Units ids={supportingUnitIds} /> },
        { key: 'post', title: t('post'), cell: ({ officerPostId }) => (officerPostId === null ? <span className="soft">{t('head')}</span> : <PostName id={officerPostId} />) },
        { key: 'from', title: t('from'), cell: ({ validFrom }) => dayOf(validFrom, language) },
        ...(mayChange ? [{ key: 'end', title: t('end'), cell: (row: MatrixRow) => <Button size="small" onClick={() => setEnded(row)}>{t('end')}</Button> }] : []),
      ]} />
      {ended && <EndRow row={ended} onClose={() => setEnded(undefined)} />}
    </>
  );
};

const Versions = () => {
  const t = useMatrixTexts();
  const cause = useCauseTexts();
  const { language } = useLanguage();
  const versions = usePages<MatrixVersion>('/responsibility-matrix/versions', { limit: 10 }, { immediate: true });
  return (
    <section className="sheet stack">
      <h2>{t('versions')}</h2>
      <PagedRows pages={versions} caption={t('versions')} empty={t('noVersions')} keyOf={({ version }) => String(version)} columns={[
        { key: 'version', title: t('version'), lead: true, cell: ({ version, from }) => <>{version} · {dayOf(from, language)}</> },
        { key: 'cause', title: t('cause'), cell: (row) => <Mark>{cause(row.cause)}</Mark> },
        { key: 'reason', title: t('reason'), wide: true, cell: ({ reason, cell }) => <>{reason}{cell && <div className="small soft"><UnitName id={cell.areaUnitId} /> · <MatterScope code={cell.matterCode} /></div>}</> },
        { key: 'document', title: t('document'), cell: ({ document }) => document ?? '—' },
        { key: 'changes', title: t('changes'), cell: ({ added, ended }) => t('changed', { added, ended }) },
      ]} />
    </section>
  );
};

const Offers = ({ on, mayChange }: { on: string | undefined; mayChange: boolean }) => {
  const t = useMatrixTexts();
  const [form, setForm] = useState<'import' | 'add'>();
  const save = useMutation({ mutationFn: () => saveWorkbook('/responsibility-matrix/spreadsheet', 'responsibility-matrix', { on }) });
  return (
    <>
      <div className="row">
        <Button loading={save.isPending} onClick={() => save.mutate()}>{t('download')}</Button>
        {mayChange && <Button onClick={() => setForm('import')}>{t('import')}</Button>}
        {mayChange && <Button type="primary" onClick={() => setForm('add')}>{t('add')}</Button>}
        <Link to="/responsibility-map">{t('map')}</Link>
      </div>
      {save.isError && <Failure failure={save.error} />}
      {form === 'import' && <MatrixImport onClose={() => setForm(undefined)} />}
      {form === 'add' && <AddRow onClose={() => setForm(undefined)} />}
    </>
  );
};

const filters = ['on', 'areaUnitId', 'matterCode', 'leadUnitId', 'claim'] as const;

/** Who answers for what, where: the rows in force on a day, every version with its reason, and who answers for a single case. */
export const MatrixPage = () => {
  const t = useMatrixTexts();
  const claim = useClaimTexts();
  const now = useNow();
  const { roles } = useAccount();
  const { params, choose } = useChosen();
  const filter = Object.fromEntries(filters.map((name) => [name, params.get(name) ?? undefined]));
  const mayChange = roles.includes('city-office');
  const on = filter['on'];
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <Offers on={on} mayChange={mayChange} />
      <OwnerLookup on={on} />
      <section className="sheet stack">
        <h2>{t('rows')}</h2>
        <search className="filters" aria-label={t('filters')}>
          <div className="filter"><label htmlFor="matrix-on">{t('on')}</label><input id="matrix-on" type="date" className="date-field" value={on ?? (now === undefined ? '' : localDate(now))} onChange={({ target }) => choose('on', target.value)} /></div>
          <div className="filter"><label htmlFor="matrix-area">{t('area')}</label><UnitChoice id="matrix-area" value={filter['areaUnitId'] ?? ''} onChoose={(unit) => choose('areaUnitId', unit)} areas /></div>
          <div className="filter"><label htmlFor="matrix-matter">{t('matterCode')}</label><Input id="matrix-matter" key={filter['matterCode']} defaultValue={filter['matterCode'] ?? ''} allowClear
            onPressEnter={({ currentTarget }) => choose('matterCode', currentTarget.value.trim().toUpperCase())} onBlur={({ currentTarget }) => choose('matterCode', currentTarget.value.trim().toUpperCase())} /></div>
          <div className="filter"><label htmlFor="matrix-lead">{t('lead_')}</label><UnitChoice id="matrix-lead" value={filter['leadUnitId'] ?? ''} onChoose={(unit) => choose('leadUnitId', unit)} /></div>
          <div className="filter"><label htmlFor="matrix-claim">{t('claim')}</label><Select id="matrix-claim" value={filter['claim'] ?? ''} onChange={(value: string) => choose('claim', value)} popupMatchSelectWidth={false}
            options={[{ value: '', label: t('all') }, ...claims.map((value) => ({ value, label: claim(value) }))]} /></div>
        </search>
        <RowList filter={filter} mayChange={mayChange} />
      </section>
      <Versions />
    </PageFrame>
  );
};
