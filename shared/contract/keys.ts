import { natural } from '@shared/domain/fields.ts';
import { replacementReasons } from '@shared/domain/identity/replacement.ts';
import { z } from 'zod';
import { command, query } from './method.ts';
import { recoveryAnswers, shownSheet, vaultErrorCodes } from './vault.ts';

/** What an exchange of the vault's keys may fail with. */
export const rotationErrors = [
  ...vaultErrorCodes,
  'rotationRunning',
  'rotationNotCopied',
  'rotationRestless',
  'rotationCancelled',
  'rotationUnended',
  'rotationHalved',
  'rotationNotWhole',
  'backupRunning',
] as const;
/** Steps of an exchange of keys of the databases and of the identity, each in their order. */
export const rotationSteps = {
  databases: ['preparing', 'copying', 'encrypting', 'checking', 'ending'],
  identity: ['preparing', 'sealing', 'ending', 'listing'],
} as const;

const progress = { done: natural, total: natural };

/** The keys of the open vault: other ones for its databases, and another recovery sheet. */
export const keysContract = {
  'keys.status': query({
    input: z.strictObject({}),
    output: z.strictObject({
      /** False when the making of the vault was cut off before its sheet was shown to be at hand. */
      sheetConfirmed: z.boolean(),
      /** True while an exchange of keys is half done: the next opening with room on the disk ends it. */
      isHalf: z.boolean(),
      /**
       * The exchange of keys that runs: `done` of `total` bytes of this step, of the identity `done` of `total` steps;
       * null: none.
       */
      rotation: z
        .discriminatedUnion('of', [
          z.strictObject({ of: z.literal('databases'), step: z.enum(rotationSteps.databases), ...progress }),
          z.strictObject({ of: z.literal('identity'), step: z.enum(rotationSteps.identity), ...progress }),
        ])
        .nullable(),
    }),
    errors: [],
    needs: { session: 'unlocked', whileHeld: true },
  }),
  /** Encrypts both databases under other keys; answers when that is done. Other calls on the vault wait meanwhile. */
  'keys.rotate': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: rotationErrors,
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: [],
  }),
  /**
   * Gives the vault another identity: other keys to sign and receive by. The former ones open what was sealed to them;
   * the new card says what they signed. Other calls on the vault wait meanwhile. Nothing else can be sent until the
   * directory has the new key: the page of sending asks that anew by `identity`.
   */
  'keys.replaceIdentity': command({
    input: z.strictObject({ reason: z.enum(replacementReasons) }),
    output: z.strictObject({}),
    errors: [
      ...vaultErrorCodes,
      'identityIsRoot',
      'identityUnended',
      'rotationRunning',
      'rotationCancelled',
      'backupRunning',
    ],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: ['identity', 'session'],
  }),
  /**
   * Breaks off the exchange that runs; the old keys stay. Without effect once the databases are put in place, or the
   * key files with another identity are written.
   */
  'keys.cancelRotation': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: [],
    needs: { session: 'unlocked', whileHeld: true },
    changes: [],
  }),
  /** Makes a recovery code, shown once. It is in force when `keys.confirmSheet` shows that its sheet is at hand. */
  'keys.makeSheet': command({
    input: z.strictObject({}),
    output: z.strictObject(shownSheet),
    errors: [],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: [],
  }),
  /** Prints the sheet just made to a printer (or PDF) chosen in the system's dialog. */
  'keys.printSheet': command({
    input: z.strictObject({}),
    output: z.strictObject({ printed: z.boolean() }),
    errors: ['noNewSheet', 'printFailed'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /** Compares the two groups asked back; when they fit, the new sheet is in force and the old one opens no more. */
  'keys.confirmSheet': command({
    input: z.strictObject({ answers: recoveryAnswers }),
    output: z.strictObject({}),
    errors: [...vaultErrorCodes, 'noNewSheet', 'sheetAnswerWrong'],
    needs: { session: 'unlocked' },
    changes: ['keys'],
  }),
} as const;
