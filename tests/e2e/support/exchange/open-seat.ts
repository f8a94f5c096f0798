import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contract, type MethodName } from '../../../../shared/contract/index.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import type { Calls } from '../../../fixtures/vault-calls.ts';
import type { RunningApp } from '../launch.ts';
import { callFrom, enter, launchProbe, passphrase, readyPage } from '../probe.ts';
import type { Seat } from './seats.ts';

type Answer = Result<unknown, { code: string; details?: object }>;

/** A seat whose vault is open in the real application, reached by the real calls of its page. */
export interface OpenSeat extends Pick<Seat, 'person' | 'roles' | 'home' | 'dir' | 'key'> {
  readonly app: RunningApp;
  /** The answer; throws when the call fails. Enters the passphrase again where the call needs it. */
  readonly get: Calls['get'];
  /** Code of the failure, or 'ok'; the passphrase is not entered again. */
  readonly code: (method: MethodName, input: unknown, reauthentication?: string) => Promise<string>;
  /** Token that serves one call of this method. */
  readonly prove: (method: MethodName) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Hash over the bytes of the databases of a vault: they change with each commit, and only then. */
export const fingerprintOf = async (
  dir: string,
  databases: readonly string[] = ['records.db', 'notes.db'],
): Promise<string> => {
  const hash = createHash('sha256');
  for (const name of databases) hash.update(await readFile(join(dir, name)));
  return hash.digest('hex');
};

const asksAgain = (method: string): boolean => contract[method as MethodName].needs.reauthentication === true;

/** Opens the vault of a seat in the application with bare pages in `appFolder`; nobody may have it open. */
export const openSeat = async (appFolder: string, seat: Seat): Promise<OpenSeat> => {
  seat.leave();
  const app = await launchProbe(appFolder, { home: seat.home });
  const lockPage = await readyPage(app, 'lock');
  const listed = await callFrom<{ vaults: { vaultId: string }[] }>(lockPage, 'vault.list', {});
  const vaultId = listed.ok ? listed.value.vaults[0]?.vaultId : undefined;
  await enter(lockPage, 'vault.unlock', { vaultId, passphrase });
  const page = await readyPage(app, 'app');
  const call = (method: string, input: unknown, reauthentication?: string): Promise<Answer> =>
    callFrom(page, method, input, reauthentication === undefined ? undefined : { reauthentication }) as Promise<Answer>;
  const must = async (method: string, input: unknown, reauthentication?: string): Promise<unknown> => {
    const answer = await call(method, input, reauthentication);
    if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
  const prove = async (method: string): Promise<string> =>
    ((await must('session.reauthenticate', { passphrase, method })) as { token: string }).token;
  const get = async (method: string, input: unknown): Promise<unknown> =>
    must(method, input, asksAgain(method) ? await prove(method) : undefined);
  const { person, roles, home, dir, key } = seat;
  return {
    ...{ person, roles, home, dir, key, app },
    get: get as Calls['get'],
    code: async (method, input, reauthentication) => {
      const answer = await call(method, input, reauthentication);
      return answer.ok ? 'ok' : answer.error.code;
    },
    prove,
    close: () => app.close(),
  };
};
