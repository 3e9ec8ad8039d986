import type { Choose } from '../../design/chosen.js';
import { Resource } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { useEvidenceTexts } from './evidence.texts.js';
import { useFigures } from './filters.js';

/** Each campaign with how much of its evidence is there; choosing one narrows the list below. */
export const Figures = ({ chosen, onChoose }: { chosen: string | null; onChoose: Choose }) => {
  const t = useEvidenceTexts();
  const { nameOf } = useLanguage();
  const figures = useFigures();
  return (
    <Resource of={figures} lines={3} isEmpty={({ items }) => items.length === 0}>
      {({ items }) => (
        <div className="evidence-figures">
          {items.map((one) => (
            <button key={one.campaignId} type="button" className="card" aria-pressed={chosen === one.campaignId}
              onClick={() => onChoose('campaignId', chosen === one.campaignId ? undefined : one.campaignId)}>
              <b>{nameOf(one.name)}</b>
              <div><span className="figure number">{one.met}</span> <span className="soft">/ {one.required} {t('met')}</span></div>
              <progress aria-label={nameOf(one.name)} value={one.met} max={Math.max(one.required, 1)} />
              <div className="small soft">{t('lacking')} {one.missing} · {t('indicatorsWithout', { count: one.indicatorsWithout })}</div>
            </button>
          ))}
        </div>
      )}
    </Resource>
  );
};
