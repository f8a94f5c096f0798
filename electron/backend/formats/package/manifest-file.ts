import {
  isWithinLimits,
  type Manifest,
  manifestSchema,
  packageFormats,
  packageSignatureDomain,
} from '@shared/domain/package/manifest.ts';
import { fromHex } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { canonicalJson } from '../../crypto/canonical-json.ts';
import { verifyEd25519 } from '../../crypto/ed25519.ts';

/** A manifest as it stands in a package. */
export interface SignedManifest {
  /** RFC 8785 JSON. */
  readonly manifestBytes: Uint8Array;
  /** Ed25519, 64 bytes. */
  readonly signature: Uint8Array;
}

/**
 * Writes a manifest down and signs it. `sign` signs bytes under a domain with the key that the manifest names as its
 * sender's (as `signEd25519` does). Throws when the manifest is not one or goes over `packageLimits`: its maker has to
 * see to that.
 */
export const signManifest = (
  manifest: Manifest,
  sign: (domain: string, bytes: Uint8Array) => Uint8Array,
): SignedManifest => {
  const checked = manifestSchema.parse(manifest);
  if (!isWithinLimits(checked)) throw new RangeError('more than a package may hold');
  const manifestBytes = canonicalJson(checked);
  return { manifestBytes, signature: sign(packageSignatureDomain, manifestBytes) };
};

export type ManifestErrorCode = 'packageUnreadable' | 'packageTampered' | 'packageTooLarge' | 'newerFormat';

const readJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

const isNewer = (value: unknown): boolean => {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  const isKnown = (packageFormats as readonly unknown[]).includes(format);
  return typeof format === 'string' && !isKnown && /^bilik\/package\/v[1-9]\d{0,5}$/.test(format);
};

const parse = (bytes: Uint8Array): Result<Manifest, AppError<ManifestErrorCode>> => {
  const value = readJson(bytes);
  if (isNewer(value)) return fail('newerFormat');
  const parsed = manifestSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return fail(parsed.error.issues.every(({ code }) => code === 'too_big') ? 'packageTooLarge' : 'packageUnreadable');
};

/**
 * Reads a manifest and verifies its signature by the key that it names; says nothing of whose key that is. Codes:
 * `newerFormat`, `packageUnreadable` (no manifest, or other bytes than its RFC 8785 form), `packageTooLarge` (announces
 * more than `packageLimits`), `packageTampered` (the signature does not fit). Never throws.
 */
export const openManifest = ({
  manifestBytes,
  signature,
}: SignedManifest): Result<Manifest, AppError<ManifestErrorCode>> => {
  const parsed = parse(manifestBytes);
  if (!parsed.ok) return parsed;
  const manifest = parsed.value;
  if (!Buffer.from(canonicalJson(manifest)).equals(manifestBytes)) return fail('packageUnreadable');
  if (!verifyEd25519(fromHex(manifest.sender.key), packageSignatureDomain, manifestBytes, signature)) {
    return fail('packageTampered');
  }
  return isWithinLimits(manifest) ? ok(manifest) : fail('packageTooLarge');
};
