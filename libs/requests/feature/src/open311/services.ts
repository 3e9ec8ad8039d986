import { matterClassOn } from '@zeren/organisation-domain';
import type { Language } from '@zeren/kernel';
import type { PublicArea, PublicMatter } from '@zeren/requests-domain';
import type { Grounds } from '../request/request-grounds.js';
import type { GeoReport } from './georeport-format.js';

/** When what the interface answers last changed its form. */
const CHANGESET = '2013-01-01T00:00:00Z';

/** Where the interface is and which forms it speaks (GeoReport v2, service discovery). */
export const discoveryAt = (url: string): GeoReport => ({
  root: 'discovery',
  content: {
    changeset: CHANGESET, contact: '12345', key_service: 'POST /api/v1/open311-keys',
    endpoints: [{ specification: 'http://wiki.open311.org/GeoReport_v2', url, changeset: CHANGESET, type: 'production', formats: ['text/xml', 'application/json'] }],
  },
});

/** Each class of matters is a service; what is filed is answered with its id at once. */
export const servicesOf = (matters: readonly PublicMatter[], { catalogue, day }: Grounds, language: Language): GeoReport => ({
  root: 'services', each: 'service',
  items: matters.map(({ code, name, majorName }) => ({
    service_code: code, service_name: name[language], description: matterClassOn(catalogue, code, day)?.filingCondition?.[language] ?? null,
    metadata: true, type: 'realtime', keywords: majorName[language], group: majorName[language],
  })),
});

const words = {
  area: { zh: '所在区县；也可填写镇街、村社区、网格的编号', en: 'District; the code of a town, village or grid is accepted too' },
  disclosure: { zh: '身份公开方式', en: 'Who may learn who asks' },
  open: { zh: '可告知办理单位', en: 'The handling unit too' },
  confidential: { zh: '保密', en: 'Only those who speak with me' },
} as const;

/** What a service asks besides the place and the description. */
export const definitionOf = ({ code }: PublicMatter, areas: readonly PublicArea[], language: Language): GeoReport => ({
  root: 'service_definition',
  content: {
    service_code: code,
    attributes: [
      {
        variable: true, code: 'area', datatype: 'singlevaluelist', required: false, datatype_description: null, order: 1, description: words.area[language],
        values: areas.map(({ unitId, name }) => ({ key: unitId, name: name[language] })),
      },
      {
        variable: true, code: 'disclosure', datatype: 'singlevaluelist', required: false, datatype_description: null, order: 2, description: words.disclosure[language],
        values: [{ key: 'open', name: words.open[language] }, { key: 'confidential', name: words.confidential[language] }],
      },
    ],
  },
});
