import { createHash, timingSafeEqual } from 'node:crypto';
import { toHex } from '@shared/kernel/bytes.ts';
import type { Clock, Random } from '@shared/kernel/ports.ts';

/** How long a token serves, in milliseconds. */
export const tokenLifetime = 60_000;

/** One-time proofs that the passphrase was entered again just now. */
export interface Reauthentication {
  /** A new token, good for one call within 60 seconds; an older one stops serving. */
  readonly grant: () => string;
  /** Uses a token up; true when it was the current one and in time. A wrong guess uses it up as well. */
  readonly redeem: (token: string | undefined) => boolean;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Keeps the one token that is out. */
export const createReauthentication = (clock: Clock, random: Random): Reauthentication => {
  let granted: { readonly digest: Buffer; readonly at: number } | undefined;
  return {
    grant: () => {
      const token = toHex(random.bytes(32));
      granted = { digest: digest(token), at: clock.now() };
      return token;
    },
    redeem: (token) => {
      if (token === undefined || granted === undefined) return false;
      const { digest: expected, at } = granted;
      granted = undefined;
      const age = clock.now() - at;
      return timingSafeEqual(digest(token), expected) && age >= 0 && age <= tokenLifetime;
    },
  };
};
