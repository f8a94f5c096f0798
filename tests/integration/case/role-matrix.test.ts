import { describe, expect, it } from 'vitest';
import { type ActType, actTypes } from '../../../shared/domain/case/act-type.ts';
import { type Role, roles } from '../../../shared/domain/identity/person.ts';
import { type Calls, callsOn, testVault } from '../../fixtures/calls.ts';
import { attach, paperStep, record, type StepChange, step } from '../../fixtures/case-steps.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { counsellor } from '../../fixtures/people/cast.ts';

type Stage = (calls: Calls, caseId: string, last: string) => Promise<string>;

const enter =
  (type: ActType, capacity: Role, change: (last: string) => StepChange = () => ({})): Stage =>
  async (calls, caseId, last) => {
    const attachmentIds = [await attach(calls, '%PDF-1.7'), await attach(calls, 'bukti')];
    return record(calls, paperStep(type, capacity, { caseId, attachmentIds, ...change(last) }));
  };
const about = (last: string): StepChange => ({ about: last });

/** The stages of a file, everyone on paper: before each, every role tries every act. */
const stages: readonly Stage[] = [
  enter('feedbackRecorded', 'assessor'),
  enter('problemIdentified', 'assessor'),
  enter('problemCommunicated', 'assessor'),
  enter('copyReleased', 'assessor', about),
  enter('correctionRequested', 'employee', about),
  enter('changeEvaluated', 'assessor'),
  enter('reportSubmitted', 'assessor'),
  enter('reportRegistered', 'personnelOfficer', about),
  enter('counsellingDecided', 'personnelHead'),
  enter('counsellorAssigned', 'personnelHead'),
  enter('assignmentAnswered', 'counsellor', about),
  enter('sessionScheduled', 'personnelOfficer'),
  enter('sessionHeld', 'counsellor', about),
  enter('resultSigned', 'counsellor'),
  enter('resultReceived', 'personnelHead', about),
  enter('followUpDecided', 'personnelHead'),
  enter('caseClosed', 'personnelHead'),
];

interface Cells {
  offered: number;
  refused: number;
  /** Types that somebody could sign at some stage. */
  readonly types: Set<ActType>;
}

/** The holder of one role tries every act in every capacity that is not offered; each is refused and writes nothing. */
const tryAll = async (calls: Calls, caseId: string, role: Role, cells: Cells): Promise<void> => {
  await calls.get('profile.save', { person: counsellor, roles: [role] });
  const { available } = await calls.get('case.open', { caseId });
  const before = dumpVault(calls.context.vault);
  for (const type of actTypes) {
    const offer = available.find((act) => act.type === type && act.obstacles.length === 0);
    const offered = offer?.ownCapacities.includes(role) ?? false;
    if (offered) {
      cells.offered += 1;
      cells.types.add(type);
    }
    for (const capacity of roles.filter((other) => !offered || other !== role)) {
      const input = step(type, capacity, { caseId, about: offer?.about[0] ?? null });
      const code = await calls.code('case.recordAct', { ...input, draftId: null });
      // The content of a correction is judged by the act that it corrects before anything else is.
      const codes =
        type === 'actCorrected' ? /^(actNotAllowed|roleNotHeld|contentInvalid)$/ : /^(actNotAllowed|roleNotHeld)$/;
      expect(code).toMatch(codes);
      cells.refused += 1;
    }
  }
  expect(dumpVault(calls.context.vault)).toBe(before);
};

describe('role × act × state', () => {
  it('lets nobody sign what the panel does not offer to that role, and a refused cell changes nothing', async () => {
    const calls = callsOn(await testVault(counsellor, [...roles]));
    // One person with all roles: the unit opens the file, whose assessor is somebody else.
    const opened = await calls.get('case.recordAct', { ...step('caseOpened', 'personnelOfficer'), draftId: null });
    const { caseId } = opened;
    let last = opened.hash;
    const cells: Cells = { offered: 0, refused: 0, types: new Set() };
    for (const stage of stages) {
      for (const role of roles) await tryAll(calls, caseId, role, cells);
      await calls.get('profile.save', { person: counsellor, roles: [...roles] });
      last = await stage(calls, caseId, last);
    }
    for (const role of roles) await tryAll(calls, caseId, role, cells);
    expect((await calls.get('case.open', { caseId })).summary.closed).toBe(true);
    expect(cells.offered).toBeGreaterThan(100);
    expect(cells.refused).toBeGreaterThan(10_000);
    // The file is open from the start; every other act was lawful at some stage, so that each was tried both ways.
    // Alone nobody is asked, and all whom a paper names count: see answers and co-deciders in integration/exchange.
    const elsewhere = ['caseOpened', 'followUpJoined', 'paperAnswered'];
    expect([...cells.types].sort()).toEqual(actTypes.filter((type) => !elsewhere.includes(type)).sort());
  }, 300_000);
});
