import { siteDecider, siteTypes, organisationRefusals, type SiteCommand, type SiteRow, type SiteType, type SiteVersion } from '@zeren/organisation-domain';
import { useCaller } from '../../api/caller.js';
import { idOf } from '../../api/rows.js';
import { refusalOf } from '../../design/refusal.js';
import { StepForm, type Said, type StepField, type StepPlan } from '../../design/step-form.js';
import { UnitChoice } from '../../design/unit-choice.js';
import { useLanguage } from '../../language/language.js';
import { useSiteTexts } from './sites.texts.js';

/** Facts of the register that only the service knows: the form takes them to be right, the service looks. */
const supposed = { hasArea: true, hasOwner: true, readers: [] };

const versionOf = (said: Said): SiteVersion => ({
  name: { zh: said['zh'] ?? '', en: said['en'] || (said['zh'] ?? '') },
  siteType: said['type'] as SiteType,
  point: { latitude: decimalOf(said['latitude']), longitude: decimalOf(said['longitude']) },
  address: said['address'] ?? '',
  areaUnitId: said['area'] ?? '',
  ownerUnitId: said['owner'] ?? '',
  validFrom: said['from'] ?? '',
});

/** What is no number yet is taken for zero, which no place in the country has. */
const decimalOf = (text: string | undefined): string => (/^-?\d{1,3}(\.\d{1,15})?$/.test((text ?? '').trim()) ? (text ?? '').trim() : '0');

const saidOf = ({ name, siteType, latitude, longitude, address, areaUnitId, ownerUnitId }: SiteRow): Said =>
  ({ zh: name.zh, en: name.en, type: siteType, latitude, longitude, address, area: areaUnitId, owner: ownerUnitId });

const useFields = (): readonly StepField[] => {
  const t = useSiteTexts();
  const { nameOf } = useLanguage();
  return [
    { name: 'zh', label: t('zh') }, { name: 'en', label: t('en') },
    { name: 'type', label: t('type'), options: siteTypes.map(({ code, name }) => ({ value: code, label: nameOf(name) })) },
    { name: 'area', label: t('area'), control: ({ id, value, onSay }) => <UnitChoice id={id} value={value} areas onChoose={onSay} /> },
    { name: 'owner', label: t('owner'), control: ({ id, value, onSay }) => <UnitChoice id={id} value={value} onChoose={onSay} /> },
    { name: 'latitude', label: t('latitude') }, { name: 'longitude', label: t('longitude') }, { name: 'address', label: t('address') },
    { name: 'from', label: t('from'), date: true },
  ];
};

/** What was said, judged by the register's own decision. */
const useJudge = (site: SiteRow | undefined) => {
  const { language } = useLanguage();
  const caller = useCaller();
  const state = site ? { status: site.status, versions: site.versions, readers: [] } : siteDecider.initialState;
  return (command: SiteCommand) => caller && refusalOf(() => siteDecider.decide(command, state, caller), organisationRefusals, language);
};

/** A new site. */
export const RegisterSiteForm = ({ onClose }: { onClose: () => void }) => {
  const t = useSiteTexts();
  const fields = useFields();
  const judge = useJudge(undefined);
  const plan: StepPlan = {
    title: t('register'),
    first: { type: siteTypes[0]?.code ?? '' },
    fields: [{ name: 'number', label: t('number') }, ...fields],
    refusal: (said) => judge({ type: 'RegisterSite', data: { number: said['number'] ?? '', site: versionOf(said), facts: supposed } }),
    intent: (said) => ({ path: '/sites', body: { number: said['number'] ?? '', ...versionOf(said) } }),
  };
  return <StepForm plan={plan} onClose={onClose} />;
};

/** What a site is from a day on. */
export const ChangeSiteForm = ({ site, onClose }: { site: SiteRow; onClose: () => void }) => {
  const t = useSiteTexts();
  const fields = useFields();
  const judge = useJudge(site);
  const plan: StepPlan = {
    title: t('change'),
    first: saidOf(site),
    fields: [...fields, { name: 'reason', label: t('reason') }],
    refusal: (said) => judge({ type: 'ChangeSite', data: { site: versionOf(said), reason: said['reason'] ?? '', facts: supposed } }),
    intent: (said) => ({ path: `/sites/${idOf(site)}/versions`, body: { ...versionOf(said), reason: said['reason'] ?? '' } }),
  };
  return <StepForm plan={plan} onClose={onClose} />;
};

/** The last day of a site. */
export const CloseSiteForm = ({ site, onClose }: { site: SiteRow; onClose: () => void }) => {
  const t = useSiteTexts();
  const judge = useJudge(site);
  const dataOf = (said: Said) => ({ closedOn: said['closedOn'] ?? '', reason: said['reason'] ?? '' });
  const plan: StepPlan = {
    title: t('close'),
    fields: [{ name: 'closedOn', label: t('lastDay'), date: true }, { name: 'reason', label: t('reason') }],
    refusal: (said) => judge({ type: 'CloseSite', data: dataOf(said) }),
    intent: (said) => ({ path: `/sites/${idOf(site)}/closure`, body: dataOf(said) }),
  };
  return <StepForm plan={plan} onClose={onClose} />;
};
