import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MethodName } from '../../../../shared/contract/index.ts';
import type { Calls } from '../../../fixtures/vault-calls.ts';
import { seatSomebody } from '../confirmed-call.ts';
import type { RunningApp } from '../launch.ts';
import { callFrom, enter, launchProbe, passphrase, readyPage } from '../probe.ts';
import type { Seat } from './seats.ts';

/** A seat whose vault is open in the real application, reached by the real calls of its page. */
export interface OpenSeat extends Pick<Seat, 'person' | 'roles' | 'home' | 'dir' | 'key'> {
  readonly app: RunningApp;
  /** The answer; throws when the call fails. Confirms in its window where the call asks for that. */
  readonly get: Calls['get'];
  /** Code of the failure, or 'ok'; the window of confirmation is left where one comes. */
  readonly code: (method: MethodName, input: unknown) => Promise<string>;
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

/** Opens the vault of a seat in the application with bare pages in `appFolder`; nobody may have it open. */
export const openSeat = async (appFolder: string, seat: Seat): Promise<OpenSeat> => {
  seat.leave();
  const app = await launchProbe(appFolder, { home: seat.home });
  const seated = await seatSomebody(app);
  const lockPage = await readyPage(app, 'lock');
  const listed = await callFrom<{ vaults: { vaultId: string }[] }>(lockPage, 'vault.list', {});
  const vaultId = listed.ok ? listed.value.vaults[0]?.vaultId : undefined;
  await enter(lockPage, 'vault.unlock', { vaultId, passphrase });
  const page = await readyPage(app, 'app');
  const get = async (method: MethodName, input: unknown): Promise<unknown> => {
    const answer = await callFrom(page, method, input);
    if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
  const { person, roles, home, dir, key } = seat;
  return {
    ...{ person, roles, home, dir, key, app },
    get: get as Calls['get'],
    code: async (method, input) => {
      seated.leaves = true;
      const answer = await callFrom(page, method, input);
      seated.leaves = false;
      return answer.ok ? 'ok' : answer.error.code;
    },
    close: () => app.close(),
  };
};
