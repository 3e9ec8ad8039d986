type Tell = (fields: Readonly<Record<string, unknown>>, message: string) => void;

/**
 * Where the node tells its operator what happens to it; a pino logger is one. Events, passwords and the names of
 * streams, which may be about people, are never told; a name can stand in the reason of a failure, told at `debug`.
 */
export type NodeLog = { debug: Tell; info: Tell; warn: Tell; error: Tell };

const silent: Tell = () => {};

export const silentLog: NodeLog = { debug: silent, info: silent, warn: silent, error: silent };
