import type { TenantRow, UnitKind, UnitRow } from '@zeren/organisation-domain';
import { Button } from 'antd';
import { usePages, useRead } from '../../api/reads.js';
import type { Page } from '../../api/rows.js';
import { Bones, Failure, Resource } from '../../design/states.js';
import { Tree, TreeItem, TreeNote } from '../../design/tree.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { useOrganisationTexts } from './organisation.texts.js';

export type Chosen = { readonly onChoose: (unit: UnitRow) => void };
export type OnDate = { readonly on: string | undefined };

/** Offices and departments stand beside the tree of areas. */
const areaKinds: readonly UnitKind[] = ['government', 'district', 'town', 'village', 'grid'];

/** The reader's own tenant, with its levels; undefined while it is not known. */
export const useOwnTenant = (): TenantRow | undefined => {
  const { tenantId } = useAccount();
  return useRead<TenantRow>(`/tenants/platform_${tenantId}`, {}, { fresh: 3_600_000 }).data;
};

/** What the reader's tenant calls a unit's level; its kind where it has no level in the tree. */
export const useLevelName = (): ((unit: Pick<UnitRow, 'level' | 'kind'>) => string) => {
  const t = useOrganisationTexts();
  const { nameOf } = useLanguage();
  const levels = useOwnTenant()?.levels ?? [];
  return ({ level, kind }) => {
    const name = level === null || !areaKinds.includes(kind) ? undefined : levels[level - 1];
    return nameOf(name) || t(kind);
  };
};

/** In a tree the item has the focus and Enter opens it; elsewhere the button has it itself. */
const UnitLabel = ({ unit, onChoose, inTree = false }: { unit: UnitRow; inTree?: boolean } & Chosen) => {
  const { nameOf } = useLanguage();
  const levelName = useLevelName();
  return (
    <>
      <button type="button" className="as-link" tabIndex={inTree ? -1 : 0} onClick={() => onChoose(unit)}>{nameOf(unit.name)}</button>
      <span className="soft small">{levelName(unit)} {unit.code && <span className="mono">{unit.code}</span>}</span>
    </>
  );
};

const Units = ({ parent, deepest, on, onChoose }: { parent: UnitRow; deepest: number } & OnDate & Chosen) => {
  const t = useOrganisationTexts();
  const units = usePages<UnitRow>('/units', { parentUnitId: parent.unitId, on, limit: 200 });
  if (units.isError) return <TreeNote><Failure failure={units.error} onAgain={() => void units.refetch()} /></TreeNote>;
  if (!units.data) return <TreeNote><Bones lines={3} /></TreeNote>;
  const rows = units.data.pages.flatMap(({ items }) => items).filter(({ kind }) => areaKinds.includes(kind));
  return (
    <>
      {rows.length === 0 && !units.hasNextPage && <li className="soft small">{t('noneBelow')}</li>}
      {rows.map((unit) => (
        <TreeItem key={unit.id} label={<UnitLabel unit={unit} onChoose={onChoose} inTree />}>
          {unit.level !== null && unit.level < deepest ? () => <Units parent={unit} deepest={deepest} on={on} onChoose={onChoose} /> : undefined}
        </TreeItem>
      ))}
      {units.hasNextPage && <li><Button size="small" type="link" onClick={() => void units.fetchNextPage()}>{t('more')}</Button></li>}
    </>
  );
};

/** Units of a kind, one by one; a city's list is of its own level, without its districts' insides. */
export const ListedUnits = ({ kind, on, onChoose }: { kind: UnitKind } & OnDate & Chosen) => {
  const level = useOwnTenant()?.kind === 'city' && kind !== 'external-party' ? 1 : undefined;
  const units = useRead<Page<UnitRow>>('/units', { kind, level, on, limit: 200 });
  return (
    <Resource of={units} lines={3} isEmpty={({ items }) => items.length === 0}>
      {({ items }) => <ul className="plain unit-list">{items.map((unit) => <li key={unit.id} className="row"><UnitLabel unit={unit} onChoose={onChoose} /></li>)}</ul>}
    </Resource>
  );
};

/** The areas as they stood under each other on a day, down to the tenant's last level. */
export const UnitTree = ({ on, onChoose }: OnDate & Chosen) => {
  const t = useOrganisationTexts();
  const levels = useOwnTenant()?.levels.length ?? 5;
  const roots = useRead<Page<UnitRow>>('/units', { kind: 'government', on, limit: 50 });
  return (
    <Resource of={roots} lines={8} isEmpty={({ items }) => items.length === 0} empty={t('noUnits')}>
      {({ items }) => (
        <Tree label={t('tree')}>
          {items.map((unit) => (
            <TreeItem key={unit.id} open label={<UnitLabel unit={unit} onChoose={onChoose} inTree />}>
              {() => <Units parent={unit} deepest={levels} on={on} onChoose={onChoose} />}
            </TreeItem>
          ))}
        </Tree>
      )}
    </Resource>
  );
};
