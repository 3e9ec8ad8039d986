import type { Accounts } from './access.js';
import type { NodeLog } from './operation/log.js';
import type { Scavenged } from './storage/scavenge.js';

export type EventStoreNodeOptions = {
  /**
   * The data folder; made when absent. One node at a time holds it. Where none is named the node has a temporary one,
   * which goes with it at the stop: for tests.
   */
  dir?: string;
  /** Where the gRPC calls come in. 0, the default, takes any free port. */
  port?: number;
  /** The address to listen on, 127.0.0.1 by default: this machine alone. `0.0.0.0` serves every network it is in. */
  host?: string;
  /**
   * Certificate (with its chain) and key in PEM form, or `development`: an authority and a certificate for localhost and
   * this machine's name, made on the first start and kept in `<dir>/tls`. Absent: the connection is plain, and clients
   * send no credentials over it.
   */
  tls?: TlsOption;
  /**
   * Passwords by user name, or passwords with groups. `admin` is of `$admins` and `ops` of `$ops` unless groups are given.
   * Without accounts everybody may do everything.
   */
  accounts?: Accounts;
  /** Health, metrics and scavenging over plain HTTP, on a port of its own (0: any free one). Absent: none. */
  http?: {
    port: number;
    /** The address to listen on, 127.0.0.1 by default. */
    host?: string;
  };
  limits?: {
    /** How many bytes one append may carry: data, metadata and twice each type's length. 1 MiB by default. */
    maxAppendBytes?: number;
  };
  /** Who is told what happens to the node; a pino logger fits. Silent by default. */
  log?: NodeLog;
};

export type TlsOption = { cert: string; key: string } | 'development';

/** A node that runs. */
export type EventStoreNode = {
  port: number;
  /** How both clients reach it as it is; accounts go between `://` and the host. */
  connectionString: string;
  /** Where the HTTP endpoint is, if there is one. */
  http?: { port: number };
  /** With development certificates: the file of the authority that clients must trust; `connectionString` names it. */
  tls?: { authority: string };
  /**
   * Removes for good what was truncated or deleted, while reads and writes go on. Resolves with what went; a call during
   * another shares its run, and a stop ends it early.
   */
  scavenge(): Promise<Scavenged>;
  /** Refuses new calls, stores and answers what it accepted, ends the rest as unavailable, and gives the folder back. */
  stop(): Promise<void>;
};
