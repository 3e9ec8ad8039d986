import { excuses, type DoingRules, type Excuse, type SchemeRow } from '@zeren/assessment-domain';
import { compare, subtract } from '@zeren/kernel';
import { Fragment } from 'react';
import { useParams } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Ledger } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { Resource } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { excuseText } from './excuse-text.js';
import { useSchemeTexts } from './scheme.texts.js';
import './scheme.css';

const Sentences = ({ of }: { of: readonly string[] }) => <ul className="sentences">{of.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>;

const isNothing = (points: string): boolean => compare(points, '0') === 0;

const useExcuseNames = () => {
  const { language, nameOf } = useLanguage();
  return (some: readonly Excuse[]): string => some.map((excuse) => nameOf(excuseText[excuse])).join(language === 'zh' ? '、' : ', ');
};

const Scoring = ({ scheme }: { scheme: SchemeRow }) => {
  const t = useSchemeTexts();
  const { rules, lateDeduction, reworkDeduction, places, doing } = scheme;
  return (
    <section className="sheet">
      <h2>{t('rules')}</h2>
      <Sentences of={[
        t(`at-least.${rules.atLeast}`), t(`at-most.${rules.atMost}`), t('others'), t('missing'),
        t('late', { points: lateDeduction }),
        doing ? t('reworkCapped', { points: reworkDeduction, cap: doing.reworkCap }) : t('rework', { points: reworkDeduction }),
        t('places', { places }), t('ties'),
      ]} />
    </section>
  );
};

const useDoingSentences = () => {
  const t = useSchemeTexts();
  const names = useExcuseNames();
  return ({ leaves, onTimeShare, falseReport, sampleFailure, claim, sharedCredit }: DoingRules): readonly string[] => {
    const stays = excuses.filter((excuse) => !leaves.includes(excuse));
    const moves = leaves.includes('extended') || leaves.includes('deferred');
    return [
      leaves.length > 0 ? t('leaves', { excuses: names(leaves) }) : t('leavesNothing'),
      ...(moves ? [t('moves')] : []),
      ...(leaves.length > 0 && stays.length > 0 ? [t('stays', { excuses: names(stays) })] : []),
      t('rate'),
      isNothing(onTimeShare) ? t('rateShown') : t('rateShare', { share: onTimeShare, rest: subtract('100', onTimeShare) }),
      t('falseReport', falseReport),
      isNothing(sampleFailure.points) ? t('noSample') : t('sample', sampleFailure),
      isNothing(claim.points) ? t('noClaim') : t('claim', claim),
      t(sharedCredit ? 'shared' : 'unshared'),
    ];
  };
};

const Doing = ({ doing }: Pick<SchemeRow, 'doing'>) => {
  const t = useSchemeTexts();
  const sentences = useDoingSentences();
  return (
    <section className="sheet">
      <h2>{t('doing')}</h2>
      {doing ? <Sentences of={sentences(doing)} /> : <p className="soft">{t('noDoing')}</p>}
    </section>
  );
};

const Assessed = ({ groups, notApplicable }: Pick<SchemeRow, 'groups' | 'notApplicable'>) => {
  const t = useSchemeTexts();
  const { language, nameOf } = useLanguage();
  const names = new Map(groups.flatMap(({ units }) => units.map(({ unitId, name }) => [unitId, name])));
  return (
    <>
      <section className="sheet">
        <h2>{t('groups')}</h2>
        <dl className="facts">
          {groups.map(({ code, name, units }) => (
            <Fragment key={code}>
              <dt>{nameOf(name)}</dt>
              <dd><span className="soft">{t('units', { count: units.length })}</span> {units.map((unit) => nameOf(unit.name)).join(language === 'zh' ? '、' : ', ')}</dd>
            </Fragment>
          ))}
        </dl>
      </section>
      <section className="sheet">
        <h2>{t('exempt')}</h2>
        {notApplicable.length === 0 ? <p className="soft">{t('noExempt')}</p> : (
          <Ledger caption={t('exempt')} rows={notApplicable} keyOf={({ unitId, indicatorCode }) => `${unitId}.${indicatorCode}`} columns={[
            { key: 'unit', title: t('unit'), lead: true, cell: ({ unitId }) => nameOf(names.get(unitId)) || unitId },
            { key: 'indicator', title: t('indicator'), cell: ({ indicatorCode }) => <span className="mono">{indicatorCode}</span> },
            { key: 'reason', title: t('reason'), wide: true, cell: ({ reason }) => nameOf(reason) },
          ]} />
        )}
      </section>
    </>
  );
};

const Opened = ({ scheme }: { scheme: SchemeRow }) => {
  const t = useSchemeTexts();
  const { nameOf } = useLanguage();
  return (
    <>
      <section className="sheet">
        <h2>{t('parts')}</h2>
        <Ledger narrow caption={t('parts')} rows={scheme.campaigns} keyOf={({ campaignId }) => campaignId} columns={[
          { key: 'campaign', title: t('campaign'), lead: true, cell: ({ name }) => nameOf(name) },
          { key: 'weight', title: t('weight'), end: true, cell: ({ weight }) => weight },
        ]} />
      </section>
      <div className="columns even"><Scoring scheme={scheme} /><Doing doing={scheme.doing} /></div>
      <Assessed groups={scheme.groups} notApplicable={scheme.notApplicable} />
    </>
  );
};

/** A version of a scheme, in words: what is assessed, how results and their doing become points, who is assessed. */
export const SchemePage = () => {
  const t = useSchemeTexts();
  const { nameOf } = useLanguage();
  const { id = '' } = useParams();
  const scheme = useRead<SchemeRow>(`/schemes/${id}`, {}, { fresh: Infinity });
  const title = scheme.data ? t('title', { name: nameOf(scheme.data.name), version: scheme.data.version }) : id;
  return (
    <PageFrame title={title} lead={t('lead')} crumbs={[{ to: `/rankings?schemeId=${id}`, name: t('rankings') }]}>
      <Resource of={scheme} lines={12}>{(row) => <Opened key={idOf(row)} scheme={row} />}</Resource>
    </PageFrame>
  );
};
