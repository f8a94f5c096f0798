import type { AttachmentRef } from '@shared/domain/case/body.ts';
import type { Level } from '@shared/domain/case/state.ts';
import { activeKeyOf, type DirectoryEntry } from '@shared/domain/identity/directory.ts';
import { isHoldable, type PackageContents, type PackageKind, packageLimits } from '@shared/domain/package/manifest.ts';
import type { Held } from '@shared/domain/package/outgoing.ts';
import type { ErasureMessage } from '@shared/domain/retention/request.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { attachmentChunks } from '../../attachments/read-attachment.ts';
import { findActRow, toSealedAct } from '../../case/act-rows.ts';
import { sha256 } from '../../crypto/hash.ts';
import type { RecordsReader } from '../../db/handles.ts';
import { writeActFile } from '../../formats/act/act-container.ts';
import { openingsFor } from '../../formats/act/act-crypto.ts';
import type { BlobSource } from '../../formats/package/write-package.ts';
import type { StoredDocument } from '../../papers/document-rows.ts';
import { fileOfProfile, type HeldProfile, heldProfile } from '../../settings/office-profile.ts';
import type { Unlocked } from '../../vault/unlocked.ts';
import { findPeer, formatShownBy } from '../ledger/peer-rows.ts';
import type { Standing } from '../ledger/standing.ts';

/** What is to be sealed. */
export interface Load {
  readonly kind: PackageKind;
  readonly receiver: DirectoryEntry;
  readonly caseId: string | null;
  readonly acts: readonly { readonly hash: string; readonly form: Held }[];
  /** How far the receiver sees: openings of deeper heads go no farther. Null: takes no part in the file. */
  readonly sees: Level | null;
  /** Acts of which whoever counsels now sees no further than the unit (see `beforeEnd`); none when absent. */
  readonly ended?: ReadonlySet<string>;
  readonly attachments: readonly AttachmentRef[];
  readonly documents: readonly StoredDocument[];
  /** Bytes of the draft file. */
  readonly draft: Uint8Array | null;
  /** Bytes of the file of a record of guidance. */
  readonly guidance?: Uint8Array;
  /** Bytes of the original of that record. */
  readonly original?: Uint8Array;
  /** Bytes of the file of a programme's figures. */
  readonly figures?: Uint8Array;
  /** What is said of erasures. */
  readonly erasure?: ErasureMessage;
}

/** What a package has of a case when it is about none. */
export const ofNoCase = {
  caseId: null,
  acts: [],
  sees: 0,
  attachments: [],
  documents: [],
  draft: null,
} as const satisfies Partial<Load>;

interface Blob extends BlobSource {
  readonly attachmentId: string;
}

const blobsOf = ({ work }: Unlocked, { attachments, documents }: Load): Blob[] => {
  const named = [
    ...attachments.map(({ attachmentId, sha256: hash, size }) => ({ attachmentId, sha256: hash, size })),
    ...documents.map(({ attachmentId, summary }) => ({ attachmentId, sha256: summary.sha256, size: summary.size })),
  ];
  return [...new Map(named.map((blob) => [blob.sha256, blob])).values()].map((blob) => ({
    ...blob,
    chunks: () => attachmentChunks(work, 'records', blob.attachmentId),
  }));
};

/** Act files in order; throws when an act has gone meanwhile. */
const actFilesOf = (tx: RecordsReader, { acts, sees, ended }: Load) =>
  acts.map(({ hash, form }) => {
    const row = findActRow(tx, hash);
    if (row === undefined) throw new Error('an act to be sent is not here');
    const stored = toSealedAct(row);
    const sealed = { ...stored, openings: openingsFor(stored.openings, sees === 2 && ended?.has(hash) ? 1 : sees) };
    const bytes = writeActFile(form === 'all' ? sealed : { ...sealed, bodyBytes: null, salt: null });
    return { hash, form, bytes };
  });

/** Directories up to this size go along to someone of whom nothing has come yet (bytes). */
const smallDirectory = 1_000_000;

const directoryFor = (tx: RecordsReader, standing: Standing, peer: string): Uint8Array | null => {
  const { directory, file } = standing.directory;
  const known = findPeer(tx, peer);
  const due = known === undefined ? file.length <= smallDirectory : known.directorySerial < directory.serial;
  return due && file.length <= packageLimits.directory ? file : null;
};

/** The profile that may go to a peer: to one that reads no more than 0.3, or of which nothing has come, none does. */
const profileFor = (tx: RecordsReader, peer: string): HeldProfile | null =>
  formatShownBy(tx, peer) === 2 ? heldProfile(tx) : null;

/** What goes into a package, and what its manifest says of that. */
export interface Packed {
  readonly contents: PackageContents;
  readonly acts: readonly { readonly hash: string; readonly form: Held; readonly bytes: Uint8Array }[];
  readonly blobs: readonly BlobSource[];
  readonly directory: Uint8Array | null;
  readonly profile: Uint8Array | null;
  /** What the manifest says of the profile that this vault has; null: nothing. */
  readonly profileSerial: number | null;
}

const describe = (bytes: Uint8Array) => ({ sha256: toHex(sha256(bytes)), size: bytes.length });

/** Puts together what goes into a package. Throws when an act has gone meanwhile. */
export const packOf = (unlocked: Unlocked, standing: Standing, load: Load, tx: RecordsReader): Packed => {
  const acts = actFilesOf(tx, load);
  const blobs = blobsOf(unlocked, load);
  const peer = activeKeyOf(load.receiver)?.key ?? '';
  const directory = directoryFor(tx, standing, peer);
  const held = profileFor(tx, peer);
  const profileSerial = held?.profile.serial ?? null;
  const isProfileDue = profileSerial !== null && (findPeer(tx, peer)?.profileSerial ?? 0) < profileSerial;
  const profile = held !== null && isProfileDue ? fileOfProfile(tx, held) : null;
  const { serial } = standing.directory.directory;
  const contents: PackageContents = {
    acts: acts.map(({ hash, form, bytes }) => ({ hash, form, ...describe(bytes) })),
    blobs: blobs.map(({ sha256: hash, size }) => ({ sha256: hash, size })),
    documents: load.documents.flatMap(({ summary }) =>
      summary.actHash === null ? [] : [{ actHash: summary.actHash, sha256: summary.sha256 }],
    ),
    draft: load.draft === null ? null : describe(load.draft),
    ...(load.guidance && { guidance: describe(load.guidance) }),
    ...(load.original && { original: describe(load.original) }),
    ...(load.figures && { figures: describe(load.figures) }),
    ...(load.erasure && { erasure: load.erasure }),
    directory: directory === null ? null : { serial, ...describe(directory) },
    ...(profile !== null && profileSerial !== null && { profile: { serial: profileSerial, ...describe(profile) } }),
  };
  return { contents, acts, blobs, directory, profile, profileSerial };
};

/** True when one package may hold all of a load. */
export const fitsOnePackage = (unlocked: Unlocked, standing: Standing, load: Load): boolean =>
  isHoldable(packOf(unlocked, standing, load, unlocked.vault.records).contents);
