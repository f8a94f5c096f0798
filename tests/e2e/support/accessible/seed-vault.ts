import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PersonInput } from '../../../../shared/domain/identity/person.ts';
import type { Calls } from '../../../fixtures/calls.ts';
import { institution } from '../../../fixtures/people/cast.ts';
import { callFrom, launchProbe, openNewVault } from '../probe.ts';
import { makeProbeApp } from '../probe-app.ts';
import { newHome } from './seed.ts';

export interface SeededVault {
  readonly person: PersonInput;
  readonly roles: readonly string[];
}

/** Makes a home with one vault of this holder, filled by the calls of `fill`; resolves to the home. Rejects when a call fails. */
export const seedVault = async (
  { person, roles }: SeededVault,
  fill: (get: Calls['get']) => Promise<void> = async () => {},
): Promise<string> => {
  const home = await newHome();
  const appFolder = await makeProbeApp();
  const app = await launchProbe(appFolder, { home });
  try {
    const { page } = await openNewVault(app, { person, roles, institution });
    const get = async (method: string, input: unknown): Promise<unknown> => {
      const result = await callFrom(page, method, input);
      if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
      return result.value;
    };
    await fill(get as Calls['get']);
  } finally {
    await app.close();
    await rm(dirname(appFolder), { recursive: true, force: true });
  }
  return home;
};
