import { specify } from '@zeren/kernel/testing';
import { score } from './score.js';
import { scoreSheetDecider, type ScoreSheetContent } from './score-sheet.js';
import { anInput, aScheme, env } from './testing/samples.js';

const { given } = specify(scoreSheetDecider);
const basis = { scheme: aScheme(), indicatorWeights: { [env]: { 'ENV-01': '100' } }, period: '2013Q2', dueBefore: '2013-06-30T16:00:00.000Z', facts: [] };
const { lines, ...sheet } = score(basis, [anInput()], { unitId: '511902', tenantId: '511902' });
const content = (said: Partial<ScoreSheetContent> = {}): ScoreSheetContent => ({
  schemeId: '511900_districts.v1', schemeVersion: 1, period: '2013Q2', position: '4711', group: 'districts',
  standing: { ...sheet, rank: 1 }, lines, ...said,
});
const issue = (said: Partial<ScoreSheetContent> = {}) => ({ type: 'IssueScoreSheet' as const, data: { content: content(said), places: 2 } });
const issued = { type: 'ScoreSheetIssued' as const, data: content() };

describe('a score sheet', () => {
  it('is issued with every line', () => {
    given().when(issue()).then(issued);
  });

  it('issued again the same changes nothing', () => {
    given(issued).when(issue()).then();
  });

  it('is frozen at its position', () => {
    given(issued).when(issue({ position: '4712' })).thenRefused('score-sheet-frozen', 'position');
  });

  it('whose total does not follow from its lines is refused', () => {
    given().when(issue({ standing: { ...sheet, rank: 1, total: '95.01' } })).thenRefused('score-sheet-inconsistent', 'standing.total');
  });

  it('is shared with the tenant of its unit alone', () => {
    expect(scoreSheetDecider.sharedWith(given(issued).state())).toEqual(['511902']);
  });
});
