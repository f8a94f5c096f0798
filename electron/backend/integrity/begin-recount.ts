import type { CallContext } from '../rpc/context.ts';
import type { OpenVault } from '../vault/vault.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { checkRowsNow } from './integrity.ts';

/** How long after the opening rows are counted, in milliseconds: the first page has been drawn by then. */
const countAfter = 5_000;

/** Counts all rows of a vault soon after it was opened, while it is used; the window is told when that is done. */
export const beginRecount = (context: CallContext, vault: OpenVault): void => {
  const { clock, random } = context;
  const count = async (): Promise<void> => {
    if (!vault.records.$client.open) return;
    await checkRowsNow(workspaceOf({ vault, clock, random }));
    context.emit({ event: 'changed', areas: ['integrity'] });
  };
  // A fault of ours must not end the process of an open vault: its rows then count as not checked.
  setTimeout(() => void count().catch(() => undefined), countAfter).unref();
};
