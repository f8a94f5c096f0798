import { type OfficeSource, officeSources } from '@shared/contract/office.ts';
import { profileAt } from '@shared/domain/office/in-force.ts';
import type { OfficeProfile } from '@shared/domain/office/profile.ts';
import { z } from 'zod';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { readSignedFile } from '../formats/identity/signed-file.ts';
import { type DirectoryRoot, readRoot } from '../vault/directory-root.ts';
import { type ProfileRow, profileFile, profileRows } from './office-rows.ts';
import { readSetting, writeSetting } from './setting-rows.ts';

/** A profile of the trusted root. */
export interface HeldProfile {
  readonly profile: OfficeProfile;
  readonly root: DirectoryRoot;
  readonly hash: string;
  readonly takenAt: string;
}

const key = 'officeSource';
const schema = z.strictObject({ source: z.enum(officeSources) });

/** Which of the two the holder lets count; the profile, as long as nothing was said. */
export const officeSource = (tx: RecordsReader): OfficeSource => readSetting(tx, key, schema)?.source ?? 'profile';

/** Says which of the two counts from now on. */
export const writeOfficeSource = (tx: RecordsWriter, source: OfficeSource): void => writeSetting(tx, key, { source });

/** Profiles read last, by hash: each has a picture in it, and settings are asked for often. */
const recent = new Map<string, OfficeProfile>();
const maxRecent = 8;

const opened = (tx: RecordsReader, root: DirectoryRoot, { serial, hash, takenAt }: ProfileRow): HeldProfile => {
  const known = recent.get(hash);
  if (known !== undefined) return { profile: known, root, hash, takenAt };
  const read = readSignedFile('profile', profileFile(tx, root, serial));
  if (!read.ok) throw new Error('a profile of this vault cannot be read');
  recent.set(hash, read.value.payload);
  const oldest = recent.keys().next();
  if (recent.size > maxRecent && !oldest.done) recent.delete(oldest.value);
  return { profile: read.value.payload, root, hash, takenAt };
};

/** The newest profile of the root that this vault trusts, whether it counts or not; null: there is none. */
export const heldProfile = (tx: RecordsReader): HeldProfile | null => {
  const root = readRoot(tx);
  const newest = root && profileRows(tx, root)[0];
  return root === undefined || newest === undefined ? null : opened(tx, root, newest);
};

/** The profile that counts in this vault now; null: what was typed does. */
export const countingProfile = (tx: RecordsReader): OfficeProfile | null =>
  officeSource(tx) === 'own' ? null : (heldProfile(tx)?.profile ?? null);

/** The profile that papers of a moment (ISO 8601) show; null: what was typed. */
export const countingProfileAt = (tx: RecordsReader, at: string): OfficeProfile | null => {
  const root = readRoot(tx);
  if (root === undefined || officeSource(tx) === 'own') return null;
  const row = profileAt(profileRows(tx, root), at);
  return row === null ? null : opened(tx, root, row).profile;
};

/** The signed file of a profile that is held. */
export const fileOfProfile = (tx: RecordsReader, { root, profile }: HeldProfile): Uint8Array =>
  profileFile(tx, root, profile.serial);
