import { join } from 'node:path';
import type { Inspection } from '../../../../shared/contract/exchange.ts';
import type { OpenSeat } from './open-seat.ts';

/** A package on its way: who sealed it for whom, and where its files lie. */
export interface Carried {
  readonly from: OpenSeat;
  readonly to: OpenSeat;
  readonly files: readonly string[];
}

/** Entry of a seat in the directory that another one trusts. Throws when it has none. */
export const entryOf = async (seen: OpenSeat, { key }: Pick<OpenSeat, 'key'>): Promise<string> => {
  const members = await seen.get('directory.members', {});
  const found = members.find(({ keys }) => keys.some((known) => known.key === key));
  if (found === undefined) throw new Error('not in the directory');
  return found.entryId;
};

/** Seals what is due for a receiver into `folder`. */
export const seal = async (
  { from, to, folder }: { readonly from: OpenSeat; readonly to: OpenSeat; readonly folder: string },
  caseId: string,
  change: { readonly again?: boolean; readonly partBytes?: number | null } = {},
): Promise<Carried> => {
  await from.app.setDialogs({ folder });
  const input = { caseId, entryId: await entryOf(from, to), again: false, partBytes: null, ...change };
  const { files } = await from.get('exchange.seal', input);
  return { from, to, files: files.map((name) => join(folder, name)) };
};

/** Looks at files that were chosen in a dialog, as the page does. */
export const look = async (at: OpenSeat, files: readonly string[]): Promise<Inspection> => {
  await at.app.setDialogs({ files });
  const chosen = await at.get('dialog.chooseFiles', { purpose: 'exchange' });
  return at.get('exchange.inspect', { fileTokens: chosen.map(({ token }) => token) });
};

/** Takes a package in where it is meant to go. Throws with the code by which it is held. */
export const take = async ({ to, files }: Carried): Promise<Inspection> => {
  const inspection = await look(to, files);
  if (inspection.held !== null) throw new Error(`${inspection.held} ${inspection.details.join(' ')}`);
  await to.get('exchange.import', { inspectionId: inspection.inspectionId });
  return inspection;
};

/** Seals all that is due from one seat to everyone, has it taken in, and tells what travelled. */
export const spread = async (
  from: OpenSeat,
  seats: readonly OpenSeat[],
  caseId: string,
  folder: string,
): Promise<readonly Carried[]> => {
  const { cases } = await from.get('exchange.outbox', { caseId });
  const due = (cases[0]?.receivers ?? []).filter(({ acts }) => acts.length > 0).map(({ person }) => person.name);
  const carried: Carried[] = [];
  for (const to of seats.filter(({ person }) => due.includes(person.name))) {
    const sealed = await seal({ from, to, folder }, caseId);
    await take(sealed);
    carried.push(sealed);
  }
  return carried;
};
