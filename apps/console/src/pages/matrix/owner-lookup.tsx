import type { Ownership } from '@zeren/organisation-domain';
import { useId, useState } from 'react';
import { useUnitName } from '../../api/directory.js';
import { useRead } from '../../api/reads.js';
import { Mark } from '../../design/lamp.js';
import { MatterChoice } from '../../design/matter-choice.js';
import { PostName } from '../../design/post-name.js';
import { Resource } from '../../design/states.js';
import { UnitChoice } from '../../design/unit-choice.js';
import { UnitName } from '../../design/unit-name.js';
import { useLanguage } from '../../language/language.js';
import { MatterScope } from './matter-scope.js';
import { useMatrixTexts } from './matrix.texts.js';

const Owned = ({ owner }: { owner: Extract<Ownership, { kind: 'owned' }> }) => {
  const t = useMatrixTexts();
  const { nameOf } = useLanguage();
  const { row, lead, supporting, officerPostId } = owner;
  return (
    <div className="stack">
      <b>{t('owned', { unit: nameOf(useUnitName(lead)) || lead })}</b>
      <dl className="facts">
        <dt>{t('post')}</dt><dd>{officerPostId === null ? t('head') : <PostName id={officerPostId} />}</dd>
        {supporting.length > 0 && <><dt>{t('supporting')}</dt><dd><ul className="plain">{supporting.map((unit) => <li key={unit}><UnitName id={unit} /></li>)}</ul></dd></>}
        <dt>{t('rows')}</dt><dd><UnitName id={row.areaUnitId} /> · <MatterScope code={row.matterCode} /> <span className="mono soft">{row.rowId}</span></dd>
      </dl>
    </div>
  );
};

const Answer = ({ owner }: { owner: Ownership }) => {
  const t = useMatrixTexts();
  switch (owner.kind) {
    case 'owned': return <Owned owner={owner} />;
    case 'vacuum': return <Mark tone="seal">{t('vacuum')}</Mark>;
    case 'overlap': return (
      <div className="stack">
        <Mark tone="seal">{t('overlap', { count: owner.rows.length })}</Mark>
        <ul className="plain">{owner.rows.map(({ rowId, leadUnitId }) => <li key={rowId}><UnitName id={leadUnitId} /></li>)}</ul>
      </div>
    );
  }
};

const Found = ({ areaUnitId, matterCode, on }: { areaUnitId: string; matterCode: string; on: string | undefined }) => {
  const owner = useRead<Ownership>('/responsibility-matrix/owner', { areaUnitId, matterCode, on }, { immediate: true });
  return <Resource of={owner} lines={2}>{(one) => <Answer owner={one} />}</Resource>;
};

/** Who answers for a class in an area, and by which row. */
export const OwnerLookup = ({ on }: { on: string | undefined }) => {
  const t = useMatrixTexts();
  const id = useId();
  const [area, setArea] = useState('');
  const [matter, setMatter] = useState('');
  return (
    <section className="sheet stack">
      <div><h2>{t('lookup')}</h2><p className="small soft">{t('lookupLead')}</p></div>
      <div className="columns even">
        <div className="filter"><label htmlFor={`${id}area`}>{t('area')}</label><UnitChoice id={`${id}area`} value={area} onChoose={setArea} areas /></div>
        <div className="filter"><label htmlFor={`${id}matter`}>{t('matter')}</label><MatterChoice id={`${id}matter`} value={matter} onChoose={setMatter} /></div>
      </div>
      <div role="status">{area !== '' && matter !== '' ? <Found areaUnitId={area} matterCode={matter} on={on} /> : <span className="soft">{t('choose')}</span>}</div>
    </section>
  );
};
