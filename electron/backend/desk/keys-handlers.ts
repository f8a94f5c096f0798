import { fail, ok } from '@shared/kernel/result.ts';
import { generateX25519Identity } from 'age-encryption';
import { cancelKeys, keysUnderWay } from '../backup/keys-under-way.ts';
import { rotateKeys } from '../backup/rotate-keys.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { replaceRecoverySheet } from '../vault/replace-recovery-sheet.ts';
import { isSheetConfirmed } from '../vault/sheet-state.ts';
import { unlockedOf } from '../vault/unlocked.ts';
import { answersFit } from '../vault/vault-desk.ts';
import { giveNewIdentity } from './new-identity.ts';
import { recoverySheet } from './recovery-sheet.ts';

/** The keys of the open vault: an exchange of those of its databases, and of its recovery sheet. */
export const keysHandlers = defineHandlers({
  'keys.status': (_input, context) =>
    ok({
      sheetConfirmed: isSheetConfirmed(context.vault.records),
      isHalf: context.vault.keys.next !== undefined,
      rotation: keysUnderWay(unlockedOf(context)),
    }),
  'keys.rotate': async (_input, context, { passphrase }) => {
    if (passphrase === null) return fail('notConfirmed');
    const rotated = await context.desk.exclusively(() => rotateKeys(context, context.vault, passphrase));
    if (rotated === null) return fail('busy');
    return rotated.ok ? ok({}) : rotated;
  },
  'keys.cancelRotation': (_input, context) => {
    cancelKeys(unlockedOf(context));
    return ok({});
  },
  'keys.replaceIdentity': async ({ reason }, context, { passphrase }) => {
    if (passphrase === null) return fail('notConfirmed');
    const replaced = await context.desk.exclusively(() => giveNewIdentity(context, passphrase, reason));
    if (replaced === null) return fail('busy');
    return replaced.ok ? ok({}) : replaced;
  },
  'keys.makeSheet': async (_input, { desk }) => {
    const { groups, asked } = desk.keepSheet(await generateX25519Identity());
    const [first, second] = asked;
    return ok({ recoveryGroups: [...groups], askedGroups: [first, second] });
  },
  'keys.printSheet': async (_input, { desk, vault, host, preferences, clock }) => {
    const sheet = desk.sheet();
    if (sheet === undefined) return fail('noNewSheet');
    const job = recoverySheet(preferences.get().language, vault, sheet.groups, clock);
    const printed = await host.ask('printPaper', job);
    return printed.ok ? ok({ printed: printed.value }) : fail('printFailed');
  },
  'keys.confirmSheet': async ({ answers }, { desk, vault }) => {
    const sheet = desk.sheet();
    if (sheet === undefined) return fail('noNewSheet');
    if (!answersFit(sheet, answers)) return fail('sheetAnswerWrong');
    const replaced = await desk.exclusively(() => replaceRecoverySheet(desk.deps, vault, sheet.identity));
    if (replaced === null) return fail('busy');
    if (!replaced.ok) return replaced;
    desk.releaseSheet();
    return ok({});
  },
});
