import { isVaultLabel } from '../../../electron/backend/vault/vault-label.ts';
import { contract, type MethodName } from '../../../shared/contract/index.ts';
import type { MethodMap } from '../../../shared/contract/method.ts';
import { printableKinds } from '../../../shared/domain/documents/printable.ts';
import type { Call } from './aim.ts';
import type { Dice } from './dice.ts';
import type { Vocabulary } from './from-schema.ts';
import type { ReachException } from './reach.ts';
import type { World } from './world.ts';

/** How many of the inputs for a method are well-formed, and what has to happen before some of them mean anything. */
export interface Plan {
  /** Well-formed inputs of a hundred; the others are malformed. Lower where a good call takes long. */
  readonly wellFormed: number;
  /**
   * Tells the good inputs for which a key is derived from a passphrase: that takes a second and 256 MiB by design, and
   * only a few of a batch are tried.
   */
  readonly slow?: (input: Readonly<Record<string, unknown>>, world: World) => boolean;
  /** Calls that give what inputs name (a view, an upload, an inspection), made again after so many inputs. */
  readonly before?: {
    readonly every: number;
    readonly run: (call: Call, words: Vocabulary, dice: Dice) => Promise<unknown>;
  };
  /** Every call that succeeds derives a key. */
  readonly allSlow?: true;
  /** The vault is put back after so many inputs: what can be done once is done often. */
  readonly fresh?: number;
  /** What succeeds but once in a vault: that is put back after it, so often that enough succeed. */
  readonly once?: true;
  /** What the method is spared of what makes it count as tried (`reachLacks`). */
  readonly except?: ReachException;
  /** Codes with which a refused call may have written all the same, with the reason. */
  readonly writes?: Readonly<Record<string, string>>;
}

const methods: MethodMap = contract;
const usual = 55;
/** Methods without any input: one well-formed input is like the other. */
const bare = 30;

/** Of a text whose form is more than can be stored. */
const wordsAreKept = { textTooFormatted: 'the words are kept beside, as text to copy' };

/** That something leaves is recorded before, and so is the temporary file, of which the note is taken back after. */
const exportIsRecorded = {
  exportFailed: 'what was about to leave is in the audit trail',
  exportLeftBehind: 'what was about to leave is in the audit trail',
  folderReadOnly: 'what was about to leave is in the audit trail',
};
const counterIsUsedUp = {
  exportFailed: 'the counter of the package stays used up',
  exportLeftBehind: 'the counter of the package stays used up',
  folderReadOnly: 'the counter of the package stays used up',
};

const isLockedAndKnown = ({ vaultId }: Readonly<Record<string, unknown>>, { vault, vaultIds }: World): boolean =>
  vault() === undefined && vaultIds.includes(vaultId as string);

const upload: Plan['before'] = {
  every: 15,
  run: async (call, _words, dice) => {
    const store = dice.pick(['records', 'notes'] as const);
    const size = dice.pick([1, 1000, 65_536]);
    const begun = await call('attachments.begin', { store, caseId: null, name: 'bukti.pdf', mediaType: '', size });
    if (begun === undefined || dice.percent(50)) return;
    await call('attachments.append', { store, ...begun, offset: 0, bytes: new Uint8Array(size) });
  },
};
const incoming: Plan['before'] = {
  every: 15,
  run: async (call, _words, dice) => {
    const size = dice.pick([1, 1000, 65_536]);
    const begun = await call('exchange.begin', { name: 'bilik-0badcafe.paket', size });
    if (begun === undefined || dice.percent(50)) return;
    const bytes = new Uint8Array(size);
    // Half of them are kept as packages, of the others nothing is.
    if (dice.percent(50)) bytes.set(Buffer.from('age-encryption.org/v1\n').subarray(0, size));
    await call('exchange.append', { ...begun, offset: 0, bytes });
  },
};
const inspection: Plan['before'] = {
  every: 10,
  run: (call, words, dice) => call('exchange.inspect', { fileTokens: [dice.pick(words.named('fileToken', dice))] }),
};
const view: Plan['before'] = {
  every: 200,
  run: (call, _words, dice) =>
    call('documents.prepare', { form: dice.pick(printableKinds), caseId: null, draft: null }),
};

const sheet: Plan['before'] = { every: 2, run: (call) => call('keys.makeSheet', {}) };

const eachDerives: ReachException = { share: false, because: 'every right input derives a key, which takes a second' };

const wholeVault: ReachException = {
  share: false,
  succeeded: false,
  because: 'it copies and checks a whole vault: integration/backup does, with backups that are cut, changed, foreign',
};

const plans: Partial<Record<MethodName, Partial<Plan>>> = {
  'vault.changePassphrase': {
    // Afterwards the window of confirmation would have to be given the new one.
    once: true,
    allSlow: true,
    slow: (_input, { vault }) => vault() !== undefined,
    except: eachDerives,
  },
  'vault.create': {
    allSlow: true,
    // The gate trims the label before the handler sees it.
    slow: ({ label, passphrase }, { vault }) =>
      vault() === undefined && isVaultLabel((label as string).trim()) && (passphrase as string).length >= 8,
  },
  'vault.unlock': { allSlow: true, slow: isLockedAndKnown, except: eachDerives },
  'vault.recover': { allSlow: true, slow: isLockedAndKnown, except: eachDerives },
  'vault.inspectBackup': { except: wholeVault },
  'vault.restore': { except: wholeVault },
  'backup.make': { except: wholeVault },
  'backup.takeNotes': { except: wholeVault },
  'retention.renewBackups': { except: wholeVault },
  'keys.rotate': {
    allSlow: true,
    slow: (_input, { vault }) => vault() !== undefined,
    except: eachDerives,
  },
  'keys.replaceIdentity': {
    allSlow: true,
    slow: (_input, { vault }) => vault() !== undefined,
    except: eachDerives,
  },
  'keys.printSheet': { before: sheet },
  'keys.confirmSheet': { before: sheet },
  'vault.forget': { fresh: 100 },
  'case.open': { wellFormed: 40 },
  'case.recordAct': { fresh: 40 },
  'case.recordActs': { fresh: 100 },
  'attachments.append': { before: upload },
  'attachments.finish': { before: upload },
  'attachments.discard': { before: upload },
  'attachments.export': { wellFormed: 45, writes: exportIsRecorded },
  'notes.save': { writes: wordsAreKept },
  'drafts.save': { writes: wordsAreKept },
  'notes.erase': { fresh: 100 },
  'notes.eraseAll': { fresh: 100 },
  'notes.exportFile': { wellFormed: 45, writes: exportIsRecorded },
  'drafts.discard': { fresh: 100 },
  'documents.readView': { before: view },
  'documents.print': { wellFormed: 45, before: view },
  'documents.exportView': { wellFormed: 45, before: view, writes: exportIsRecorded },
  'documents.export': { wellFormed: 45, writes: exportIsRecorded },
  'documents.exportWithCertificate': { wellFormed: 45, writes: exportIsRecorded },
  'documents.check': { wellFormed: 45 },
  'identity.exportCard': { writes: exportIsRecorded },
  'identity.exportReceiving': {
    wellFormed: 45,
    slow: ({ protection }) => protection === 'passphrase',
    writes: exportIsRecorded,
  },
  // One of next year leaves none of this year to be published.
  'competence.publishTable': { fresh: 100 },
  'competence.exportCsv': { wellFormed: 35, writes: exportIsRecorded },
  'competence.saveTemplate': { writes: { exportFailed: 'the temporary file was noted, and the note taken back' } },
  'lists.export': {
    wellFormed: 45,
    slow: ({ protection }) => protection === 'passphrase',
    writes: exportIsRecorded,
  },
  'directory.export': { writes: exportIsRecorded },
  'directory.certify': { fresh: 200, once: true },
  'directory.revoke': { fresh: 200, once: true },
  'directory.found': { once: true },
  'directory.trust': { fresh: 200 },
  'directory.update': { fresh: 200 },
  'office.publish': { wellFormed: 35 },
  'office.export': { writes: exportIsRecorded },
  'office.take': { fresh: 200 },
  'office.readLogo': { wellFormed: 45 },
  'invitation.make': { wellFormed: 35, writes: exportIsRecorded },
  'audit.export': { wellFormed: 30, writes: exportIsRecorded },
  'exchange.append': { before: incoming },
  'exchange.finish': { before: incoming },
  'exchange.inspect': { wellFormed: 45 },
  'exchange.import': { before: inspection, fresh: 8 },
  'exchange.importHeld': { before: inspection, fresh: 8 },
  'exchange.tellApart': { before: inspection },
  'exchange.cancel': { before: inspection },
  'exchange.outbox': { wellFormed: 40 },
  'exchange.seal': { wellFormed: 45, writes: counterIsUsedUp },
  'exchange.sealDraft': { wellFormed: 55, writes: counterIsUsedUp },
  'exchange.sealReceipt': { wellFormed: 40, writes: counterIsUsedUp },
  'exchange.sealErasure': { wellFormed: 40, writes: counterIsUsedUp },
  'guidance.seal': { writes: counterIsUsedUp },
  'programme.seal': { writes: counterIsUsedUp },
  'guidance.exportCalendar': { writes: exportIsRecorded },
  'profile.save': { wellFormed: 25 },
  'exchange.settleDraft': { fresh: 6 },
  'exchange.acknowledgeCopy': { once: true },
  'exchange.answerCopy': { once: true },
  'exchange.askCorrection': { once: true },
  'retention.eraseCopies': { fresh: 3 },
};

const isBare = (method: string): boolean => {
  const shape = (methods[method]?.input._zod.def as { readonly shape?: object } | undefined)?.shape;
  return shape !== undefined && Object.keys(shape).length === 0;
};

/** The plan for a method. */
export const planFor = (method: string): Plan => ({
  wellFormed: isBare(method) ? bare : usual,
  ...plans[method as MethodName],
});
