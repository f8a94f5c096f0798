import { shellText } from '@shared/i18n/shell.ts';
import { ok } from '@shared/kernel/result.ts';
import { exportDepsOf } from '../../export/call-deps.ts';
import { stoppable } from '../../formats/package/sources.ts';
import type { PackageSource } from '../../formats/package/write-package.ts';
import type { CallContext } from '../../rpc/context.ts';
import { createPerVault } from '../../workspace/per-vault.ts';
import { countedChunks, type OnProgress, progressTo } from '../ledger/progress.ts';
import { savePackage } from './save-package.ts';
import type { PackageOutput } from './seal.ts';

/** Sealings under way; usually one. */
const underWay = createPerVault(() => new Set<AbortController>());

/** Counts the files of a package as they are read, until the signal says stop. */
const watched = (source: PackageSource, onProgress: OnProgress, signal: AbortSignal): PackageSource => {
  const total = source.blobs.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const count = (bytes: number): void => {
    done += bytes;
    onProgress(done, total);
  };
  return {
    ...source,
    blobs: source.blobs.map((blob) => ({
      ...blob,
      chunks: () => stoppable(countedChunks(blob.chunks(), count), signal),
    })),
  };
};

/** Asks by the system's dialog for the folder and writes there. */
const outputOf = (context: CallContext, signal: AbortSignal): PackageOutput => ({
  choose: async () => {
    const chosen = await context.host.ask('chooseFolder', {
      title: shellText(context.preferences.get().language, 'choosePackageFolder'),
      defaultPath: context.start.documentsFolder,
    });
    return chosen.ok && !signal.aborted ? chosen.value : null;
  },
  save: async (folder, source, partBytes) => {
    const read = watched(source, progressTo(context.emit, 'exchange.seal'), signal);
    const saved = await savePackage(exportDepsOf(context), { folder, source: read, partBytes });
    // Whatever the writing ended with: who broke it off wants no file.
    return signal.aborted && !saved.ok ? ok(null) : saved;
  },
});

/** Seals to where the system's dialog says; `breakOffSealing` ends it until the last file has been read. */
export const withOutput = async <R>(context: CallContext, seal: (output: PackageOutput) => Promise<R>): Promise<R> => {
  const stop = new AbortController();
  const running = underWay(context.vault);
  running.add(stop);
  try {
    return await seal(outputOf(context, stop.signal));
  } finally {
    running.delete(stop);
  }
};

/** Breaks off the sealing under way: nothing is left in the folder. Nothing happens while none is. */
export const breakOffSealing = ({ vault }: Pick<CallContext, 'vault'>): void => {
  for (const stop of underWay(vault)) stop.abort();
};
