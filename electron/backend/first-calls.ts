import { dialogContract } from '@shared/contract/dialog.ts';
import { sessionContract } from '@shared/contract/session.ts';
import { vaultContract } from '@shared/contract/vault.ts';
import { dialogHandlers } from './desk/dialog-handlers.ts';
import { vaultHandlers } from './desk/vault-handlers.ts';
import { vaultListHandlers } from './desk/vault-list-handlers.ts';
import { windowHandlers } from './desk/window-handlers.ts';

/**
 * What the lock page asks for: vaults, dialogs, unlocking. Loaded at start, without any capability of an open vault;
 * a test holds that. `capabilities.ts` has these calls once more, among all.
 */
export const firstCalls = {
  contract: { ...vaultContract, ...sessionContract, ...dialogContract },
  handlers: { ...vaultListHandlers, ...vaultHandlers, ...windowHandlers, ...dialogHandlers },
};
