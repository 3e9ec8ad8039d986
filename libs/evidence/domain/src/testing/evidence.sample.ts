import type { CreditFacts } from '../credits.js';
import type { Credit, EvidenceFiled } from '../evidence.events.js';

export const creditTo = (indicatorCode: string, said: Partial<Credit> = {}): Credit => ({ campaignId: '511900_env', indicatorCode, taskId: null, ...said });

/** What a district knows of its city's campaigns. */
export const someFacts = (said: Partial<CreditFacts> = {}): CreditFacts => ({
  campaigns: [
    { campaignId: '511900_env', indicatorCodes: ['ENV-01', 'ENV-02', 'ENV-03'] },
    { campaignId: '511900_civ', indicatorCodes: ['CIV-01'] },
    { campaignId: '511902_own', indicatorCodes: ['OWN-01'] },
  ],
  tasks: [{ taskId: '511900_split.ENV-01~511902', campaignId: '511900_env', indicatorCode: 'ENV-01', unitIds: ['511902', '511902-health'] }],
  onFile: [],
  limit: 50,
  ...said,
});

/** A photo of a district's. */
export const aPhoto: EvidenceFiled['data'] = {
  unitId: '511902',
  title: '污水处理厂出水口',
  format: 'photo',
  file: { hash: 'a'.repeat(64), size: 2_048, mediaType: 'image/jpeg', name: '出水口.jpg' },
  capture: { at: '2013-03-01T01:00:00.000Z', place: { latitude: '31.858000', longitude: '106.747000' }, placeName: null, from: 'file' },
  credits: [creditTo('ENV-01', { taskId: '511900_split.ENV-01~511902' })],
  reusedFrom: null,
};
