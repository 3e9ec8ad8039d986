// Lays documents out as PDF in a thread of its own: takes { id, definition, footing }, answers { id, bytes } or { id, failure }.
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { parentPort } from 'node:worker_threads';
import { brotliDecompress } from 'node:zlib';
import pdfmake from 'pdfmake';

const weights = { normal: 'NotoSansSC-Regular.ttf', bold: 'NotoSansSC-Bold.ttf' };

/** Thin lines between rows, none between columns. A definition names it, since a function cannot be sent to a thread. */
const ruled = { hLineWidth: () => 0.4, vLineWidth: () => 0, hLineColor: () => '#cfc7b6', paddingTop: () => 2, paddingBottom: () => 2 };

const loadFonts = () => Promise.all(Object.values(weights).map(async (name) => {
  const compressed = await readFile(new URL(`../fonts/${name}.br`, import.meta.url));
  pdfmake.virtualfs.writeFileSync(name, await promisify(brotliDecompress)(compressed));
}));

pdfmake.setFonts({ Noto: weights });
pdfmake.setTableLayouts({ ruled });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);
const ready = loadFonts();

const footer = (footing) => (page, pages) => ({
  margin: [56, 18, 56, 0],
  columns: [{ text: footing, style: 'soft', fontSize: 7 }, { text: `${page} / ${pages}`, style: 'soft', alignment: 'right', width: 60 }],
});

parentPort.on('message', async ({ id, definition, footing }) => {
  try {
    await ready;
    const bytes = await pdfmake.createPdf({ ...definition, footer: footer(footing) }).getBuffer();
    parentPort.postMessage({ id, bytes: new Uint8Array(bytes) });
  } catch (error) {
    parentPort.postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
});
