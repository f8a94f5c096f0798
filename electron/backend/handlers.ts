import { attachmentsHandlers } from './attachments/handlers.ts';
import { auditHandlers } from './audit/handlers.ts';
import { backupHandlers } from './backup/handlers.ts';
import { caseHandlers } from './case/handlers.ts';
import { competenceHandlers } from './competence/handlers.ts';
import { planHandlers } from './competence/plan-handlers.ts';
import { dialogHandlers } from './desk/dialog-handlers.ts';
import { keysHandlers } from './desk/keys-handlers.ts';
import { restoreHandlers } from './desk/restore-handlers.ts';
import { sessionHandlers } from './desk/session-handlers.ts';
import { vaultCreationHandlers } from './desk/vault-creation-handlers.ts';
import { vaultHandlers } from './desk/vault-handlers.ts';
import { vaultListHandlers } from './desk/vault-list-handlers.ts';
import { windowHandlers } from './desk/window-handlers.ts';
import { documentsHandlers } from './documents/handlers.ts';
import { draftsHandlers } from './drafts/handlers.ts';
import { exchangeHandlers } from './exchange/handlers.ts';
import { guidanceHandlers } from './guidance/handlers.ts';
import { identityHandlers } from './identity/handlers.ts';
import { integrityHandlers } from './integrity/handlers.ts';
import { listsHandlers } from './lists/handlers.ts';
import { notesHandlers } from './notes/handlers.ts';
import { overviewHandlers } from './overview/handlers.ts';
import { personsHandlers } from './persons/handlers.ts';
import { programmeHandlers } from './programme/handlers.ts';
import { retentionHandlers } from './retention/handlers.ts';
import type { Handlers } from './rpc/define-handlers.ts';
import { settingsHandlers } from './settings/handlers.ts';

/** Handlers of every method of the contract, by capability. */
export const allHandlers: Handlers = {
  ...vaultListHandlers,
  ...vaultCreationHandlers,
  ...vaultHandlers,
  ...restoreHandlers,
  ...windowHandlers,
  ...sessionHandlers,
  ...dialogHandlers,
  ...attachmentsHandlers,
  ...auditHandlers,
  ...backupHandlers,
  ...caseHandlers,
  ...documentsHandlers,
  ...draftsHandlers,
  ...identityHandlers,
  ...integrityHandlers,
  ...keysHandlers,
  ...notesHandlers,
  ...overviewHandlers,
  ...personsHandlers,
  ...settingsHandlers,
  ...exchangeHandlers,
  ...guidanceHandlers,
  ...competenceHandlers,
  ...planHandlers,
  ...programmeHandlers,
  ...listsHandlers,
  ...retentionHandlers,
};
