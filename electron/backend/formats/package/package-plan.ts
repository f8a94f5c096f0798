import { entryNames, type Manifest, packageLimits } from '@shared/domain/package/manifest.ts';
import { blockSize } from './ustar.ts';

/** An entry that has to come: what, under which name, how many bytes, and their SHA-256 in hexadecimal. */
export interface PlannedEntry {
  readonly kind: 'directory' | 'profile' | 'act' | 'draft' | 'guidance' | 'original' | 'figures' | 'blob';
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** Header, padding and end of the most entries that there may be, with manifest and signature (bytes). */
const tarOverhead = (packageLimits.acts + packageLimits.blobs + 8) * 2 * blockSize + packageLimits.manifest;

/** What the tar file of a package may have at most (bytes). */
export const tarLimits = {
  entry: Math.max(packageLimits.blob, packageLimits.directory),
  whole: packageLimits.total + tarOverhead,
} as const;

/** Bytes of a signature. */
export const signatureBytes = 64;

/** The entries behind manifest and signature, in the one order that they may have. */
export const plannedEntries = ({
  directory,
  profile,
  acts,
  draft,
  guidance,
  original,
  figures,
  blobs,
}: Manifest): readonly PlannedEntry[] => [
  ...(directory === null ? [] : [{ ...directory, kind: 'directory' as const, name: entryNames.directory }]),
  ...(profile === undefined ? [] : [{ ...profile, kind: 'profile' as const, name: entryNames.profile }]),
  ...acts.map(({ hash, sha256, size }) => ({ kind: 'act' as const, name: entryNames.act(hash), size, sha256 })),
  ...(draft === null ? [] : [{ ...draft, kind: 'draft' as const, name: entryNames.draft }]),
  ...(guidance === undefined ? [] : [{ ...guidance, kind: 'guidance' as const, name: entryNames.guidance }]),
  ...(original === undefined ? [] : [{ ...original, kind: 'original' as const, name: entryNames.original }]),
  ...(figures === undefined ? [] : [{ ...figures, kind: 'figures' as const, name: entryNames.figures }]),
  ...blobs.map(({ sha256, size }) => ({ kind: 'blob' as const, name: entryNames.blob(sha256), size, sha256 })),
];
