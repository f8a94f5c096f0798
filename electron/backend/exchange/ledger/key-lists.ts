import type { Directory, DirectoryEntry, DirectoryKey } from '@shared/domain/identity/directory.ts';
import { isListed } from '@shared/domain/identity/replacement.ts';
import { isInOthersHands } from '@shared/domain/package/certification.ts';
import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import { and, eq, gt } from 'drizzle-orm';
import { canonicalJson } from '../../crypto/canonical-json.ts';
import { sha256 } from '../../crypto/hash.ts';
import type { RecordsReader } from '../../db/handles.ts';
import { acts } from '../../db/records-schema.ts';
import { formerKeysHere } from '../../identity/own-keys.ts';
import { type Decision, decisionsByItem, heldPackageRows, latestOf } from './held-rows.ts';

/** A list of what a key that others may have signed before, by its holder's word. */
export interface KeyList {
  /** What decisions call it: another list of the same key is decided about anew. */
  readonly name: string;
  readonly entry: DirectoryEntry;
  readonly key: DirectoryKey;
}

/** What decisions call the list of a key; undefined where it has none, or none that is for a person to judge. */
const nameOf = (key: DirectoryKey): string | undefined => {
  const vouched = key.revoked?.vouched;
  if (vouched === undefined || !isInOthersHands(key)) return undefined;
  return toHex(sha256(canonicalJson({ key: key.key, ...vouched })));
};

const listed = new WeakMap<Directory['entries'], readonly KeyList[]>();

/** All lists of a directory that are for a person to judge, in its order. */
const keyListsOf = ({ entries }: Pick<Directory, 'entries'>): readonly KeyList[] => {
  const known = listed.get(entries);
  if (known !== undefined) return known;
  const found = entries.flatMap((entry) =>
    entry.keys.flatMap((key): KeyList[] => {
      const name = nameOf(key);
      return name === undefined ? [] : [{ name, entry, key }];
    }),
  );
  listed.set(entries, found);
  return found;
};

/** Names of the lists of a directory that the holder of this vault lets count. */
export const takenListNames = (tx: RecordsReader, directory: Pick<Directory, 'entries'> | undefined): string[] => {
  const lists = directory === undefined ? [] : keyListsOf(directory);
  if (lists.length === 0) return [];
  const decided = decisionsByItem(tx);
  return lists.map(({ name }) => name).filter((name) => latestOf(decided.get(name) ?? [])?.choice === 'take');
};

/** Tells of a key whether its list counts here: by the decisions of the holder as they stand, and an own one always. */
export const takenLists = (tx: RecordsReader): ((key: DirectoryKey) => boolean) => {
  const known = new Map(formerKeysHere(tx).map((key) => [key, true]));
  return (key) => {
    const found = known.get(key.key);
    if (found !== undefined) return found;
    const decisions = decisionsByItem(tx).get(nameOf(key) ?? '') ?? [];
    const isTaken = latestOf(decisions)?.choice === 'take';
    known.set(key.key, isTaken);
    return isTaken;
  };
};

/** Lists of others that something in this vault hangs on: acts of that key are here, or are held because of it. */
export const keyListsHere = (
  tx: RecordsReader,
  directory: Pick<Directory, 'entries'>,
  ownKeys: readonly string[],
): readonly KeyList[] => {
  const lists = keyListsOf(directory).filter(({ entry }) => !entry.keys.some(({ key }) => ownKeys.includes(key)));
  if (lists.length === 0) return [];
  const isHeld = heldPackageRows(tx).some(({ code, details }) => [code, ...details].includes('actListUndecided'));
  const author = (key: DirectoryKey) => eq(acts.authorKey, Buffer.from(fromHex(key.key)));
  const hasActs = (key: DirectoryKey): boolean =>
    tx.select({ hash: acts.hash }).from(acts).where(author(key)).limit(1).get() !== undefined;
  return lists.filter(({ key }) => isHeld || hasActs(key));
};

/** Why a list that was taken stays so: acts of it came in since. Null: the decision can be taken back. */
export const staysListTaken = (tx: RecordsReader, { key }: KeyList, { at }: Decision): 'builtUpon' | null => {
  const vouched = key.revoked?.vouched?.acts ?? [];
  const since = tx
    .select({ hash: acts.hash })
    .from(acts)
    .where(and(eq(acts.authorKey, Buffer.from(fromHex(key.key))), gt(acts.recordedAt, at)))
    .all();
  return since.some(({ hash }) => isListed(vouched, toHex(hash))) ? 'builtUpon' : null;
};
