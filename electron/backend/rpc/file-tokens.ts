import { toHex } from '@shared/kernel/bytes.ts';
import type { Random } from '@shared/kernel/ports.ts';

export type FileKind = 'folder' | 'file';

/** Opaque names for paths that the person chose in a dialog; pages see the names alone. */
export interface FileTokens {
  readonly issue: (kind: FileKind, path: string) => string;
  /** Path behind a token of this kind, as often as asked until lock; undefined for an unknown one. */
  readonly resolve: (kind: FileKind, token: string) => string | undefined;
}

/** Most tokens kept at once; the oldest go first. */
const maxTokens = 1000;

/** Keeps paths by random token, in memory. */
export const createFileTokens = (random: Random): FileTokens => {
  const paths = new Map<string, { readonly kind: FileKind; readonly path: string }>();
  return {
    issue: (kind, path) => {
      const token = toHex(random.bytes(16));
      paths.set(token, { kind, path });
      const oldest = paths.keys().next();
      if (paths.size > maxTokens && !oldest.done) paths.delete(oldest.value);
      return token;
    },
    resolve: (kind, token) => {
      const found = paths.get(token);
      return found?.kind === kind ? found.path : undefined;
    },
  };
};
