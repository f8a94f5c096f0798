/** Why a package cannot be read or written; texts under `errors.<code>`. */
export type PackageErrorCode =
  /** No age file, or what is inside is no package. */
  | 'packageUnreadable'
  /** None of the identities opens it. */
  | 'packageNotForMe'
  /** Cut or changed on its way. */
  | 'packageDamaged'
  /** Holds more than `packageLimits` allows. */
  | 'packageTooLarge'
  /** Its signature or a hash does not fit, or it holds other entries than the manifest says. */
  | 'packageTampered'
  | 'newerFormat'
  | 'partsIncomplete'
  /** The file itself cannot be read. */
  | 'fileUnreadable'
  | 'cancelled';

/**
 * Carries a code out of the streams of this folder, which cannot answer a Result in their midst. It never leaves the
 * folder: `readPackage` and `savePackage` make a Result of it.
 */
export class PackageFailure extends Error {
  readonly code: PackageErrorCode;

  constructor(code: PackageErrorCode) {
    super(code);
    this.name = 'PackageFailure';
    this.code = code;
  }
}
