import { line } from '@shared/domain/fields.ts';
import { personInput, someRoles } from '@shared/domain/identity/person.ts';
import { z } from 'zod';
import { backupFileErrors } from './backup.ts';
import { fileToken, passphrase } from './fields.ts';
import { command, exportErrors, query } from './method.ts';

/** Codes of everything that can be wrong with a vault folder or its files. */
export const vaultErrorCodes = [
  'wrongPassphrase',
  'notAVault',
  'keyFileDamaged',
  'keyFileOlder',
  'keyFileParameters',
  'databaseDamaged',
  'databaseForeign',
  'databaseOlder',
  'newerSchema',
  'openElsewhere',
  'folderReadOnly',
  'folderMissing',
  'folderNotEmpty',
  'diskFull',
  'weakPassphrase',
  'recoveryCodeInvalid',
  'recoveryCodeForeign',
  'unlockCancelled',
] as const;

/** Warnings about where a vault lies; they never block. */
export const folderWarning = z.enum(['network', 'synced', 'removable']);

const vaultEntry = z.strictObject({
  /** Opaque; the path stays in the backend. */
  vaultId: z.string(),
  /** Name of the folder. */
  label: z.string(),
  /** Where it lies, shortened for the eye; shown, never sent back. */
  location: z.string(),
  state: z.enum(['ok', 'missing', 'damaged', 'openElsewhere', 'readOnly']),
  warnings: z.array(folderWarning),
});

/** Most characters of a vault's name, of the institution's, and of a group of the recovery code as typed. */
export const maxLabel = 60;
export const maxInstitution = 200;
export const maxRecoveryGroup = 40;
const recoveryGroup = z.string().max(maxRecoveryGroup);

/** The two groups that were asked back, as typed. */
export const recoveryAnswers = z.tuple([recoveryGroup, recoveryGroup]);
/** A recovery code, once: its groups in order, and zero-based indexes of the two that are asked back. */
export const shownSheet = {
  recoveryGroups: z.array(z.string()),
  askedGroups: z.tuple([z.number().int(), z.number().int()]),
};

const newVaultIdentity = z.strictObject({
  person: personInput,
  roles: someRoles,
  institution: line(maxInstitution).min(1),
});

/** Calls about vaults as a whole; all but `vault.changePassphrase` work while locked. */
export const vaultContract = {
  'vault.list': query({
    input: z.strictObject({}),
    output: z.strictObject({ vaults: z.array(vaultEntry), lastVaultId: z.string().nullable() }),
    errors: [],
    needs: { session: 'none' },
  }),
  /** Takes a folder that a dialog returned into the list of known vaults. */
  'vault.add': command({
    input: z.strictObject({ folderToken: z.string() }),
    output: vaultEntry,
    errors: ['notAVault', 'folderMissing', 'unknownToken'],
    needs: { session: 'none' },
    changes: [],
  }),
  /** Takes a vault off the list; its files stay. */
  'vault.forget': command({
    input: z.strictObject({ vaultId: z.string() }),
    output: z.strictObject({}),
    errors: ['unknownVault'],
    needs: { session: 'none' },
    changes: [],
  }),
  /**
   * Makes a vault in a new folder `label` below the chosen one (or below the user's documents folder
   * when `parentToken` is null) and keeps it ready: it opens with `vault.confirmRecovery`.
   * The answer holds the recovery code once, for the printed sheet.
   */
  'vault.create': command({
    input: z.strictObject({
      parentToken: z.string().nullable(),
      label: line(maxLabel).min(1),
      passphrase,
      identity: newVaultIdentity,
      /**
       * The invitation that was inspected last and whose ten words were compared: its directory is trusted, its
       * institution is the vault's; null: none.
       */
      invitationToken: fileToken.nullable().default(null),
      /** Folder for backups, `declined` when none shall be made by themselves; null: not decided yet. */
      backup: z
        .union([z.strictObject({ folderToken: z.string().max(100) }), z.literal('declined')])
        .nullable()
        .default(null),
    }),
    output: z.strictObject({
      vaultId: z.string(),
      ...shownSheet,
      warnings: z.array(folderWarning),
    }),
    errors: [...vaultErrorCodes, 'labelInvalid', 'unknownToken', 'backupPlaceInVault'],
    needs: { session: 'none' },
    changes: [],
  }),
  /** Prints the recovery sheet of the vault just made to a printer (or PDF) chosen in the system's dialog. */
  'vault.printRecoverySheet': command({
    input: z.strictObject({ vaultId: z.string() }),
    output: z.strictObject({ printed: z.boolean() }),
    errors: ['unknownVault', 'printFailed'],
    needs: { session: 'none' },
    changes: [],
  }),
  /** Compares the two groups asked back; when they fit, the vault opens. */
  'vault.confirmRecovery': command({
    input: z.strictObject({ vaultId: z.string(), answers: recoveryAnswers }),
    output: z.strictObject({}),
    errors: [...vaultErrorCodes, 'recoveryAnswerWrong', 'unknownVault', 'identityUnended'],
    needs: { session: 'none' },
    changes: [],
  }),
  /** Opens a vault. The page that asked is replaced by the page of the open vault. */
  'vault.unlock': command({
    input: z.strictObject({ vaultId: z.string(), passphrase }),
    output: z.strictObject({}),
    errors: [...vaultErrorCodes, 'unknownVault', 'identityUnended'],
    needs: { session: 'none' },
    changes: [],
  }),
  /** Checks a typed recovery code against its checksum alone. */
  'vault.checkRecoveryCode': query({
    input: z.strictObject({ code: z.string().max(300) }),
    output: z.strictObject({}),
    errors: ['recoveryCodeInvalid'],
    needs: { session: 'none' },
  }),
  /** Opens a vault by its recovery sheet and gives it a new passphrase; keys stay the same. */
  'vault.recover': command({
    input: z.strictObject({
      vaultId: z.string(),
      code: z.string().max(300),
      newPassphrase: passphrase,
    }),
    output: z.strictObject({}),
    errors: [...vaultErrorCodes, 'unknownVault', 'identityUnended'],
    needs: { session: 'none' },
    changes: [],
  }),
  /** Looks at a backup, before anything opens it. */
  'vault.inspectBackup': query({
    input: z.strictObject({ fileToken }),
    output: z.strictObject({
      madeAt: z.string(),
      /** False: private notes were left out of it, or lie in a backup of their own. */
      hasNotes: z.boolean(),
      /** Moment of a newer backup of the same vault beside it, signed by another key: another identity; or null. */
      newerByOtherKey: z.string().nullable(),
      /** Vaults of this list that were opened after the backup was made: they may hold what it does not. */
      opened: z.array(z.strictObject({ label: z.string(), at: z.string() })),
    }),
    errors: ['unknownToken', ...backupFileErrors, 'backupOfNotes'],
    needs: { session: 'none' },
  }),
  /**
   * Makes a vault of a backup in a new folder `label` below the chosen one (or below the documents folder), and opens
   * it. Nothing that is there is written over.
   */
  'vault.restore': command({
    input: z.strictObject({
      fileToken,
      parentToken: z.string().max(100).nullable(),
      label: line(maxLabel).min(1),
      secret: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('passphrase'), passphrase }),
        z.strictObject({ kind: z.literal('sheet'), code: z.string().max(300), newPassphrase: passphrase }),
      ]),
    }),
    output: z.strictObject({}),
    errors: [
      ...vaultErrorCodes,
      'identityUnended',
      ...backupFileErrors.filter((code) => code !== 'newerSchema'),
      ...exportErrors.filter((code) => code !== 'folderReadOnly'),
      'labelInvalid',
      'unknownToken',
      'restoreCancelled',
      'backupOfNotes',
    ],
    needs: { session: 'none' },
    changes: [],
  }),
  /** Breaks off `vault.restore`; nothing of it stays. */
  'vault.cancelRestore': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: [],
    needs: { session: 'none' },
    changes: [],
  }),
  /** Seals the keys of the open vault under the passphrase that is chosen in the window of confirmation. */
  'vault.changePassphrase': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: vaultErrorCodes,
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: [],
  }),
  /** Closes the databases, then the backend's process and the page end. */
  'vault.lock': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: [],
    needs: { session: 'none' },
    changes: [],
  }),
} as const;
