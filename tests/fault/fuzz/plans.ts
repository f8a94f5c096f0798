import { isVaultLabel } from '../../../electron/backend/vault/vault-label.ts';
import { type Contract, contract, type MethodName } from '../../../shared/contract/index.ts';
import type { InputOf, MethodMap, OutputOf } from '../../../shared/contract/method.ts';
import { documentKinds } from '../../../shared/domain/documents/kind.ts';
import type { Dice } from './dice.ts';
import type { Vocabulary } from './from-schema.ts';
import type { World } from './world.ts';

/** Makes a good call; undefined when it was refused. */
export type Call = <M extends MethodName>(
  method: M,
  input: InputOf<Contract[M]>,
) => Promise<OutputOf<Contract[M]> | undefined>;

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
  /** The vault is put back after so many inputs: what can be done once is done often. */
  readonly fresh?: number;
  /** Codes with which a refused call may have written all the same, with the reason. */
  readonly writes?: Readonly<Record<string, string>>;
}

const methods: MethodMap = contract;
const usual = 55;
/** Methods without any input: one well-formed input is like the other. */
const bare = 4;

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
  run: (call, _words, dice) => call('documents.prepare', { form: dice.pick(documentKinds), caseId: null, draft: null }),
};

const plans: Partial<Record<MethodName, Partial<Plan>>> = {
  'vault.changePassphrase': { slow: (_input, { vault }) => vault() !== undefined },
  'vault.create': {
    slow: ({ label, passphrase }, { vault }) =>
      vault() === undefined && isVaultLabel(label as string) && (passphrase as string).length >= 8,
  },
  'vault.unlock': { slow: isLockedAndKnown },
  'vault.recover': { slow: isLockedAndKnown },
  'vault.forget': { fresh: 100 },
  // The vault is opened anew after each.
  'vault.lock': { wellFormed: 2 },
  'case.open': { wellFormed: 10 },
  'case.recordAct': { fresh: 100 },
  'case.recordActs': { fresh: 100 },
  'attachments.append': { before: upload },
  'attachments.finish': { before: upload },
  'attachments.discard': { before: upload },
  'attachments.export': { wellFormed: 30, writes: exportIsRecorded },
  'notes.erase': { fresh: 100 },
  'notes.exportFile': { wellFormed: 30, writes: exportIsRecorded },
  'drafts.discard': { fresh: 100 },
  'documents.readView': { before: view },
  'documents.print': { wellFormed: 30, before: view },
  'documents.exportView': { wellFormed: 20, before: view, writes: exportIsRecorded },
  'documents.export': { wellFormed: 30, writes: exportIsRecorded },
  'documents.check': { wellFormed: 30 },
  'identity.exportCard': { writes: exportIsRecorded },
  'identity.exportReceiving': {
    wellFormed: 15,
    slow: ({ protection }) => protection === 'passphrase',
    writes: exportIsRecorded,
  },
  'competence.exportCsv': { wellFormed: 30, writes: exportIsRecorded },
  'directory.export': { writes: exportIsRecorded },
  'directory.certify': { fresh: 200 },
  'directory.revoke': { fresh: 200 },
  'directory.trust': { fresh: 200 },
  'directory.update': { fresh: 200 },
  'invitation.make': { wellFormed: 15, writes: exportIsRecorded },
  'audit.export': { wellFormed: 10, writes: exportIsRecorded },
  'exchange.append': { before: incoming },
  'exchange.finish': { before: incoming },
  'exchange.inspect': { wellFormed: 40 },
  'exchange.import': { before: inspection, fresh: 100 },
  'exchange.importHeld': { before: inspection, fresh: 100 },
  'exchange.tellApart': { before: inspection },
  'exchange.cancel': { before: inspection },
  'exchange.outbox': { wellFormed: 6 },
  'exchange.seal': { wellFormed: 30, writes: counterIsUsedUp },
  'exchange.sealDraft': { wellFormed: 30, writes: counterIsUsedUp },
  'exchange.sealReceipt': { wellFormed: 10, writes: counterIsUsedUp },
  'profile.save': { wellFormed: 25 },
  'exchange.settleDraft': { fresh: 100 },
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
