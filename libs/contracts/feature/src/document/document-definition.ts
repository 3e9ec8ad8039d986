import { localDate } from '@zeren/organisation-domain';
import {
  awaitedPosts, postsOf, type ContractContent, type ContractParty, type ContractTerm, type ContractVersion, type GivenSignature, type LegalBasis, type Side,
  type VersionVerification,
} from '@zeren/contracts-domain';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { basisNames, clauseNames, printed, verdictNames } from './document-texts.js';

const INK = '#1c2b36';
const SOFT = '#5d6871';
const CINNABAR = '#b3261e';

/** What a document shows: a version as it was verified, and where a reader of the paper can check it. */
export type Printed = {
  readonly version: ContractVersion;
  readonly verification: VersionVerification;
  /** SVG of the code that holds the address of the verification page. */
  readonly code: string;
  readonly address: string;
};

/** A4, with title, parties, bases, tasks, clauses, signatures with seals, fingerprint and code; its footer is the layout's. */
export const documentOf = (of: Printed): TDocumentDefinitions => {
  const { content, fingerprint } = of.version;
  return {
    pageSize: 'A4',
    pageMargins: [56, 60, 56, 64],
    info: { title: content.title.zh, subject: fingerprint },
    defaultStyle: { font: 'Noto', fontSize: 9.5, lineHeight: 1.25, color: INK },
    styles: { section: { fontSize: 12, bold: true, margin: [0, 14, 0, 6] }, soft: { color: SOFT, fontSize: 8 } },
    content: [
      { text: content.title.zh, fontSize: 20, bold: true, alignment: 'center' },
      { text: content.title.en, fontSize: 10, color: SOFT, alignment: 'center', margin: [0, 2, 0, 8] },
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 483, y2: 0, lineWidth: 1.4, lineColor: CINNABAR }] },
      partiesOf(content),
      { text: printed.basis, style: 'section' },
      { ul: content.legalBasis.map(basisText) },
      { text: printed.terms, style: 'section' },
      termsOf(content.terms),
      { text: printed.clauses, style: 'section' },
      { stack: content.clauses.map(({ code, kind, text, legalBasis }): Content => ({
        margin: [0, 0, 0, 5],
        stack: [
          { text: [{ text: `${code}　${clauseNames[kind]}　`, bold: true }, text.zh] }, { text: text.en, style: 'soft' },
          ...(legalBasis ? [{ text: basisText(legalBasis), style: 'soft' }] : []),
        ],
      })) },
      ...assistanceOf(content),
      { text: printed.signatures, style: 'section' },
      { columns: [sideOf(of, 'signature'), sideOf(of, 'countersignature')], columnGap: 20 },
      checkOf(of),
    ],
  };
};

const partiesOf = (content: ContractContent): Content => ({
  margin: [0, 8, 0, 0],
  table: {
    widths: [130, '*'],
    body: [
      [printed.issuer, partyText(content.issuer)],
      [printed.responsible, partyText(content.responsible)],
      [printed.period, `${content.period.from} — ${content.period.until}`],
      [printed.version, String(content.version)],
      ...(content.parentContractId === undefined ? [] : [[printed.parent, content.parentContractId]]),
    ],
  },
  layout: 'lightHorizontalLines',
});

const partyText = (party: ContractParty): string =>
  `${party.unitName.zh}　${party.unitName.en}\n${printed.posts}: ${postsOf(party).join('、')}`;

const basisText = ({ kind, title, number }: LegalBasis): string => `《${title}》　${number}（${basisNames[kind]}）`;

const termsOf = (terms: readonly ContractTerm[]): Content => ({
  fontSize: 8,
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: [22, '*', 58, 130, 36, 54],
    body: [
      [printed.number, printed.task, printed.indicator, printed.targets, printed.weight, printed.deadline].map((text) => ({ text, bold: true, fillColor: '#efe9db' })),
      ...terms.map((term, index): TableCell[] => [
        String(index + 1), { stack: [term.name.zh, { text: term.name.en, style: 'soft', fontSize: 7 }] }, term.indicatorCode,
        targetsOf(term), { text: term.weight, alignment: 'right' }, localDate(term.deadline),
      ]),
    ],
  },
  layout: 'ruled',
});

const targetsOf = ({ targets }: ContractTerm): string =>
  targets.map(({ unit, direction, annual }) => annual.map((year) => {
    if ('low' in year) return `${year.year}: ${year.low}–${year.high}${unit}`;
    if (direction === 'boolean') return `${year.year}: 达到 met`;
    return `${year.year}: ${direction === 'at-most' ? '≤' : '≥'}${year.value}${unit}`;
  }).join('\n')).join('\n');

const assistanceOf = ({ assistance }: ContractContent): readonly Content[] => (assistance === undefined ? [] : [
  { text: printed.assistance, style: 'section' },
  {
    fontSize: 8,
    table: {
      headerRows: 1,
      widths: [30, '*', 90, 70, 120],
      body: [
        ['', '', printed.responsible, printed.funds, printed.fundsSource].map((text) => ({ text, bold: true })),
        ...assistance.map(({ code, text, unitName, funds, fundsSource }): TableCell[] => [code, `${text.zh}\n${text.en}`, unitName.zh, { text: funds, alignment: 'right' }, fundsSource]),
      ],
    },
    layout: 'lightHorizontalLines',
  },
]);

const sideOf = ({ version, verification }: Printed, side: Side): Content => {
  const party = side === 'signature' ? version.content.responsible : version.content.issuer;
  return {
    unbreakable: true,
    stack: [
      { text: printed[side], bold: true },
      { text: party.unitName.zh, margin: [0, 0, 0, 4] },
      ...version.signatures.filter((given) => given.side === side).map((given) => signatureOf(given, party, verification)),
      ...awaitedPosts(version, side).map((postId): Content => ({ text: `${postId} ${printed.unsigned}`, color: SOFT, margin: [0, 4, 0, 4] })),
    ],
  };
};

const signatureOf = (given: GivenSignature, party: ContractParty, verification: VersionVerification): Content => {
  const verdict = verification.given.find(({ side, postId }) => side === given.side && postId === given.postId);
  return {
    margin: [0, 0, 0, 8],
    stack: [
      {
        fontSize: 8,
        text: [
          `${printed.posts}: ${given.postId}\n`, `${printed.officer}: ${given.officerId}\n`, `${printed.signedOn}: ${given.signedOn}\n`,
          `${printed.key}: ${given.signature.algorithm} ${given.signature.keyId}\n`, { text: verdictNames[verdict?.signature ?? 'invalid'], bold: true },
        ],
      },
      ...(given.seal && verdict?.seal === 'valid' ? [sealOf(party.unitName.zh)] : []),
    ],
  };
};

const RADIUS = 36;
/** Characters of a line inside the seal. */
const LINE = 5;

/** The seal of a unit as a figure; what counts is the signature with the unit's key. */
const sealOf = (name: string): Content => {
  const lines = Array.from({ length: Math.ceil(name.length / LINE) }, (_, at) => name.slice(at * LINE, (at + 1) * LINE));
  return {
    margin: [150, -22, 0, 0],
    stack: [
      { canvas: [
        { type: 'ellipse', x: RADIUS, y: RADIUS, r1: RADIUS, r2: RADIUS, lineWidth: 2, lineColor: CINNABAR },
        { type: 'ellipse', x: RADIUS, y: RADIUS, r1: RADIUS - 4, r2: RADIUS - 4, lineWidth: 0.6, lineColor: CINNABAR },
      ] },
      {
        relativePosition: { x: 0, y: -RADIUS - 6.5 * lines.length }, columns: [{
          width: 2 * RADIUS, text: lines.join('\n'), alignment: 'center', color: CINNABAR, bold: true, fontSize: 10, lineHeight: 1.1,
        }],
      },
    ],
  };
};

const checkOf = ({ version, code, address }: Printed): Content => ({
  unbreakable: true,
  margin: [0, 16, 0, 0],
  columns: [
    { svg: code, width: 92 },
    { margin: [12, 4, 0, 0], stack: [
      { text: printed.check }, { text: `${printed.fingerprint}:\n${version.fingerprint}`, fontSize: 8, margin: [0, 4, 0, 0] }, { text: address, style: 'soft', fontSize: 7 },
    ] },
  ],
});
