import type { PostRow, UnitKind, UnitRow } from '@zeren/organisation-domain';
import { localDate } from '@zeren/tasks-domain';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useNow } from '../../api/now.js';
import { usePages, useRead } from '../../api/reads.js';
import type { Page } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { Bones, Failure, Nothing, Resource } from '../../design/states.js';
import { Tree, TreeItem } from '../../design/tree.js';
import { dayOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { DutyLists } from './duty-lists.js';
import './organisation.css';

const useTexts = textsOf(
  'organisation',
  {
    title: '组织机构', lead: '单位、上下级和名称按日期生效；机构调整不改写历史。', on: '生效日期', today: '今天', before: '恩阳设区前 2013-01-17', after: '恩阳设区后 2013-01-18',
    tree: '区划', districtCount: '{{count}} 个县区', departments: '市级部门与机构', external: '树外单位', posts: '岗位', from: '自 {{date}} 起', until: '至 {{date}} 止', noUnits: '这一天没有登记的单位。',
    holder: '任职', vacant: '空缺', more: '更多', details: '单位', code: '代码', kind: '类别', since: '生效', open: '查看',
    government: '政府', office: '办公室', department: '部门', district: '县区', town: '镇街', village: '村社区', grid: '网格', 'external-party': '树外单位',
  },
  {
    title: 'Organisation', lead: 'Units, parents and names are effective by date; a reorganisation never rewrites history.', on: 'Effective on', today: 'Today', before: 'Before Enyang: 2013-01-17', after: 'With Enyang: 2013-01-18',
    tree: 'Divisions', districtCount: '{{count}} districts and counties', departments: 'City departments and offices', external: 'Outside the tree', posts: 'Posts', from: 'since {{date}}', until: 'until {{date}}', noUnits: 'No unit is registered for this day.',
    holder: 'Held by', vacant: 'vacant', more: 'More', details: 'Unit', code: 'Code', kind: 'Kind', since: 'Effective', open: 'Open',
    government: 'government', office: 'office', department: 'department', district: 'district', town: 'town', village: 'village', grid: 'grid', 'external-party': 'external party',
  },
);

type Chosen = { readonly onChoose: (unit: UnitRow) => void };
type OnDate = { readonly on: string | undefined };

/** In a tree the item has the focus and Enter opens it; elsewhere the button has it itself. */
const UnitLabel = ({ unit, onChoose, inTree = false }: { unit: UnitRow; inTree?: boolean } & Chosen) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  return (
    <>
      <button type="button" className="as-link" tabIndex={inTree ? -1 : 0} onClick={() => onChoose(unit)}>{nameOf(unit.name)}</button>
      <span className="soft small">{t(unit.kind)} {unit.code && <span className="mono">{unit.code}</span>}</span>
    </>
  );
};

const Units = ({ parentUnitId, on, onChoose, only }: { parentUnitId: string; only?: readonly UnitKind[] } & OnDate & Chosen) => {
  const t = useTexts();
  const units = usePages<UnitRow>('/units', { parentUnitId, on, limit: 200 });
  if (units.isError) return <li><Failure failure={units.error} onAgain={() => void units.refetch()} /></li>;
  if (!units.data) return <li><Bones lines={3} /></li>;
  const rows = units.data.pages.flatMap(({ items }) => items).filter(({ kind }) => !only || only.includes(kind));
  return (
    <>
      {rows.map((unit) => (
        <TreeItem key={unit.id} label={<UnitLabel unit={unit} onChoose={onChoose} inTree />}>
          {unit.kind === 'district' || unit.kind === 'town' || unit.kind === 'government'
            ? () => <Units parentUnitId={unit.unitId} on={on} onChoose={onChoose} />
            : undefined}
        </TreeItem>
      ))}
      {units.hasNextPage && <li><Button size="small" type="link" onClick={() => void units.fetchNextPage()}>{t('more')}</Button></li>}
    </>
  );
};

const Listed = ({ kind, level, on, onChoose }: { kind: UnitKind; level?: number } & OnDate & Chosen) => {
  const units = useRead<Page<UnitRow>>('/units', { kind, level, on, limit: 200 });
  return (
    <Resource of={units} lines={6} isEmpty={({ items }) => items.length === 0}>
      {({ items }) => <ul className="plain unit-list">{items.map((unit) => <li key={unit.id} className="row"><UnitLabel unit={unit} onChoose={onChoose} /></li>)}</ul>}
    </Resource>
  );
};

type PostWithHolder = PostRow & { readonly holder?: { readonly officerId: string; readonly from: string } | null };

const Posts = ({ unitId, on }: { unitId: string } & OnDate) => {
  const t = useTexts();
  const { nameOf, language } = useLanguage();
  const posts = useRead<Page<PostWithHolder>>('/posts', { unitId, on });
  return (
    <Resource of={posts} lines={3} isEmpty={({ items }) => items.length === 0}>
      {({ items }) => (
        <ul className="plain stack">
          {items.map((post) => (
            <li key={post.id}>
              <b>{nameOf(post.name)}</b> <span className="mono soft">{post.id}</span>
              <div className="small soft">{t('holder')} {post.holder ? <><span className="mono">{post.holder.officerId}</span> {t('from', { date: dayOf(post.holder.from, language) })}</> : t('vacant')}</div>
            </li>
          ))}
        </ul>
      )}
    </Resource>
  );
};

const UnitDetails = ({ unit, on }: { unit: UnitRow } & OnDate) => {
  const t = useTexts();
  const { language } = useLanguage();
  return (
    <div className="stack">
      <dl className="facts">
        <dt>{t('code')}</dt><dd className="mono">{unit.unitId}</dd>
        <dt>{t('kind')}</dt><dd>{t(unit.kind)}</dd>
        <dt>{t('since')}</dt>
        <dd>{t('from', { date: dayOf(unit.validFrom, language) })}{unit.validUntil && ` · ${t('until', { date: dayOf(unit.validUntil, language) })}`}</dd>
      </dl>
      <h3>{t('posts')}</h3>
      <Posts unitId={unit.unitId} on={on} />
    </div>
  );
};

const Roots = ({ on, onChoose }: OnDate & Chosen) => {
  const t = useTexts();
  const roots = useRead<Page<UnitRow>>('/units', { kind: 'government', on, limit: 50 });
  return (
    <Resource of={roots} lines={8} isEmpty={({ items }) => items.length === 0} empty={t('noUnits')}>
      {({ items }) => (
        <Tree label={t('tree')}>
          {items.map((unit) => (
            <TreeItem key={unit.id} open label={<UnitLabel unit={unit} onChoose={onChoose} inTree />}>
              {() => <Units parentUnitId={unit.unitId} on={on} onChoose={onChoose} only={['district', 'town']} />}
            </TreeItem>
          ))}
        </Tree>
      )}
    </Resource>
  );
};

const DistrictCount = ({ on }: OnDate) => {
  const t = useTexts();
  const districts = useRead<Page<UnitRow>>('/units', { kind: 'district', on, limit: 50 });
  return districts.data ? <Mark tone="strong">{t('districtCount', { count: districts.data.items.length })}</Mark> : null;
};

/** Which units there were on a day, how they stood under each other, and who held their posts. */
export const OrganisationPage = () => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const [params, setParams] = useSearchParams();
  const [unit, setUnit] = useState<UnitRow>();
  const now = useNow();
  const on = params.get('on') ?? undefined;
  const choose = (date: string) => setParams(date ? { on: date } : {}, { replace: true });
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <div className="row">
        <label htmlFor="on">{t('on')}</label>
        <input id="on" type="date" className="date-field" value={on ?? (now === undefined ? '' : localDate(now))} onChange={({ target }) => choose(target.value)} />
        <Button onClick={() => choose('2013-01-17')}>{t('before')}</Button>
        <Button onClick={() => choose('2013-01-18')}>{t('after')}</Button>
        <Button onClick={() => choose('')} disabled={on === undefined}>{t('today')}</Button>
      </div>
      <div className="columns two">
        <section className="sheet">
          <div className="apart"><h2>{t('tree')}</h2><DistrictCount on={on} /></div>
          <Roots on={on} onChoose={setUnit} />
        </section>
        <div className="stack">
          <section className="sheet"><h2>{t('departments')}</h2><Listed kind="department" level={1} on={on} onChoose={setUnit} /><Listed kind="office" level={1} on={on} onChoose={setUnit} /></section>
          <section className="sheet"><h2>{t('external')}</h2><Listed kind="external-party" on={on} onChoose={setUnit} /></section>
        </div>
      </div>
      <DutyLists />
      <Drawer title={unit ? nameOf(unit.name) : ''} open={unit !== undefined} onClose={() => setUnit(undefined)} size={420} destroyOnHidden>
        {unit ? <UnitDetails unit={unit} on={on} /> : <Nothing />}
      </Drawer>
    </PageFrame>
  );
};
