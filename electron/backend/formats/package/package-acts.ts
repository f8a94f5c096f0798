import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { type ReadActFile, readActFile } from '../act/act-container.ts';
import type { OpenedPackage } from './package-checker.ts';

/** An act of a package, read and checked by itself. */
export interface PackagedAct extends ReadActFile {
  readonly form: 'all' | 'header';
}

/**
 * Reads the acts of a package: header, signature by the key in the header, body against its commitment, hash and form
 * against the manifest. `packageTampered` when one does not fit: its sender has signed for something else. Says nothing
 * of whose keys they are nor whether the acts were allowed.
 */
export const openActs = ({
  acts,
}: Pick<OpenedPackage, 'acts'>): Result<readonly PackagedAct[], AppError<'packageTampered'>> => {
  const opened: PackagedAct[] = [];
  for (const { hash, form, bytes } of acts) {
    const act = readActFile(bytes);
    if (!act.ok || act.value.opened.hash !== hash) return fail('packageTampered');
    if ((act.value.opened.body === null) !== (form === 'header')) return fail('packageTampered');
    opened.push({ ...act.value, form });
  }
  return ok(opened);
};
