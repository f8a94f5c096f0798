import {
  type CertifiedKey,
  type Directory,
  type DirectoryKey,
  findAnyKey,
  findKey,
} from '@shared/domain/identity/directory.ts';
import {
  type ReplacedKey,
  type ReplacementReason,
  replacedKeySchema,
  replacementLimits,
} from '@shared/domain/identity/replacement.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { and, asc, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { guidanceSignatures } from '../db/guidance-schema.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { readMeta, writeMeta } from '../db/meta-json.ts';
import { acts, audit } from '../db/records-schema.ts';
import { signReplaced } from '../formats/identity/signed-file.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { ownKeyOf, type Unlocked } from '../vault/unlocked.ts';

/** `meta`: the keys that this vault had before, latest first, and what each says of the one in its place. */
const formerKeysKey = 'formerKeys';
const replacedKeysKey = 'replacedKeys';

/** Keys that this vault signed by before, hexadecimal, the latest first. */
export const formerKeysHere = (tx: RecordsReader): readonly string[] =>
  readMeta(tx, formerKeysKey, z.array(z.string())) ?? [];

/** All keys of this vault, hexadecimal: `key`, which it has, and those before. */
export const ownKeysHere = (tx: RecordsReader, key: string): readonly string[] => [key, ...formerKeysHere(tx)];

/**
 * Whom a directory knows by `key`, that of this vault; before it certifies the key, by the one before. Undefined where
 * it knows none of them.
 */
export const ownCertified = (
  tx: RecordsReader,
  key: string,
  directory: Pick<Directory, 'entries'>,
): CertifiedKey | undefined => findAnyKey(directory, ownKeysHere(tx, key));

/** What the former keys of this vault say of those in their place, the latest first. */
export const replacedKeysHere = (tx: RecordsReader): readonly ReplacedKey[] =>
  readMeta(tx, replacedKeysKey, z.array(replacedKeySchema)) ?? [];

/** A key as its holder gave it up: so it counts in the own vault before the publisher says it. */
const givenUp = (key: DirectoryKey, replaced: readonly ReplacedKey[]): DirectoryKey => {
  const found = key.revoked === null ? replaced.find((each) => each.key === key.key) : undefined;
  if (found === undefined) return key;
  const { at, reason, acts: signed, guidance } = found;
  return { ...key, revoked: { at, reason, vouched: { acts: signed, guidance } } };
};

/**
 * A directory in which the keys that this vault gave up are revoked, whether it says so yet or not: what somebody else
 * signs by one of them meanwhile does not come in here as the holder's own.
 */
export const withGivenUp = (tx: RecordsReader, directory: Directory): Directory => {
  const replaced = replacedKeysHere(tx);
  if (replaced.every(({ key }) => findKey(directory, key)?.key.revoked !== null)) return directory;
  const entries = directory.entries.map((entry) =>
    entry.keys.some(({ key }) => replaced.some((each) => each.key === key))
      ? { ...entry, keys: entry.keys.map((key) => givenUp(key, replaced)) }
      : entry,
  );
  return { ...directory, entries };
};

/** Of what bears a key that others may have, what was signed here: the rest came, and may be theirs. */
const signedHere = (hash: typeof acts.hash | typeof guidanceSignatures.recordHash, kind: string): SQL =>
  sql`lower(hex(${hash})) IN (SELECT subject FROM ${audit} WHERE kind = ${kind})`;

const ascending = (hashes: readonly Buffer[]): string[] => [...new Set(hashes.map((hash) => toHex(hash)))].sort();

/** What was signed here stays signed where its file was set aside: only what was taken back was never counted on. */
const isNotTakenBack = or(isNull(acts.setAsideAt), isNotNull(acts.otherOpening));

/** Acts that a key signed; of more than a card may name the latest. */
const actsBy = (tx: RecordsReader, key: Buffer, reason: ReplacementReason): string[] =>
  ascending(
    tx
      .select({ hash: acts.hash })
      .from(acts)
      .where(
        reason === 'compromised'
          ? and(eq(acts.authorKey, key), isNotTakenBack, signedHere(acts.hash, 'actRecorded'))
          : eq(acts.authorKey, key),
      )
      .orderBy(desc(acts.receivedSeq))
      .limit(replacementLimits.acts)
      .all()
      .map(({ hash }) => hash),
  );

const guidanceBy = (tx: RecordsReader, key: Buffer, reason: ReplacementReason): string[] =>
  ascending(
    tx
      .selectDistinct({ hash: guidanceSignatures.recordHash })
      .from(guidanceSignatures)
      .where(
        reason === 'compromised'
          ? and(eq(guidanceSignatures.key, key), signedHere(guidanceSignatures.recordHash, 'guidanceRecordSigned'))
          : eq(guidanceSignatures.key, key),
      )
      .orderBy(asc(guidanceSignatures.recordHash))
      .limit(replacementLimits.guidance)
      .all()
      .map(({ hash }) => hash),
  );

/** True when each former key of this vault has said which one is in its place. */
export const areFormerKeysTold = ({ vault }: Pick<Unlocked, 'vault'>, tx: RecordsReader): boolean => {
  const noted = new Set(replacedKeysHere(tx).map(({ key }) => key));
  return vault.formerKeys.every((key) => noted.has(key));
};

/**
 * Has each former key that has not spoken yet list what it signed here and name the key in its place, in the caller's
 * transaction. True when one did: then this vault has another identity than it had.
 */
export const settleReplacedKeys = ({ vault, work }: Unlocked, tx: RecordsWriter): boolean => {
  if (areFormerKeysTold({ vault }, tx)) return false;
  const noted = new Map(replacedKeysHere(tx).map((each) => [each.key, each]));
  const keys = vault.formerKeys;
  const present = ownKeyOf({ vault });
  const replaced = keys.flatMap((key, at): ReplacedKey[] => {
    const before = noted.get(key);
    if (before !== undefined) return [before];
    const former = vault.keys.formerIdentities[at];
    const signer = vault.signAs(key);
    if (former === undefined || signer === undefined) return [];
    const bytes = Buffer.from(key, 'hex');
    appendAudit(work, tx, { kind: 'identityReplaced', subject: key });
    return [
      signReplaced(
        {
          key,
          by: keys[at - 1] ?? present,
          at: former.replacedAt as ReplacedKey['at'],
          reason: former.reason,
          acts: actsBy(tx, bytes, former.reason),
          guidance: guidanceBy(tx, bytes, former.reason),
        },
        signer,
      ),
    ];
  });
  writeMeta(tx, formerKeysKey, keys);
  writeMeta(tx, replacedKeysKey, replaced);
  return true;
};

/** The latest former key of this vault, why it was given up and when; null where there is none. */
export const lastReplaced = (
  tx: RecordsReader,
): { readonly at: string; readonly reason: ReplacementReason; readonly acts: number } | null => {
  const [latest] = formerKeysHere(tx).length === 0 ? [] : replacedKeysHere(tx);
  return latest === undefined ? null : { at: latest.at, reason: latest.reason, acts: latest.acts.length };
};
