import { shellText } from '@shared/i18n/shell.ts';
import type { CallContext } from '../rpc/context.ts';
import { nodeAtomicFs } from '../vault/write-atomically.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ExportDeps } from './save-file.ts';
import { unfinishedExportsOf } from './unfinished-exports.ts';

/** What an export takes from a call: real file calls. */
export const exportDepsOf = ({
  random,
  vault,
}: Pick<CallContext, 'random'> & { readonly vault: Pick<Workspace, 'records'> }): ExportDeps => ({
  fs: nodeAtomicFs,
  random,
  unfinished: unfinishedExportsOf(vault),
});

/** Asks by the system's dialog where to save a copy; null when cancelled. */
export const chooseTargetOf =
  ({ host, preferences }: CallContext) =>
  async (defaultPath: string, extension: string): Promise<string | null> => {
    const chosen = await host.ask('chooseSaveTarget', {
      title: shellText(preferences.get().language, 'saveCopy'),
      defaultPath,
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    });
    return chosen.ok ? chosen.value : null;
  };

/** Asks by the system's dialog for the folder in which several copies are saved; null when cancelled. */
export const chooseFolderOf =
  ({ host, preferences, start }: CallContext) =>
  async (): Promise<string | null> => {
    const chosen = await host.ask('chooseFolder', {
      title: shellText(preferences.get().language, 'chooseExportFolder'),
      defaultPath: start.documentsFolder,
    });
    return chosen.ok ? chosen.value : null;
  };
