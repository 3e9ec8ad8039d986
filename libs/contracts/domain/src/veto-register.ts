import { parseStreamName, readersOf, type LocalisedText, type Projection, type RecordedEvent, type ViewRow } from '@zeren/kernel';
import type { ContractDrafted, ContractEvent, ContractRevised, LegalBasis } from './contract.events.js';

/** A veto clause of a contract, with the legal basis it stands on; its id is the contract's, `#`, version and code. */
export type VetoClauseRow = ViewRow & {
  readonly contractId: string;
  readonly version: number;
  readonly code: string;
  readonly text: LocalisedText;
  readonly basisKind: LegalBasis['kind'];
  readonly basisTitle: string;
  readonly basisNumber: string;
  readonly responsibleUnitId: string;
  readonly responsibleUnitName: LocalisedText;
  readonly periodFrom: string;
  readonly periodUntil: string;
};

type VersionEvent = ContractDrafted | ContractRevised;

const vetoes = ({ content }: VersionEvent['data']) => content.clauses.filter(({ kind, legalBasis }) => kind === 'veto' && legalBasis !== null);

/** The register of veto clauses: national rules limit them, so each stands here with its basis, in every version that has it. */
export const vetoRegisterProjection: Projection<VetoClauseRow, VersionEvent> = {
  name: 'contract_veto',
  version: 1,
  handles: ['ContractDrafted', 'ContractRevised'] satisfies ContractEvent['type'][],
  keys: (event: RecordedEvent<VersionEvent>) => {
    const stream = parseStreamName(event.stream);
    if (!stream) return [];
    return readersOf(event).flatMap((readerTenantId) => vetoes(event.data).map(({ code }) =>
      ({ readerTenantId, ownerTenantId: stream.tenantId, id: `${stream.id}#${event.data.content.version}#${code}` })));
  },
  evolve: (_row, { data }, key) => {
    const { contractId, version, responsible, period } = data.content;
    const clause = vetoes(data).find(({ code }) => key.id.endsWith(`#${version}#${code}`));
    if (!clause?.legalBasis) return undefined;
    const { kind, title, number } = clause.legalBasis;
    return {
      ...key, contractId, version, code: clause.code, text: clause.text, basisKind: kind, basisTitle: title, basisNumber: number,
      responsibleUnitId: responsible.unitId, responsibleUnitName: responsible.unitName, periodFrom: period.from, periodUntil: period.until,
    };
  },
};
