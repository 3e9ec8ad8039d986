import { Injectable } from '@nestjs/common';
import { DeciderRepository, StreamNotFound } from '@zeren/event-store';
import type { Caller } from '@zeren/kernel';
import { centresOf, registerDecider, type Centre, type Register } from '@zeren/organisation-domain';
import { registerStream } from '../register-surroundings.js';
import { Today } from '../today.js';

/** In which command centre somebody works, and which is the next above: by the registers of today. */
@Injectable()
export class Centres {
  constructor(private readonly repository: DeciderRepository, private readonly today: Today) {}

  async of(caller: Caller): Promise<{ readonly own: Centre; readonly above: Centre | null }> {
    const own = await this.register(caller.tenantId, caller);
    const parent = own?.tenant?.parentTenantId ?? null;
    const above = parent === null ? undefined : await this.register(parent, caller);
    return centresOf([own, above].filter((register) => register !== undefined), caller, await this.today.or(undefined, caller));
  }

  private async register(tenantId: string, caller: Caller): Promise<Register | undefined> {
    try {
      return (await this.repository.load(registerDecider, registerStream(tenantId), caller)).state;
    } catch (error) {
      if (error instanceof StreamNotFound) return undefined;
      throw error;
    }
  }
}
