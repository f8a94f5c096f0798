import type { MethodName } from '../../../shared/contract/index.ts';

/**
 * Calls that write to the disk, each a path in which the process is killed: steps until the call itself begins (what
 * it takes is made before, by other calls) and until it is answered, about, as counted once; and whether it always
 * commits.
 */
const writing = {
  'retention.set': [0, 5, true],
  'retention.freeze': [0, 5, true],
  'retention.unfreeze': [0, 5, true],
  'retention.propose': [18, 23, true],
  'retention.approve': [25, 30, true],
  'retention.withdraw': [23, 28, true],
  'retention.erase': [23, 53, true],
  'retention.eraseCopies': [4, 20, true],
  'retention.renewBackups': [112, 231, true],
  'retention.preparePerson': [0, 4, true],
  'settings.set': [0, 6, true],
  'profile.save': [0, 6, true],
  'exchange.decide': [0, 4, false],
  'session.setPreferences': [0, 4, false],
  'session.setPlace': [0, 4, false],
  'attachments.begin': [0, 4, true],
  'attachments.append': [20, 22, true],
  'attachments.finish': [12, 18, true],
  'attachments.addFile': [0, 12, true],
  'attachments.discard': [34, 39, true],
  'attachments.read': [0, 4, false],
  'attachments.export': [0, 15, true],
  'guidance.get': [0, 4, false],
  'guidance.save': [2, 7, true],
  'guidance.makeRecord': [5, 10, true],
  'guidance.signRecord': [10, 15, true],
  'guidance.addPaper': [44, 50, true],
  'guidance.discardRecord': [10, 15, true],
  'guidance.documentOf': [12, 21, false],
  'guidance.seal': [0, 23, true],
  'guidance.exportCalendar': [0, 16, true],
  'guidance.saveCoach': [16, 21, true],
  'guidance.toCase': [0, 4, false],
  'exchange.begin': [0, 4, false],
  'exchange.append': [4, 8, false],
  'exchange.finish': [4, 8, false],
  'persons.save': [0, 5, true],
  'persons.tellApart': [0, 4, false],
  'persons.setArchived': [4, 9, true],
  'overview.stateClock': [0, 2, true],
  'documents.ofAct': [0, 15, false],
  'documents.reading': [0, 4, true],
  'documents.read': [0, 4, false],
  'documents.print': [0, 4, true],
  'documents.exportView': [0, 15, true],
  'documents.export': [0, 15, true],
  'documents.exportWithCertificate': [0, 15, true],
  'keys.replaceIdentity': [5, 38, true],
  'keys.rotate': [0, 55, true],
  'keys.confirmSheet': [0, 13, true],
  'audit.export': [0, 15, true],
  'integrity.accept': [0, 14, false],
  'backup.setPlace': [0, 5, true],
  'backup.decline': [0, 5, true],
  'backup.setSpace': [0, 5, true],
  'backup.setNotes': [5, 10, true],
  'backup.takeNotes': [4, 37, true],
  'backup.settleMissingNotes': [4, 9, false],
  'backup.make': [6, 63, true],
  'programme.saveElement': [0, 5, true],
  'programme.addTally': [0, 5, true],
  'programme.removeTally': [5, 10, true],
  'programme.seal': [5, 36, true],
  'identity.exportCard': [0, 15, true],
  'identity.exportReceiving': [0, 15, true],
  'directory.trust': [0, 5, false],
  'directory.update': [0, 5, false],
  'directory.found': [5, 11, true],
  'directory.certify': [0, 5, true],
  'directory.setRoles': [0, 5, true],
  'directory.revoke': [0, 5, true],
  'directory.export': [0, 15, true],
  'invitation.make': [0, 16, true],
  'office.publish': [0, 5, true],
  'office.take': [0, 5, false],
  'office.export': [5, 20, true],
  'office.choose': [0, 5, true],
  'case.open': [0, 4, false],
  'case.recordAct': [0, 7, true],
  'case.recordActs': [0, 6, true],
  'case.answerIdentity': [0, 6, true],
  'vault.add': [0, 4, false],
  'vault.forget': [0, 4, false],
  'vault.create': [0, 184, true],
  'vault.confirmRecovery': [0, 15, true],
  'vault.unlock': [0, 17, true],
  'vault.recover': [0, 40, true],
  'vault.restore': [0, 55, true],
  'vault.changePassphrase': [0, 18, true],
  'vault.lock': [0, 4, false],
  'competence.employee': [0, 4, false],
  'competence.saveRecord': [0, 9, true],
  'competence.withdrawRecord': [9, 18, true],
  'competence.publishTable': [0, 21, true],
  'competence.withdrawTable': [4, 9, true],
  'competence.importRecords': [0, 12, false],
  'competence.exportCsv': [0, 15, true],
  'competence.saveTemplate': [0, 11, true],
  'lists.export': [0, 15, true],
  'lists.print': [0, 4, true],
  'competence.saveStandard': [0, 5, true],
  'competence.saveCompetences': [2, 7, true],
  'competence.savePlan': [0, 5, true],
  'competence.saveInstitutionPlan': [0, 5, true],
  'competence.signEvaluation': [5, 10, true],
  'competence.enterEvaluation': [17, 23, true],
  'competence.evaluationDocument': [5, 14, false],
  'competence.planCoachTraining': [5, 12, true],
  'notes.get': [0, 4, false],
  'notes.save': [0, 6, true],
  'notes.decide': [0, 6, false],
  'notes.eraseAll': [0, 10, false],
  'notes.erase': [81, 90, true],
  'notes.exportFile': [18, 33, true],
  'drafts.save': [0, 4, true],
  'drafts.discard': [4, 8, true],
  'exchange.import': [0, 23, true],
  'exchange.importHeld': [0, 30, true],
  'exchange.tellApart': [0, 2, true],
  'exchange.chooseReceiver': [0, 5, true],
  'exchange.seal': [0, 24, true],
  'exchange.sealDraft': [0, 24, true],
  'exchange.sealReceipt': [0, 23, true],
  'exchange.sealErasure': [0, 25, true],
  'exchange.renewEpoch': [0, 6, true],
  'exchange.settleDraft': [0, 6, true],
  'exchange.acknowledgeCopy': [0, 5, true],
  'exchange.answerCopy': [0, 5, true],
  'exchange.askCorrection': [0, 5, true],
} as const satisfies Partial<Record<MethodName, readonly [prepared: number, all: number, commits: boolean]>>;

/** Calls that write nothing: whatever else they do is in memory, or the main process does it. */
type WritesNothing =
  | 'notes.leaving'
  | 'retention.exposure'
  | 'retention.prepareNotice'
  | 'case.retention'
  | 'guidance.retention'
  | 'competence.retention'
  | 'retention.prepare'
  | 'settings.get'
  | 'exchange.erasures'
  | 'exchange.review'
  | 'exchange.alike'
  | 'session.get'
  | 'session.getPlace'
  | 'session.drawn'
  | 'session.answerLock'
  | 'attachments.info'
  | 'guidance.list'
  | 'guidance.prepare'
  | 'guidance.prepareOverview'
  | 'guidance.receivers'
  | 'guidance.calendar'
  | 'guidance.reminders'
  | 'guidance.coaches'
  | 'guidance.figures'
  | 'exchange.group'
  | 'persons.list'
  | 'persons.alike'
  | 'overview.home'
  | 'overview.schedule'
  | 'overview.followUps'
  | 'documents.prepare'
  | 'documents.list'
  | 'documents.readView'
  | 'documents.check'
  | 'documents.proposeNumber'
  | 'keys.status'
  | 'keys.cancelRotation'
  | 'keys.makeSheet'
  | 'keys.printSheet'
  | 'audit.list'
  | 'audit.verify'
  | 'audit.checkpoint'
  | 'integrity.status'
  | 'integrity.check'
  | 'integrity.cancel'
  | 'backup.status'
  | 'backup.cancel'
  | 'dialog.chooseFolder'
  | 'dialog.chooseInvitation'
  | 'dialog.chooseBackup'
  | 'dialog.chooseFiles'
  | 'programme.get'
  | 'programme.history'
  | 'programme.figures'
  | 'exchange.figuresReceivers'
  | 'programme.tallies'
  | 'lists.prepare'
  | 'programme.prepareGuideline'
  | 'programme.prepareBenefitSheet'
  | 'identity.status'
  | 'directory.members'
  | 'office.get'
  | 'office.settings'
  | 'office.readLogo'
  | 'invitation.list'
  | 'identity.inspectFile'
  | 'vault.inspectInvitation'
  | 'case.list'
  | 'case.checkAct'
  | 'case.checkActs'
  | 'case.openings'
  | 'vault.list'
  | 'vault.printRecoverySheet'
  | 'vault.checkRecoveryCode'
  | 'vault.inspectBackup'
  | 'vault.cancelRestore'
  | 'competence.ledger'
  | 'competence.filters'
  | 'competence.tables'
  | 'competence.readTable'
  | 'competence.standards'
  | 'competence.competences'
  | 'competence.plan'
  | 'competence.institutionPlan'
  | 'competence.prepareInstitutionPlan'
  | 'competence.prepareEvaluation'
  | 'competence.figures'
  | 'notes.list'
  | 'texts.move'
  | 'drafts.list'
  | 'drafts.get'
  | 'exchange.inspect'
  | 'exchange.cancel'
  | 'exchange.outbox'
  | 'exchange.cancelSeal'
  | 'exchange.journal'
  | 'exchange.drafts'
  | 'exchange.draft'
  | 'exchange.copies';

/** A call of the contract in neither list does not compile: a new one has to say what it is. */
const elsewhere: Readonly<Record<Exclude<MethodName, keyof typeof writing | WritesNothing>, never>> = {};
void elsewhere;

/** Every path that writes. */
export const allPaths = Object.keys(writing) as MethodName[];

const of = (method: MethodName) => (writing as Partial<Record<MethodName, readonly [number, number, boolean]>>)[method];

/** True for a call that writes to the disk. */
export const isWritingPath = (method: string): boolean => of(method as MethodName) !== undefined;

/** Steps of a path: before its call, and in all. */
export const stepsOf = (method: MethodName): { readonly prepared: number; readonly all: number } => {
  const [prepared = 0, all = 0] = of(method) ?? [];
  return { prepared, all };
};

/** True for a call that commits something whenever it succeeds. */
export const alwaysCommits = (method: string): boolean => of(method as MethodName)?.[2] === true;

const keyChanging: readonly string[] = [
  'keys.replaceIdentity',
  'keys.rotate',
  'keys.makeSheet',
  'keys.confirmSheet',
  'vault.changePassphrase',
  'vault.recover',
  'retention.renewBackups',
];

/** True for a call after which other keys, another passphrase or another sheet may open the vault. */
export const changesKeys = (method: string): boolean => keyChanging.includes(method);
