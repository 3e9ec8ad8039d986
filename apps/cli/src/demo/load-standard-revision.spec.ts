import { join } from 'node:path';
import { readStandardFile, standardDifferences, type StandardText } from '@zeren/tasks-domain';
import { DemoData } from './data.js';
import { revised } from './load-standard-revision.js';

const data = new DemoData(join(__dirname, '../../data'));
const revision = data.standardRevision();
const textOf = (content: unknown): StandardText => {
  const { draft, findings } = readStandardFile(revision.of, content);
  expect(findings.errors).toEqual([]);
  if (!draft) throw new Error('the file cannot be imported');
  return draft;
};

it('the made-up revision is a later version of the real text: four items changed, one ended, one added', () => {
  const before = data.standard(revision.of);
  const differences = standardDifferences(textOf(before), textOf(revised(before as never, revision)));
  expect(differences.changed.map(({ code }) => code)).toEqual(['ENV-03-01', 'ENV-03-04', 'ENV-04-02', 'ENV-05-06']);
  expect([differences.removed, differences.added].map(([one]) => one?.code)).toEqual(['ENV-04-05', 'ENV-04-09']);
  expect(differences).toMatchObject({ unchanged: 21, preconditionsAdded: [{ code: 'ENV-P01' }], negativeAdded: [{ code: 'ENV-N01' }] });
});
