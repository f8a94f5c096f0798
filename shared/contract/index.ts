import { attachmentsContract } from './attachments.ts';
import { auditContract } from './audit.ts';
import { backupContract } from './backup.ts';
import { caseContract } from './case.ts';
import { competenceContract } from './competence.ts';
import { copiesContract } from './copies.ts';
import { dialogContract } from './dialog.ts';
import { documentsContract } from './documents.ts';
import { erasureRequestsContract } from './erasure-requests.ts';
import { exchangeContract } from './exchange.ts';
import { exchangeJournalContract } from './exchange-journal.ts';
import { guidanceContract } from './guidance.ts';
import { identityContract } from './identity.ts';
import { incomingContract } from './incoming.ts';
import { integrityContract } from './integrity.ts';
import { keysContract } from './keys.ts';
import { listsContract } from './lists.ts';
import { notebookContract } from './notebook.ts';
import { officeContract } from './office.ts';
import { overviewContract } from './overview.ts';
import { personsContract } from './persons.ts';
import { planEvaluationContract } from './plan-evaluation.ts';
import { programmeContract } from './programme.ts';
import { retentionContract } from './retention.ts';
import { reviewContract } from './review.ts';
import { sessionContract } from './session.ts';
import { settingsContract } from './settings.ts';
import { vaultContract } from './vault.ts';

/** Every call between window and backend, declared once. */
export const contract = {
  ...vaultContract,
  ...sessionContract,
  ...dialogContract,
  ...personsContract,
  ...backupContract,
  ...integrityContract,
  ...keysContract,
  ...caseContract,
  ...documentsContract,
  ...attachmentsContract,
  ...notebookContract,
  ...overviewContract,
  ...settingsContract,
  ...identityContract,
  ...officeContract,
  ...exchangeContract,
  ...copiesContract,
  ...exchangeJournalContract,
  ...erasureRequestsContract,
  ...incomingContract,
  ...reviewContract,
  ...auditContract,
  ...guidanceContract,
  ...competenceContract,
  ...planEvaluationContract,
  ...programmeContract,
  ...listsContract,
  ...retentionContract,
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
/** Calls that only ask. */
export type QueryName = { [M in MethodName]: Contract[M]['kind'] extends 'query' ? M : never }[MethodName];
/** Calls that do something. */
export type CommandName = Exclude<MethodName, QueryName>;
