import { afterOwnWrites, readFile, type Params } from '../../api/client.js';

/** Fetches a file with the reader's token and hands it to the browser to be saved. Throws a `ServiceProblem`. */
export const saveFile = async (path: string, name: string, params: Params = {}): Promise<void> => {
  const address = URL.createObjectURL(await readFile(path, { ...params, ...afterOwnWrites() }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};
