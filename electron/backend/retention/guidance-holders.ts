import { partiesOf } from '@shared/domain/guidance/record.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { keysOf } from '../exchange/ledger/erasure-messages.ts';
import { packagesOfKind } from '../exchange/ledger/package-rows.ts';
import { readRecord } from '../formats/record/record-crypto.ts';
import { listRecords } from '../guidance/record-rows.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { whoIsWhoHere } from '../identity/who-is-who.ts';
import { ownKeyOf, ownKeysOf, type Unlocked } from '../vault/unlocked.ts';

/**
 * Keys of the vaults that have something of guidance, or may have: those that signed a record of it, and those of its
 * people with whom records of guidance were exchanged at all. A package of guidance does not say which record it
 * carried, so more may be named than have it, and nobody less.
 */
export const othersWithGuidance = (unlocked: Unlocked, guidanceIds: readonly string[]): string[] => {
  const { records } = unlocked.work;
  const rows = guidanceIds.flatMap((guidanceId) => listRecords(records, guidanceId));
  const signers = rows.flatMap(({ signatures }) => signatures.map(({ key }) => key));
  const exchanged = new Set(
    (['out', 'in'] as const)
      .flatMap((direction) => packagesOfKind(records, direction, 'guidance'))
      .filter(({ written }) => written)
      .map(({ peer }) => peer),
  );
  const directory = trustedDirectory(records)?.directory;
  const who = whoIsWhoHere(records, ownKeyOf(unlocked), directory);
  const people: PersonInput[] = rows.flatMap(({ bytes }) => {
    const record = readRecord(bytes);
    return record === undefined ? [] : [...partiesOf(record)];
  });
  const ofPeople = (directory?.entries ?? [])
    .filter((entry) => people.some((person) => who.ofEntry(entry, person) !== 'other'))
    .flatMap(keysOf)
    .filter((key) => exchanged.has(key));
  const own = ownKeysOf(unlocked);
  return [...new Set([...signers, ...ofPeople])].filter((key) => !own.includes(key));
};
