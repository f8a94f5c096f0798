import { toHex } from '@shared/kernel/bytes.ts';
import type { Random } from '@shared/kernel/ports.ts';

export type FileKind = 'folder' | 'file';

/**
 * Opaque names for paths that the person chose in a dialog, and for bytes that were dropped; pages see the names alone.
 */
export interface FileTokens {
  readonly issue: (kind: FileKind, path: string) => string;
  /** Path behind a token of this kind, as often as asked until lock; undefined for an unknown one. */
  readonly resolve: (kind: FileKind, token: string) => string | undefined;
  /** A name for bytes that lie in memory alone. */
  readonly issueBytes: (bytes: Uint8Array) => string;
  /** Bytes behind a token, as often as asked until lock; undefined for every other one. */
  readonly bytes: (token: string) => Uint8Array | undefined;
}

/** Most tokens kept at once; the oldest go first. */
const maxTokens = 1000;
/** Most contents kept at once: signed files, of which each has at most 12 MiB. */
const maxContents = 8;

/** Values by random token; beyond `most` the oldest go first. */
const createShelf = <T>(random: Random, most: number) => {
  const kept = new Map<string, T>();
  return {
    keep: (value: T): string => {
      const token = toHex(random.bytes(16));
      kept.set(token, value);
      const oldest = kept.keys().next();
      if (kept.size > most && !oldest.done) kept.delete(oldest.value);
      return token;
    },
    get: (token: string): T | undefined => kept.get(token),
  };
};

/** Keeps paths and bytes by random token, in memory. */
export const createFileTokens = (random: Random): FileTokens => {
  const paths = createShelf<{ readonly kind: FileKind; readonly path: string }>(random, maxTokens);
  const contents = createShelf<Uint8Array>(random, maxContents);
  return {
    issue: (kind, path) => paths.keep({ kind, path }),
    resolve: (kind, token) => {
      const found = paths.get(token);
      return found?.kind === kind ? found.path : undefined;
    },
    issueBytes: contents.keep,
    bytes: contents.get,
  };
};
