import { withoutTurningSigns } from '@shared/kernel/hidden-signs.ts';
import type { VaultDeps } from '../backend/vault/vault-deps.ts';
import { readArguments } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { packageOpenCommand } from './package-open-command.ts';
import type { Terminal } from './terminal.ts';
import { translateInto } from './texts.ts';
import { vaultCheckCommand } from './vault-check-command.ts';
import { verifyCommand } from './verify-command.ts';

/** What files say is shown without hidden signs, which could make a line of the terminal read otherwise. */
const readable = (terminal: Terminal): Terminal => ({
  ...terminal,
  out: (text) => terminal.out(withoutTurningSigns(text)),
  error: (text) => terminal.error(withoutTurningSigns(text)),
});

/** Runs the `bilik` command with its arguments and answers its exit code. */
export const run = async (given: readonly string[], deps: VaultDeps, console: Terminal): Promise<number> => {
  const terminal = readable(console);
  const { language, command } = readArguments(given);
  const t = translateInto(language);
  if (!command.ok) {
    terminal.error(`${t(`cli.${command.error.code}`, command.error.details)}\n${t('cli.seeHelp')}\n`);
    return exitCodes.usage;
  }
  switch (command.value.name) {
    case 'help':
      terminal.out(`${t('cli.help')}\n`);
      return exitCodes.good;
    case 'verify':
      return verifyCommand(command.value, { now: deps.clock.now(), t, terminal });
    case 'packageOpen':
      return packageOpenCommand(command.value, { deps, t, terminal });
    case 'vaultCheck':
      return vaultCheckCommand(command.value.folder, { json: command.value.json, deps, t, terminal });
  }
};
