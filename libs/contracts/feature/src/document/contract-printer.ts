import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { versionShown, type ContractDocument } from '@zeren/contracts-domain';
import { notFound } from '@zeren/http';
import { publicId } from '@zeren/kernel';
import { documentOf } from './document-definition.js';
import { LayoutThread } from './layout-thread.js';

/** Prints a version of a contract (the current one where none is named, 404 where there is none of that number) as PDF, with a code that opens the verification page at this origin. */
@Injectable()
export class ContractPrinter implements OnModuleDestroy {
  private readonly thread = new LayoutThread();

  async print(contract: ContractDocument, number: number | undefined, origin: string): Promise<Buffer> {
    const shown = versionShown(contract, number ?? contract.content.version) ?? notFound();
    const { content: { version }, fingerprint } = shown.version;
    const address = `${origin}/verify/${publicId(contract.ownerTenantId, contract.id)}?v=${version}&f=${fingerprint}`;
    const { default: qrcode } = await import('qrcode');
    const code = await qrcode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
    return this.thread.layOut({ definition: documentOf({ ...shown, address, code }), footing: fingerprint });
  }

  async onModuleDestroy(): Promise<void> {
    await this.thread.end();
  }
}
