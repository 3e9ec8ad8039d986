import { readFile, type Params } from '../../api/client.js';

/** Fetches a workbook with the reader's token and hands it to the browser to be saved. Throws a `ServiceProblem`. */
export const saveWorkbook = async (path: string, name: string, params: Params = {}): Promise<void> => {
  const address = URL.createObjectURL(await readFile(path, params));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.xlsx`;
  link.click();
  URL.revokeObjectURL(address);
};
