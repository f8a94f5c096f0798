import type { CommandName } from '@shared/contract/index.ts';
import type { WireError } from '@shared/contract/method.ts';
import type { Result } from '@shared/kernel/result.ts';
import { type Command, type Input, type Output, useCommand } from '../lib/query.ts';
import { useReauthentication } from './Reauthentication.tsx';

export interface GuardedCommand<M extends CommandName> extends Omit<Command<M>, 'run'> {
  /** Asks for the passphrase, saying what for, then sends the call; null when the person cancelled. */
  readonly run: (input: Input<M>, reason: string) => Promise<Result<Output<M>, WireError> | null>;
}

/** A call that needs the passphrase once more. */
export const useGuardedCommand = <M extends CommandName>(method: M): GuardedCommand<M> => {
  const reauthenticate = useReauthentication();
  const command = useCommand(method);
  return {
    ...command,
    run: async (input, reason) => {
      const token = await reauthenticate(method, reason);
      return token === null ? null : command.run(input, token);
    },
  };
};
