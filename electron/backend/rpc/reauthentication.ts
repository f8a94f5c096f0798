import { createHash, timingSafeEqual } from 'node:crypto';
import { toHex } from '@shared/kernel/bytes.ts';
import type { Clock, Random } from '@shared/kernel/ports.ts';

/** How long a token serves, in milliseconds. */
export const tokenLifetime = 60_000;

/** One-time proofs that the passphrase was entered again just now. */
export interface Reauthentication {
  /** A new token, good for one call of `method` within 60 seconds; an older one stops serving. */
  readonly grant: (method: string) => string;
  /**
   * Uses a token up; true when it was the current one, for this method and in time. A wrong guess, or a call of
   * another method with it, uses it up as well.
   */
  readonly redeem: (method: string, token: string | undefined) => boolean;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Keeps the one token that is out. */
export const createReauthentication = (clock: Clock, random: Random): Reauthentication => {
  let granted: { readonly method: string; readonly digest: Buffer; readonly at: number } | undefined;
  return {
    grant: (method) => {
      const token = toHex(random.bytes(32));
      granted = { method, digest: digest(token), at: clock.now() };
      return token;
    },
    redeem: (method, token) => {
      if (token === undefined || granted === undefined) return false;
      const { method: grantedFor, digest: expected, at } = granted;
      granted = undefined;
      const age = clock.now() - at;
      return timingSafeEqual(digest(token), expected) && method === grantedFor && age >= 0 && age <= tokenLifetime;
    },
  };
};
