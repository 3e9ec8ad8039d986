import type { LocalisedText } from '@zeren/kernel';
import type { Side } from './contract.events.js';
import { sideToSign, type ContractStatus, type ContractVersion } from './contract-state.js';
import type { ContractDocument, Verdict, VersionVerification } from './contract-views.js';

export type VersionShown = { readonly version: ContractVersion; readonly verification: VersionVerification };

/** A version of the contract with its verdicts, by its number; undefined where there is none. */
export const versionShown = (contract: ContractDocument, number: number): VersionShown | undefined => {
  const { verification, proposed, earlier } = contract;
  const all: VersionShown[] = [
    { version: contract, verification },
    ...(proposed && verification.proposed ? [{ version: proposed, verification: verification.proposed }] : []),
    ...earlier.flatMap((version, index) => {
      const its = verification.earlier[index];
      return its ? [{ version, verification: its }] : [];
    }),
  ];
  return all.find(({ version }) => version.content.version === number);
};

/** Where one version stands: in force or drafted as the contract is, still to be signed, or replaced by another. */
export type VersionStanding = 'current' | 'proposed' | 'replaced';

/**
 * What anybody who holds the paper may know of it: that it is genuine, between whom, and whether it holds. Nothing of its
 * terms, and nothing of persons or posts. Of what is not genuine nothing is said but that.
 */
export type Genuineness =
  | { readonly genuine: false }
  | {
    readonly genuine: true;
    readonly title: LocalisedText;
    readonly issuer: LocalisedText;
    readonly responsible: LocalisedText;
    readonly version: number;
    readonly standing: VersionStanding;
    readonly status: ContractStatus;
    readonly isFullySigned: boolean;
    readonly period: { readonly from: string; readonly until: string };
    readonly content: Verdict;
    readonly signatures: readonly { readonly side: Side; readonly signature: Verdict; readonly seal: Verdict }[];
  };

export const notGenuine: Genuineness = { genuine: false };

const standingOf = ({ content, proposed }: ContractDocument, { content: { version } }: ContractVersion): VersionStanding => {
  if (version === content.version) return 'current';
  return version === proposed?.content.version ? 'proposed' : 'replaced';
};

/** A paper is genuine where its version has that fingerprint. */
export const genuinenessOf = (contract: ContractDocument, number: number, fingerprint: string): Genuineness => {
  const shown = versionShown(contract, number);
  if (!shown) return notGenuine;
  const { version, verification } = shown;
  if (version.fingerprint !== fingerprint || verification.content !== 'valid') return notGenuine;
  const { title, issuer, responsible, period } = version.content;
  return {
    genuine: true,
    title,
    issuer: issuer.unitName,
    responsible: responsible.unitName,
    version: number,
    standing: standingOf(contract, version),
    status: contract.status,
    isFullySigned: sideToSign(version) === undefined,
    period,
    content: verification.content,
    signatures: verification.given.map(({ side, signature, seal }) => ({ side, signature, seal })),
  };
};
