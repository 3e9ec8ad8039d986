import { createHash, createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { deriveId } from '@zeren/event-store';
import { publicId, type StreamId } from '@zeren/kernel';
import { localDate } from '@zeren/organisation-domain';
import { keyFor } from '../requester/personal-cipher.js';
import { PERSONAL_MASTER_KEY } from '../requester/sealing.js';

/** What whoever asks is told: with both the request can be followed without an account. */
export type Receipt = { readonly receipt: string; readonly secret: string };

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** What is stored of a secret: SHA-256, lower-case hex. */
export const secretHashOf = (secret: string): string => createHash('sha256').update(secret.trim().toLowerCase()).digest('hex');

/** Receipts and their secrets. A secret follows from the request and the platform's key, so that a repeated filing is told the same one. */
@Injectable()
export class Receipts {
  constructor(@Inject(PERSONAL_MASTER_KEY) private readonly master: Buffer) {}

  /** The receipt of a request filed at a moment: the day, and seven characters of its own. */
  of({ tenantId, id }: StreamId, filedAt: string): Receipt & { readonly secretHash: string } {
    const receipt = `${localDate(filedAt).replaceAll('-', '')}-${deriveId('receipt', tenantId, id).slice(0, 7)}`;
    const secret = this.secretOf(publicId(tenantId, id));
    return { receipt, secret, secretHash: secretHashOf(secret) };
  }

  /** Ten characters that are told apart when they are read aloud: 50 bits. */
  secretOf(requestId: string): string {
    const bytes = createHmac('sha256', keyFor('receipt', this.master)).update(requestId).digest().subarray(0, 10);
    return [...bytes].map((byte) => ALPHABET[byte & 31]).join('');
  }
}
