import type { Hash } from 'node:crypto';
import { createPerVault } from '../workspace/per-vault.ts';
import type { StoreName } from '../workspace/store.ts';
import type { MarkFinder } from './mark-finder.ts';

/** A file that is coming in: what cannot be read back from its rows. */
export interface Upload {
  readonly store: StoreName;
  readonly claimedType: string;
  /** Bytes announced. */
  readonly size: number;
  readonly hash: Hash;
  /** Bytes taken in. */
  received: number;
  /** Chunks written. */
  chunks: number;
  /** First bytes, for the media type. */
  head: Uint8Array;
  /** Bytes that do not fill a chunk yet. */
  tail: Uint8Array;
  /** Looks for the mark of a list of people in what comes. */
  readonly mark: MarkFinder;
}

/** Files coming in, by attachment id. Lost with a lock or crash: then the rows are removed at the next opening. */
export const uploadsOf = createPerVault(() => new Map<string, Upload>());
