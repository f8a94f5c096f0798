import { isUnique } from '@shared/kernel/unique.ts';
import { z } from 'zod';
import { carriedForms } from '../case/routes.ts';
import { natural } from '../fields.ts';
import { signedParts } from '../identity/signed-file.ts';
import { erasureMessage } from '../retention/request.ts';

/** Ed25519 signs this text's bytes, a zero byte and the manifest bytes. */
export const packageSignatureDomain = 'bilik/package/v1\n';

/** What a package may hold at most; checked before anything is read into memory. Bytes unless it says otherwise. */
export const packageLimits = {
  /** The fullest manifest has about 400 KB; more would only cost time before its signature is checked. */
  manifest: 512 * 1024,
  directory: 12 * 1024 * 1024,
  /** The profile of the institution: a logo and short texts. */
  profile: 1024 * 1024,
  draft: 4 * 1024 * 1024,
  /** A record of guidance with its signatures. */
  guidance: 2 * 1024 * 1024,
  /** The original of a record of guidance, a PDF. */
  original: 4 * 1024 * 1024,
  /** Figures of a programme. */
  figures: 1024 * 1024,
  actFile: 8 * 1024 * 1024,
  /** Number of acts. */
  acts: 500,
  /** All act files together. */
  actFiles: 64 * 1024 * 1024,
  /** Number of files beside acts. */
  blobs: 1000,
  blob: 100 * 1024 * 1024,
  /** Everything inside, unpacked. */
  total: 256 * 1024 * 1024,
} as const;

/**
 * A package may go in parts: the smallest that a part may be (bytes), and the most that one may come in. The largest
 * package in the smallest parts stays within both.
 */
export const partLimits = { bytes: 1_000_000, count: 300 } as const;

/**
 * `acts`: the usual. `draft`: acts and a draft for signature. `copy`: a copy for the employee. `receipt`: no acts.
 * `guidance`: one record of guidance, and nothing of a case. `erasure`: files that were erased, by their ids, and
 * answers to such a request. `figures`: counts of a programme.
 */
export const packageKinds = ['acts', 'draft', 'copy', 'receipt', 'guidance', 'erasure', 'figures'] as const;
export type PackageKind = (typeof packageKinds)[number];

/** Formats of a package. Programs that know the first alone say of the other that it is newer than they are. */
export const packageFormats = ['bilik/package/v1', 'bilik/package/v2'] as const;

/** The format of a package: the earlier one wherever it knows what is inside. */
export const formatOfPackage = ({
  kind,
  original,
}: {
  readonly kind: PackageKind;
  readonly original?: unknown;
}): (typeof packageFormats)[number] =>
  kind === 'figures' || original !== undefined ? 'bilik/package/v2' : 'bilik/package/v1';

const { hex32, id, instant } = signedParts;
const counter = z.number().int().min(1).max(1_000_000_000);
const size = (max: number) => z.number().int().min(1).max(max);

/** Length and head of an audit chain (`audit-chain.ts`); in a package closed for all but its sender, with length 0. */
const auditHead = z.strictObject({ size: natural, hash: hex32 });
export type AuditHead = z.infer<typeof auditHead>;

/** What the sender has from the receiver of this package: the content of a receipt. */
const seenSchema = z.strictObject({
  /** The epoch that the receiver showed last. */
  epoch: id,
  /** Highest counter of that epoch. */
  counter,
  /** Counters below it that never came. */
  missing: z.array(counter).max(1000),
  /** Packages taken in, the latest last. */
  received: z.array(z.strictObject({ packageId: id, counter, at: instant })).max(500),
  /** Head of the receiver's audit chain as its latest package showed it. */
  audit: auditHead,
});
export type Seen = z.infer<typeof seenSchema>;

const manifestShape = z.strictObject({
  format: z.enum(packageFormats),
  kind: z.enum(packageKinds),
  packageId: id,
  createdAt: instant,
  sender: z.strictObject({ key: hex32, epoch: id, counter }),
  receiver: z.strictObject({ key: hex32 }),
  /** The one case that it is about; null for a receipt. */
  caseId: id.nullable(),
  /** Act files in order; `hash` names the act, `sha256` the file. */
  acts: z
    .array(
      z.strictObject({
        hash: hex32,
        form: z.enum(carriedForms),
        size: size(packageLimits.actFile),
        sha256: hex32,
      }),
    )
    .max(packageLimits.acts),
  /** Attachments and signed papers by content, in order; an attachment may be empty. */
  blobs: z.array(z.strictObject({ sha256: hex32, size: natural.max(packageLimits.blob) })).max(packageLimits.blobs),
  /** Blobs that are signed papers made of an act. */
  documents: z.array(z.strictObject({ actHash: hex32, sha256: hex32 })).max(200),
  draft: z.strictObject({ sha256: hex32, size: size(packageLimits.draft) }).nullable(),
  /** Only in a package of its kind. */
  guidance: z.strictObject({ sha256: hex32, size: size(packageLimits.guidance) }).optional(),
  /** The original of that record; without it the package is one of version 0.3. */
  original: z.strictObject({ sha256: hex32, size: size(packageLimits.original) }).optional(),
  /** Only in a package of its kind. */
  erasure: erasureMessage.optional(),
  /** Only in a package of its kind. */
  figures: z.strictObject({ sha256: hex32, size: size(packageLimits.figures) }).optional(),
  /** A newer directory than the receiver is known to have. */
  directory: z.strictObject({ serial: counter, sha256: hex32, size: size(packageLimits.directory) }).nullable(),
  /** A newer profile than the receiver is known to have; never to a vault that has not shown to read more than 0.3. */
  profile: z.strictObject({ serial: counter, sha256: hex32, size: size(packageLimits.profile) }).optional(),
  /**
   * Counters of this epoch that the receiver need not wait for, whichever case they are of: later packages, this one or
   * others, hold their acts again, or they were never written.
   */
  replaces: z.array(counter).max(1000),
  seen: seenSchema.nullable(),
  /** The sender's own audit chain; open in packages of version 0.3 alone. */
  audit: auditHead,
  /** Serial of the sender's directory. */
  directorySerial: natural,
  /** Number of the profile that the sender has; only where a profile might go along. */
  profileSerial: counter.optional(),
});

/**
 * First entry of a package; its RFC 8785 bytes are signed by the sender and never serialised again. No act and no blob
 * stands in it twice, and every signed paper is among the blobs.
 */
export const manifestSchema = manifestShape
  .refine(({ acts }) => isUnique(acts.map(({ hash }) => hash)))
  .refine(({ blobs }) => isUnique(blobs.map(({ sha256 }) => sha256)))
  .refine(({ blobs, documents }) => {
    const carried = new Set(blobs.map(({ sha256 }) => sha256));
    return documents.every(({ sha256 }) => carried.has(sha256));
  })
  .refine(({ kind, guidance }) => (kind === 'guidance') === (guidance !== undefined))
  .refine(({ guidance, original }) => original === undefined || guidance !== undefined)
  .refine(({ kind, erasure }) => (kind === 'erasure') === (erasure !== undefined))
  .refine(({ kind, figures }) => (kind === 'figures') === (figures !== undefined))
  .refine((manifest) => manifest.format === formatOfPackage(manifest))
  .refine(
    ({ kind, caseId, acts, blobs, draft }) =>
      !['guidance', 'erasure', 'figures'].includes(kind) ||
      (caseId === null && acts.length === 0 && blobs.length === 0 && draft === null),
  );
export type Manifest = z.infer<typeof manifestSchema>;

const contentsShape = manifestShape.pick({
  acts: true,
  blobs: true,
  documents: true,
  draft: true,
  guidance: true,
  original: true,
  erasure: true,
  figures: true,
  directory: true,
  profile: true,
});
/** What of a manifest says what is inside. */
export type PackageContents = z.infer<typeof contentsShape>;

/** Names of the entries of a package. */
export const entryNames = {
  manifest: 'manifest.json',
  signature: 'manifest.sig',
  directory: 'directory.json',
  profile: 'profil.json',
  draft: 'draft.json',
  guidance: 'rekaman.json',
  original: 'asli.pdf',
  figures: 'angka.json',
  act: (hash: string): string => `acts/${hash}.json`,
  blob: (sha256: string): string => `blobs/${sha256}`,
} as const;

const bytesOf = (parts: readonly ({ readonly size: number } | null | undefined)[]): number =>
  parts.reduce((sum, part) => sum + (part?.size ?? 0), 0);

/** Bytes of all blobs that a manifest announces. */
export const announcedBlobBytes = ({ blobs }: Manifest): number => bytesOf(blobs);

/** Bytes of everything that a manifest announces, itself and its signature left out. */
export const announcedBytes = (contents: PackageContents): number => {
  const { acts, blobs, draft, guidance, original, figures, directory, profile } = contents;
  return bytesOf([...acts, ...blobs, draft, guidance, original, figures, directory, profile]);
};

/** True when everything together stays within `packageLimits`. */
export const isWithinLimits = (contents: PackageContents): boolean =>
  bytesOf(contents.acts) <= packageLimits.actFiles && announcedBytes(contents) <= packageLimits.total;

/** True when one package may hold all of this: each file, their numbers, and everything together. */
export const isHoldable = (contents: PackageContents): boolean =>
  contentsShape.safeParse(contents).success && isWithinLimits(contents);
