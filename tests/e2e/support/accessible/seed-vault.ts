import type { Calls } from '../../../fixtures/vault-calls.ts';
import { makeSeatIn, type Person } from '../exchange/seats.ts';
import { newHome } from './seed.ts';

/**
 * Makes a home with one vault of this holder, filled by the calls of `fill`; resolves to the home. Rejects when a call
 * fails.
 */
export const seedVault = async (
  person: Person,
  fill: (get: Calls['get']) => Promise<void> = async () => {},
): Promise<string> => {
  const home = await newHome();
  const seat = await makeSeatIn(home, person);
  try {
    await fill(seat.calls.get);
  } finally {
    seat.leave();
  }
  return home;
};
