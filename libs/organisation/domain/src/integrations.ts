import type { Command, Decider, LocalisedText, Projection, Refusals, ViewRow } from '@zeren/kernel';
import { refusalsOf } from '@zeren/kernel';
import type { IntegrationRenamed } from './integrations.events.js';
import { keysFor } from './unit-view.js';

/** The four integrations (四个融合): dimensions that any task, campaign or request can carry, and that views are cut by. */
export const integrations = ['party-smart', 'design-practice', 'old-new', 'problem-goal'] as const;
export type Integration = (typeof integrations)[number];

/** What they are called where a tenant has not named them otherwise. */
export const integrationText: Readonly<Record<Integration, LocalisedText>> = {
  'party-smart': { zh: '党的建设与智慧治理融合', en: 'Party building × smart governance' },
  'design-practice': { zh: '顶层设计与基层实践融合', en: 'Top-level design × practice' },
  'old-new': { zh: '阐旧辅新与阐旧创新融合', en: 'Drawing on the old to support the new × to create the new' },
  'problem-goal': { zh: '问题导向与目标导向融合', en: 'Problem-driven × goal-driven' },
};

export const isIntegration = (code: string): code is Integration => integrations.some((one) => one === code);

/** The codes once each, in the order in which they are always told. */
export const integrationsInOrder = (codes: readonly Integration[]): readonly Integration[] => integrations.filter((one) => codes.includes(one));

/** The codes as one text, in their order with spaces between; nothing at all for none. */
export const integrationSet = (codes: readonly Integration[]): string => integrationsInOrder(codes).join(' ');

/** Every {@link integrationSet} that holds an integration: a view that keeps sets is cut by equality with any of them. */
export const integrationSetsWith = (code: Integration): readonly string[] =>
  integrations.filter((one) => one !== code).reduce<readonly (readonly Integration[])[]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[code]]).map(integrationSet);

export const integrationRefusals = {
  'integration-unknown': { zh: '“{code}”不是四个融合之一。', en: '"{code}" is not one of the four integrations.' },
  'integration-unnamed': { zh: '请用中文和英文写明新名称。', en: 'Write the new name in Chinese and in English.' },
  'integration-without-document': { zh: '请写明改名依据的文号。', en: 'Name the document by which it is renamed.' },
} as const satisfies Refusals;

const refuse: (code: keyof typeof integrationRefusals, field?: string, details?: Readonly<Record<string, string>>) => never = refusalsOf(integrationRefusals);

/** Each tenant keeps its names in one stream: `integration-<tenant>_names`. */
export const INTEGRATION_NAMES_ID = 'names';

export type RenameIntegration = Command<'RenameIntegration', IntegrationRenamed['data']>;

export type IntegrationNames = { readonly names: Readonly<Record<string, LocalisedText>>; readonly sharedWith: readonly string[] };

const decide = ({ data }: RenameIntegration, { names }: IntegrationNames): readonly IntegrationRenamed[] => {
  const { code, name, document } = data;
  if (!isIntegration(code)) return refuse('integration-unknown', 'code', { code });
  if (name.zh.trim() === '' || name.en.trim() === '') refuse('integration-unnamed', 'name');
  if (document.trim() === '') refuse('integration-without-document', 'document');
  const present = names[code] ?? integrationText[code];
  return present.zh === name.zh && present.en === name.en ? [] : [{ type: 'IntegrationRenamed', data }];
};

/** A tenant's own names of the four integrations, which its districts use too. */
export const integrationNamesDecider: Decider<IntegrationNames, RenameIntegration, IntegrationRenamed> = {
  category: 'integration',
  initialState: { names: {}, sharedWith: [] },
  decide,
  evolve: ({ names }, { data }) => ({ names: { ...names, [data.code]: data.name }, sharedWith: data.sharedWith }),
  sharedWith: ({ sharedWith }) => sharedWith,
};

/** A name that a tenant gave; its id is the integration's code. */
export type IntegrationNameRow = ViewRow & { readonly name: LocalisedText; readonly document: string };

export const integrationNameProjection: Projection<IntegrationNameRow, IntegrationRenamed> = {
  name: 'integration_name',
  version: 1,
  handles: ['IntegrationRenamed'],
  keys: (event) => keysFor(event, [event.data.code]),
  evolve: (_row, { data: { name, document } }, key) => ({ ...key, name, document }),
};
