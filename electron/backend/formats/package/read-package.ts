import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { decryptAge } from './age-stream.ts';
import { type PackageErrorCode, PackageFailure } from './format-failure.ts';
import { gunzip } from './gzip-reader.ts';
import { type CheckerOptions, createPackageChecker, type OpenedPackage } from './package-checker.ts';
import { tarLimits } from './package-plan.ts';
import { limited, stoppable } from './sources.ts';
import { createUstarReader } from './ustar-reader.ts';

/** A larger file holds no package that we read (bytes): age and stored blocks of DEFLATE add less than a hundredth. */
export const maxPackageBytes = Math.ceil(tarLimits.whole * 1.01);

export interface ReadOptions extends CheckerOptions {
  /** Stops the reading. */
  readonly signal?: AbortSignal;
}

export type ReadResult = Result<OpenedPackage, AppError<PackageErrorCode>>;

/** The Result of a code that was thrown; throws again what is no such. */
const failureOf = (thrown: unknown): ReadResult => {
  if (thrown instanceof PackageFailure) return fail(thrown.code);
  throw thrown;
};

const settled = (read: () => Promise<OpenedPackage>): Promise<ReadResult> => read().then(ok, failureOf);

const checkTar = async (tar: AsyncIterable<Uint8Array>, options: CheckerOptions): Promise<OpenedPackage> => {
  const reader = createUstarReader(tarLimits.entry);
  const checker = createPackageChecker(options);
  for await (const chunk of tar) {
    for (const event of reader.push(chunk)) {
      const waiting = checker.take(event);
      if (waiting !== undefined) await waiting;
    }
  }
  reader.finish();
  return checker.finish();
};

/**
 * Opens a package with the X25519 identities of a vault and checks everything that needs no other knowledge: entries
 * and their order, manifest, signature by the key that the manifest names, size and SHA-256 of every file. It does not
 * say whether that key or the receiver named is the right one, nor read the acts (`openActs`).
 *
 * `source` gives the bytes of the file, parts joined in order (see `fileChunks`). Memory stays within the chunks under
 * way, the act files, directory and draft, and `keepBytes` of blobs. Fails with `packageUnreadable`, `packageNotForMe`,
 * `packageDamaged`, `packageTooLarge`, `packageTampered`, `newerFormat`; `fileUnreadable` when the source says so;
 * `cancelled` when the signal is aborted. What a sink throws goes through.
 */
export const readPackage = (
  source: AsyncIterable<Uint8Array>,
  identities: readonly string[],
  options: ReadOptions = {},
): Promise<ReadResult> =>
  settled(() => {
    const file = stoppable(limited(source, maxPackageBytes), options.signal);
    return checkTar(gunzip(decryptAge(file, identities), tarLimits.whole), options);
  });
