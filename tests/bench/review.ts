import { loadCase } from '../../electron/backend/case/load-case.ts';
import { heldPackageRows } from '../../electron/backend/exchange/ledger/held-rows.ts';
import { review } from '../../electron/backend/exchange/review.ts';
import { contents } from '../fixtures/case-steps.ts';
import { reported } from '../fixtures/case-walks.ts';
import { addressOf, type Forged, forgeAct, forgePackage } from '../fixtures/forge.ts';
import { foundInstitution, look } from '../fixtures/institution.ts';
import * as people from '../fixtures/people/cast.ts';
import { type Figure, figure, median } from './statistics.ts';

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

const timed = async (run: () => unknown): Promise<number> => {
  const started = performance.now();
  await run();
  return performance.now() - started;
};

/**
 * The list "Perlu diperiksa" with many held packages, each of a case of its own with five good acts and one that nobody
 * may take, against reading the same rows: asked for the first time, and again; milliseconds.
 */
export const measureReview = async (count: number): Promise<readonly Figure[]> => {
  const { officer, assessor } = (await foundInstitution(cast)).members;
  const address = await addressOf(officer);
  for (let index = 0; index < count; index += 1) {
    const { caseId } = await reported(officer.calls);
    const { heads } = loadCase(officer.vault.records, caseId).state;
    const draft = {
      caseId,
      type: 'feedbackRecorded',
      capacity: 'assessor',
      content: contents.feedbackRecorded,
    } as const;
    const acts: Forged[] = [forgeAct(officer, { ...draft, refs: heads })];
    for (let refs = heads; acts.length < 6; refs = [acts.at(-1)?.hash ?? ''])
      acts.push(forgeAct(assessor, { ...draft, refs }));
    const { held } = await look(officer, [await forgePackage(assessor, address, { caseId, acts })]);
    if (held !== 'actNotCertified') throw new Error(String(held));
  }
  const rows = async (): Promise<number> => timed(() => heldPackageRows(officer.vault.records));
  const ask = async (): Promise<number> => timed(() => review(officer.exchange, true));
  const bare: number[] = [];
  for (let round = 0; round < 15; round += 1) bare.push(await rows());
  const first = await ask();
  const again: number[] = [];
  for (let round = 0; round < 15; round += 1) again.push(await ask());
  return [
    figure(`review${count}Held.first`, 'ms', first, median(bare), null),
    figure(`review${count}Held.again`, 'ms', median(again), median(bare), null),
  ];
};
