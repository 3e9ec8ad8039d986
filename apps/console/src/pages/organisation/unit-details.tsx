import type { PopulationRow, PostRow, UnitRow } from '@zeren/organisation-domain';
import { useRead } from '../../api/reads.js';
import type { Page } from '../../api/rows.js';
import { Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { WhoAnswers } from '../leadership/answering.js';
import { useOrganisationTexts } from './organisation.texts.js';
import { UnitActions, VacancyAction } from './unit-actions.js';
import { useLevelName, type OnDate } from './unit-tree.js';

type PostWithHolder = PostRow & { readonly holder?: { readonly officerId: string; readonly from: string } | null };

const Posts = ({ unitId, on }: { unitId: string } & OnDate) => {
  const t = useOrganisationTexts();
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
              <VacancyAction post={post} isHeld={Boolean(post.holder)} />
            </li>
          ))}
        </ul>
      )}
    </Resource>
  );
};

/** From when to when a version holds. */
const Span = ({ of: { validFrom, validUntil } }: { of: Pick<UnitRow, 'validFrom' | 'validUntil'> }) => {
  const t = useOrganisationTexts();
  const { language } = useLanguage();
  return <>{t('from', { date: dayOf(validFrom, language) })}{validUntil && ` · ${t('until', { date: dayOf(validUntil, language) })}`}</>;
};

const Versions = ({ unitId }: { unitId: string }) => {
  const { nameOf } = useLanguage();
  const versions = useRead<Page<UnitRow>>(`/units/${encodeURIComponent(unitId)}/versions`, { limit: 50 });
  return (
    <Resource of={versions} lines={2}>
      {({ items }) => (
        <ol className="plain stack">
          {items.map((version) => (
            <li key={version.id}>
              <b>{nameOf(version.name)}</b> {version.code && <span className="mono soft">{version.code}</span>}
              <div className="small soft"><Span of={version} />{version.parentUnitId && <> · <UnitName id={version.parentUnitId} /></>}</div>
            </li>
          ))}
        </ol>
      )}
    </Resource>
  );
};

const Populations = ({ unitId }: { unitId: string }) => {
  const t = useOrganisationTexts();
  const { language } = useLanguage();
  const populations = useRead<Page<PopulationRow>>('/populations', { unitId, limit: 20 });
  return (
    <Resource of={populations} lines={2} isEmpty={({ items }) => items.length === 0} empty={t('noPopulation')}>
      {({ items }) => (
        <ul className="plain stack">
          {items.map(({ id, people, countedOn, source }) => (
            <li key={id}>
              <b>{t('people', { people: people.toLocaleString(language) })}</b>
              <div className="small soft">{t('counted', { date: dayOf(countedOn, language), source })}</div>
            </li>
          ))}
        </ul>
      )}
    </Resource>
  );
};

/** A unit on a day: what it is, what it was and will be, how many live there, who holds its posts. */
export const UnitDetails = ({ unit, on }: { unit: UnitRow } & OnDate) => {
  const t = useOrganisationTexts();
  const levelName = useLevelName();
  return (
    <div className="stack">
      <dl className="facts">
        <dt>{t('id')}</dt><dd className="mono">{unit.unitId}</dd>
        {unit.code && <><dt>{t('code')}</dt><dd className="mono">{unit.code}</dd></>}
        <dt>{t('kind')}</dt><dd>{t(unit.kind)}</dd>
        <dt>{t('level')}</dt><dd>{unit.level === null ? '—' : `${unit.level} · ${levelName(unit)}`}</dd>
        {unit.parentUnitId && <><dt>{t('parent')}</dt><dd><UnitName id={unit.parentUnitId} /></dd></>}
        <dt>{t('since')}</dt><dd><Span of={unit} /></dd>
      </dl>
      <UnitActions unit={unit} />
      <h3>{t('versions')}</h3>
      <Versions unitId={unit.unitId} />
      <h3>{t('populations')}</h3>
      <Populations unitId={unit.unitId} />
      <h3>{t('posts')}</h3>
      <Posts unitId={unit.unitId} on={on} />
      <WhoAnswers unitId={unit.unitId} on={on} />
    </div>
  );
};
