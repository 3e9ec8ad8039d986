import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { versionShown, type ContractDocument } from '@zeren/contracts-domain';
import { notFound } from '@zeren/http';
import { publicId } from '@zeren/kernel';
import { documentOf } from './document-definition.js';

type Maker = (of: Parameters<typeof documentOf>[0]) => Promise<Buffer>;

/** Files by name that a document is made from; the library knows it, its types do not. */
type Files = { readonly virtualfs: { writeFileSync(name: string, content: Buffer): void } };

const weights = { normal: 'NotoSansSC-Regular.ttf', bold: 'NotoSansSC-Bold.ttf' };

const fontFile = async (name: string): Promise<Buffer> =>
  promisify(brotliDecompress)(await readFile(createRequire(__filename).resolve(`@zeren/contracts-feature/fonts/${name}.br`)));

/** Loads library and fonts at the first document: a service that prints none pays nothing. */
const loadMaker = async (): Promise<Maker> => {
  const [{ default: pdfmake }, ...fonts] = await Promise.all([import('pdfmake'), ...Object.values(weights).map(fontFile)]);
  const { virtualfs } = pdfmake as typeof pdfmake & Files;
  Object.values(weights).forEach((name, index) => virtualfs.writeFileSync(name, fonts[index] as Buffer));
  pdfmake.setFonts({ Noto: weights });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return (of) => pdfmake.createPdf(documentOf(of)).getBuffer();
};

/** Prints a version of a contract (the current one where none is named, 404 where there is none of that number) as PDF, with a code that opens the verification page at this origin. */
@Injectable()
export class ContractPrinter {
  private maker: Promise<Maker> | undefined;

  async print(contract: ContractDocument, number: number | undefined, origin: string): Promise<Buffer> {
    const shown = versionShown(contract, number ?? contract.content.version) ?? notFound();
    const { content: { version }, fingerprint } = shown.version;
    const address = `${origin}/verify/${publicId(contract.ownerTenantId, contract.id)}?v=${version}&f=${fingerprint}`;
    this.maker ??= loadMaker();
    const [make, { default: qrcode }] = await Promise.all([this.maker, import('qrcode')]);
    return make({ ...shown, address, code: await qrcode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 }) });
  }
}
