import type {
  ClauseSettled, ContractArchived, ContractBreached, ContractContent, ContractEvent, ContractHandedOver, ContractParty,
  ContractReminded, ContractReturned, ContractSettled, ContractSigned, ContractTerminated, ContractUpheld, Side,
} from './contract.events.js';

export type GivenSignature = ContractSigned['data'] & { readonly side: Side };

/** One version, with every signature given to it. */
export type ContractVersion = {
  readonly content: ContractContent;
  /** SHA-256 over the canonical bytes of the content, hex. */
  readonly fingerprint: string;
  /** Why it was put forward; null for the first. */
  readonly reason: string | null;
  readonly signatures: readonly GivenSignature[];
};

/** A version returned with remarks; `answer` is null while the issuer has not answered. */
export type Negotiation = ContractReturned['data'] & { readonly answer: Omit<ContractUpheld['data'], 'version'> | null };

/** Where a contract stands. While a new version waits for signatures, the one in force stays `in-force`. */
export const contractStatuses = ['drafted', 'signed', 'in-force', 'breached', 'terminated', 'settled', 'archived'] as const;
export type ContractStatus = (typeof contractStatuses)[number];

/** The version in force (before the first is: the latest draft), and everything that has happened around it. */
export type Contract = ContractVersion & {
  readonly status: ContractStatus;
  /** The day on which the first version came into force; null before. */
  readonly inForceSince: string | null;
  /** A new version of a contract in force that is not signed by all yet. */
  readonly proposed: ContractVersion | null;
  /** Versions that are no longer, or never came, in force; oldest first. */
  readonly earlier: readonly ContractVersion[];
  readonly negotiations: readonly Negotiation[];
  readonly reminders: readonly ContractReminded['data'][];
  readonly handovers: readonly ContractHandedOver['data'][];
  readonly settlements: readonly ClauseSettled['data'][];
  readonly breach: ContractBreached['data'] | null;
  readonly termination: ContractTerminated['data'] | null;
  readonly archive: ContractArchived['data'] | null;
};

export type ContractState = { readonly status: 'none' } | Contract;

/** Who signs on which side: the responsible unit's posts, then the issuer's. */
export const partyOn = ({ issuer, responsible }: ContractContent, side: Side): ContractParty =>
  side === 'signature' ? responsible : issuer;

/** The posts that sign for a party: one, or both heads. */
export const postsOf = ({ postId, secondPostId }: ContractParty): readonly string[] =>
  secondPostId === undefined ? [postId] : [postId, secondPostId];

/** The version that is or was last up for signing. */
export const latestVersion = (contract: Contract): ContractVersion => contract.proposed ?? contract;

/** The posts whose signature a version still lacks on one side. */
export const awaitedPosts = ({ content, signatures }: ContractVersion, side: Side): readonly string[] =>
  postsOf(partyOn(content, side)).filter((postId) => !signatures.some((given) => given.side === side && given.postId === postId));

/** The side whose turn it is to sign: the responsible unit's, then the issuer's; undefined where all have signed. */
export const sideToSign = (version: ContractVersion): Side | undefined =>
  (['signature', 'countersignature'] as const).find((side) => awaitedPosts(version, side).length > 0);

/** The officer who answers for a post: the last one who took it over, or who signed; undefined where nothing is in force. */
export const answeringFor = (contract: Contract, postId: string): string | undefined => {
  if (contract.inForceSince === null) return undefined;
  const taken = contract.handovers.findLast(({ content }) => content.postId === postId);
  if (taken) return taken.content.successorId;
  return firstSignatoryOf(contract, postId);
};

/** The officer who first signed in a post, whichever version. */
export const firstSignatoryOf = (contract: Contract, postId: string): string | undefined =>
  [...contract.earlier, contract].flatMap(({ signatures }) => signatures).find((given) => given.postId === postId)?.officerId;

const begun = (content: ContractContent, fingerprint: string): Contract => ({
  status: 'drafted', content, fingerprint, reason: null, signatures: [], inForceSince: null, proposed: null, earlier: [],
  negotiations: [], reminders: [], handovers: [], settlements: [], breach: null, termination: null, archive: null,
});

const versionOf = ({ content, fingerprint, reason, signatures }: ContractVersion): ContractVersion => ({ content, fingerprint, reason, signatures });

const withSignature = (contract: Contract, given: GivenSignature): Contract => {
  const { version } = given;
  const sign = (of: ContractVersion): ContractVersion => ({ ...versionOf(of), signatures: [...of.signatures, given] });
  if (contract.proposed?.content.version === version) {
    const proposed = sign(contract.proposed);
    if (sideToSign(proposed) !== undefined) return { ...contract, proposed };
    return { ...contract, ...proposed, proposed: null, earlier: [...contract.earlier, versionOf(contract)] };
  }
  if (contract.content.version !== version) return contract;
  const signed = { ...contract, ...sign(contract) };
  if (contract.inForceSince !== null) return signed;
  const side = sideToSign(signed);
  if (side === undefined) return { ...signed, status: 'in-force', inForceSince: given.signedOn };
  return { ...signed, status: side === 'countersignature' ? 'signed' : 'drafted' };
};

const withVersion = (contract: Contract, next: ContractVersion): Contract => {
  if (contract.inForceSince === null) return { ...contract, ...next, status: 'drafted', earlier: [...contract.earlier, versionOf(contract)] };
  return { ...contract, proposed: next, earlier: contract.proposed ? [...contract.earlier, contract.proposed] : contract.earlier };
};

const answered = (contract: Contract, answer: Negotiation['answer']): Contract => ({
  ...contract, negotiations: contract.negotiations.map((negotiation) => (negotiation.answer === null ? { ...negotiation, answer } : negotiation)),
});

export const evolveContract = (state: ContractState, event: ContractEvent): ContractState => {
  if (event.type === 'ContractDrafted') return begun(event.data.content, event.data.fingerprint);
  if (state.status === 'none') return state;
  return evolve(state, event);
};

/** How a contract comes to its end. */
export type EndEvent = ClauseSettled | ContractSettled | ContractBreached | ContractTerminated | ContractArchived;
const endings: readonly string[] = [
  'ClauseSettled', 'ContractSettled', 'ContractBreached', 'ContractTerminated', 'ContractArchived',
] satisfies readonly EndEvent['type'][];
export const isEndEvent = (event: ContractEvent): event is EndEvent => endings.includes(event.type);

/** A contract after an event that follows its draft. */
const evolve = (contract: Contract, event: Exclude<ContractEvent, { type: 'ContractDrafted' }>): Contract => {
  if (isEndEvent(event)) return ended(contract, event);
  switch (event.type) {
    case 'ContractReturned':
      return { ...contract, negotiations: [...contract.negotiations, { ...event.data, answer: null }] };
    case 'ContractUpheld':
      return answered(contract, { answer: event.data.answer, answeredOn: event.data.answeredOn });
    case 'ContractRevised': {
      const { content, fingerprint, reason, revisedOn } = event.data;
      return answered(withVersion(contract, { content, fingerprint, reason, signatures: [] }), { answer: reason, answeredOn: revisedOn });
    }
    case 'ContractReminded':
      return { ...contract, reminders: [...contract.reminders, event.data] };
    case 'ContractSigned':
      return withSignature(contract, { ...event.data, side: 'signature' });
    case 'ContractCountersigned':
      return withSignature(contract, { ...event.data, side: 'countersignature' });
    case 'ContractHandedOver':
      return { ...contract, handovers: [...contract.handovers, event.data] };
  }
};

const ended = (contract: Contract, event: EndEvent): Contract => {
  switch (event.type) {
    case 'ClauseSettled':
      return { ...contract, settlements: [...contract.settlements, event.data] };
    case 'ContractSettled':
      return { ...contract, status: 'settled' };
    case 'ContractBreached':
      return { ...contract, status: 'breached', breach: event.data };
    case 'ContractTerminated':
      return { ...contract, status: 'terminated', termination: event.data };
    case 'ContractArchived':
      return { ...contract, status: 'archived', archive: event.data };
  }
};
