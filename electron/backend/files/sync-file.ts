import type { FileHandle } from 'node:fs/promises';

/** What the system says of a failed file call, such as `ENOSPC`; empty when it is no failure of one. */
export const errnoOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';

/** What file systems say that have no sync: FUSE, shares, some sticks. */
export const noSync: readonly string[] = ['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

/** Passes over a failure that is one of these; throws every other one again. */
export const unless =
  (codes: readonly string[]) =>
  (thrown: unknown): null => {
    if (!codes.includes(errnoOf(thrown))) throw thrown;
    return null;
  };

/** Makes the bytes of a file durable, as far as its file system can. */
export const syncFile = async (handle: Pick<FileHandle, 'sync'>): Promise<void> => {
  await handle.sync().catch(unless(noSync));
};
