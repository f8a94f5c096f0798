import type { ActType } from '@shared/domain/case/act-type.ts';
import { copiesDue, givesCopyOf } from '@shared/domain/case/copies-due.ts';
import type { CaseState } from '@shared/domain/case/state.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { describe, expect, it } from 'vitest';
import { addAll, type CaseFile, type Step } from '../../../property/support/case-file.ts';
import * as s from '../../../property/support/steps.ts';

const about =
  (type: ActType, capacity: Role, of: ActType, more: Partial<Step> = {}) =>
  ({ acts }: CaseState): Step => {
    const target = acts.findLast((act) => act.type === of)?.hash ?? null;
    return { type, capacity, about: target, ...more };
  };
const typesFor = ({ state }: CaseFile, ...roles: Role[]) => copiesDue(state, roles).map(({ type }) => type);

const sheet: Step = { type: 'problemCommunicated', capacity: 'assessor' };
const reported = s.fileAfter(...s.toReport);
const assigned = s.fileAfter(...s.toReport, ...s.toAccepted('independent'));

describe('copies that come to the employee without asking (law: copyUnasked)', () => {
  it('are of the communication by the assessor, and of what was decided by the unit', () => {
    expect(typesFor(reported, 'assessor')).toEqual(['problemCommunicated']);
    expect(typesFor(reported, 'personnelHead')).toEqual([]);
    expect(typesFor(assigned, 'personnelOfficer')).toEqual(['counsellingDecided', 'counsellorAssigned']);
    expect(typesFor(assigned, 'counsellor', 'assessorSuperior')).toEqual([]);
  });

  it('are due until one is released', () => {
    const released = addAll(assigned, [
      about('copyReleased', 'assessor', 'problemCommunicated'),
      about('copyReleased', 'personnelHead', 'counsellingDecided'),
    ]);
    expect(typesFor(released, 'assessor')).toEqual([]);
    expect(typesFor(released, 'personnelHead')).toEqual(['counsellorAssigned']);
  });

  it('are of an answer that somebody wrote down, by whoever did, and of none by the own key', () => {
    const copied = addAll(reported, [about('copyReleased', 'assessor', 'problemCommunicated')]);
    const answered = (more: Partial<Step>) =>
      addAll(copied, [about('responseGiven', 'employee', 'copyReleased', more)]);
    const paper = answered({ origin: 'paper' }).state;
    const by = (enteredAs: 'personnelOfficer' | null) => ({
      ...paper,
      acts: paper.acts.map((act) => (act.type === 'responseGiven' ? { ...act, enteredAs } : act)),
    });
    expect(copiesDue(by('personnelOfficer'), ['personnelOfficer']).map(({ type }) => type)).toEqual(['responseGiven']);
    expect(copiesDue(by('personnelOfficer'), ['assessor'])).toEqual([]);
    expect(typesFor(answered({}), 'assessor', 'personnelOfficer')).toEqual([]);
  });

  it('are none of a communication before the latest, of an assignment that was declined, nor where the file is done', () => {
    const again = addAll(s.fileAfter(...s.toReport.slice(0, 4)), [sheet]);
    expect(copiesDue(again.state, ['assessor'])).toMatchObject([{ hash: again.state.round.communicated }]);
    const assignment = assigned.state.assignment && { ...assigned.state.assignment, answer: 'declined' as const };
    expect(copiesDue({ ...assigned.state, assignment }, ['personnelHead']).map(({ type }) => type)).toEqual([
      'counsellingDecided',
    ]);
    expect(copiesDue({ ...assigned.state, departed: true }, ['assessor', 'personnelHead'])).toEqual([]);
    expect(copiesDue({ ...assigned.state, closed: true }, ['assessor', 'personnelHead'])).toEqual([]);
  });

  it('are given by who is told so after signing', () => {
    expect(givesCopyOf('problemCommunicated', ['assessor'])).toBe(true);
    expect(givesCopyOf('problemCommunicated', ['personnelHead'])).toBe(false);
    expect(givesCopyOf('responseGiven', ['personnelOfficer'])).toBe(true);
    expect(givesCopyOf('resultSigned', ['counsellor'])).toBe(false);
  });
});
