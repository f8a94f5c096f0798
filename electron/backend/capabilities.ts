import { contract } from '@shared/contract/index.ts';
import { enterVault, leaveVault } from './desk/enter-vault.ts';
import { checkChosen, confirmationOf, verifyAgain } from './desk/readings/readings.ts';
import { allHandlers } from './handlers.ts';

/**
 * All calls, how they are confirmed, and what is done when a vault opens and closes. Loaded after the first answer
 * (`first-calls.ts`).
 */
export const capabilities = {
  contract,
  handlers: allHandlers,
  confirmationOf,
  verifyAgain,
  checkChosen,
  enterVault,
  leaveVault,
};
