import { specify } from '@zeren/kernel/testing';
import { integrationNamesDecider, integrations, integrationSet, integrationSetsWith, integrationsInOrder, integrationText, type RenameIntegration } from './integrations.js';

const { given } = specify(integrationNamesDecider);
const rename = (said: Partial<RenameIntegration['data']> = {}): RenameIntegration => ({
  type: 'RenameIntegration',
  data: { code: 'party-smart', name: { zh: '党建引领智治', en: 'Party-led smart governance' }, document: '市委办〔2013〕5号', sharedWith: ['511902'], ...said },
});

describe('the four integrations', () => {
  it('are four, each with a name in both languages', () => {
    expect(integrations).toHaveLength(4);
    for (const code of integrations) expect(integrationText[code].zh && integrationText[code].en).toBeTruthy();
  });

  it('are told in one order, each once', () => {
    expect(integrationsInOrder(['problem-goal', 'party-smart', 'party-smart'])).toEqual(['party-smart', 'problem-goal']);
  });

  it('are found in a view that keeps sets of them by equality', () => {
    expect(integrationSet(['problem-goal', 'party-smart'])).toBe('party-smart problem-goal');
    expect(integrationSet([])).toBe('');
    for (const code of integrations) {
      const sets = integrationSetsWith(code);
      expect(new Set(sets).size).toBe(8);
      expect(sets.every((set) => set.split(' ').includes(code))).toBe(true);
    }
    expect(integrationSetsWith('old-new')).toContain(integrationSet(['problem-goal', 'old-new', 'party-smart']));
  });

  it('a tenant may call one by a name of its own, which its districts use too', () => {
    given().when(rename()).then({ type: 'IntegrationRenamed', data: rename().data });
    expect(integrationNamesDecider.sharedWith(given({ type: 'IntegrationRenamed', data: rename().data }).state())).toEqual(['511902']);
  });

  it('a name that it has already changes nothing', () => {
    given({ type: 'IntegrationRenamed', data: rename().data }).when(rename()).then();
    given().when(rename({ name: integrationText['party-smart'] })).then();
  });

  it.each([
    ['one that is none of the four', rename({ code: 'five' }), 'integration-unknown', 'code'],
    ['a name in one language', rename({ name: { zh: '党建引领', en: ' ' } }), 'integration-unnamed', 'name'],
    ['a name without a document', rename({ document: '' }), 'integration-without-document', 'document'],
  ] as const)('refuses %s', (...[, command, code, field]) => {
    given().when(command).thenRefused(code, field);
  });
});
