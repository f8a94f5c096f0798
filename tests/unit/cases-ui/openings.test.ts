import { describe, expect, it } from 'vitest';
import { assignmentActs, assignmentGaps } from '../../../renderer/features/cases/paper/assigned-acts.ts';
import { fileGaps, listOfActs, mayRegister } from '../../../renderer/features/cases/paper/from-paper-acts.ts';
import { ownOpeningRole } from '../../../renderer/features/cases/paper/opening-act.ts';
import { type PaperState, readPaperState } from '../../../renderer/features/cases/paper/paper-state.ts';
import type { Holder } from '../../../renderer/features/cases/use-holder.ts';
import { assessor, counsellor, employee, personnelHead, personnelOfficer } from '../../fixtures/people/cast.ts';
import { prefillContext } from './made-view.ts';

const file = (letter: string) => ({
  attachmentId: letter.repeat(32),
  sha256: '0'.repeat(64),
  name: `${letter}.pdf`,
  mediaType: 'application/pdf',
  size: 10,
});
const { settings } = prefillContext([]);
const officer: Holder = {
  person: { ...personnelOfficer, personId: '1' },
  roles: ['personnelOfficer'],
  institution: 'Instansi',
  settings,
};
const state: PaperState = {
  people: { employee, assessor, startsFrom: 'report' },
  paper: { number: 'R-1', date: '2026-11-02' },
  medium: 'ink',
  scan: file('a'),
  evidence: [file('b')],
  signer: null,
  signerRole: 'assessor',
  register: true,
  listNumber: '12/2026',
};

describe('report from paper', () => {
  it('becomes file, report of the assessor and place in the list', () => {
    const acts = listOfActs(state, officer, 'personnelOfficer', '2026-11-24');
    expect(acts.map((act) => [act.type, act.capacity, act.aboutIndex])).toEqual([
      ['caseOpened', 'personnelOfficer', null],
      ['reportSubmitted', 'assessor', null],
      ['reportRegistered', 'personnelOfficer', 1],
    ]);
    expect(acts[1]).toMatchObject({
      author: assessor,
      attachmentIds: [file('a').attachmentId, file('b').attachmentId],
      paper: { medium: 'ink', documentNumber: 'R-1', documentDate: '2026-11-02' },
      signedDocumentId: file('a').attachmentId,
    });
    expect(acts[2]).toMatchObject({ paper: null, content: { number: '12/2026', date: '2026-11-24' } });
  });

  it('is registered only on request and by those who may', () => {
    expect(listOfActs({ ...state, register: false }, officer, 'personnelOfficer', '2026-11-24')).toHaveLength(2);
    const official: Holder = { ...officer, roles: ['authorisedOfficial'] };
    expect(listOfActs(state, official, 'authorisedOfficial', '2026-11-24')).toHaveLength(2);
    expect(mayRegister(['personnelHead'])).toBe('personnelHead');
  });

  it('needs scan and evidence', () => {
    expect(fileGaps(state)).toEqual([]);
    expect(fileGaps({ scan: null, evidence: [] })).toEqual(['scan', 'evidence']);
  });

  it('survives being saved as a draft', () => {
    expect(readPaperState(JSON.parse(JSON.stringify(state)))).toEqual(state);
    expect(readPaperState({})).toBeNull();
  });
});

describe('assignment from paper', () => {
  const holder: Holder = { ...officer, person: { ...counsellor, personId: '2' }, roles: ['counsellor'] };
  const assigned: PaperState = {
    ...state,
    paper: { number: 'P-1', date: '2026-11-10', kind: 'trainedAssessor' },
    signer: { ...personnelHead },
    signerRole: 'personnelHead',
  };
  it('becomes file and assignment by the one who signed the letter', () => {
    const acts = assignmentActs(assigned, holder, 'counsellor');
    expect(acts.map((act) => [act.type, act.capacity, act.author.name])).toEqual([
      ['caseOpened', 'counsellor', counsellor.name],
      ['counsellorAssigned', 'personnelHead', personnelHead.name],
    ]);
  });
  it('needs letter and signer, and of a trained assessor the proof', () => {
    expect(assignmentGaps(assigned)).toEqual([]);
    expect(assignmentGaps({ ...assigned, scan: null, evidence: [], signer: null })).toEqual([
      'letter',
      'signer',
      'proof',
    ]);
    expect(assignmentGaps({ ...assigned, evidence: [], paper: { kind: 'independent' } })).toEqual([]);
  });
});

describe('role in which a file is opened', () => {
  const opening = {
    type: 'caseOpened' as const,
    capacities: [],
    obstacles: [],
    rule: 'open',
    about: [],
    paperEvidence: 'optional' as const,
  };
  it('is the first fitting one of the holder', () => {
    const openings = [{ ...opening, ownCapacities: ['counsellor' as const, 'personnelHead' as const] }];
    expect(ownOpeningRole(openings, ['assessor', 'personnelHead'])).toBe('personnelHead');
    expect(ownOpeningRole(openings, ['assessor'])).toBeNull();
    expect(ownOpeningRole([], ['assessor'])).toBeNull();
  });
});
