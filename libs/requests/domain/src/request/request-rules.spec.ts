import { specify } from '@zeren/kernel/testing';
import { requestRulesDecider } from './request-rules.js';
import { defaultTerms } from './request-terms.js';

const rules = specify(requestRulesDecider);

describe('a tenant\'s terms for requests', () => {
  it('are one working day for a return and two returns until it says otherwise', () => {
    expect(rules.given().state()).toMatchObject({ returnWithin: { value: 1, unit: 'working-day' }, returns: 2 });
    const shorter = { ...defaultTerms, returnWithin: { value: 4, unit: 'working-hour' as const } };
    rules.given().when({ type: 'SetRequestTerms', data: shorter }).then({ type: 'RequestTermsSet', data: shorter });
    rules.given().when({ type: 'SetRequestTerms', data: defaultTerms }).then();
  });

  it('are whole units above zero, with at least one return', () => {
    rules.given().when({ type: 'SetRequestTerms', data: { ...defaultTerms, feedBackWithin: { value: 0, unit: 'working-day' } } }).thenRefused('terms-wrong', 'feedBackWithin');
    rules.given().when({ type: 'SetRequestTerms', data: { ...defaultTerms, returns: 0 } }).thenRefused('terms-wrong', 'returns');
  });
});
