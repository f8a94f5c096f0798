import type { ActCheck } from '@shared/contract/case.ts';
import { actTable } from '@shared/domain/case/act-table.ts';
import { openings } from '@shared/domain/case/available-acts.ts';
import { emptyCase } from '@shared/domain/case/state.ts';
import { readDraft } from '@shared/domain/draft/kinds.ts';
import { type Role, roles } from '@shared/domain/identity/person.ts';
import { describe, expect, it } from 'vitest';
import { assignmentActs, signerRoles, withLawfulSigner } from '../../../renderer/features/cases/paper/assigned-acts.ts';
import { listOfActs, registration, reportSlots } from '../../../renderer/features/cases/paper/from-paper-acts.ts';
import { openingFrom } from '../../../renderer/features/cases/paper/opening-act.ts';
import type { PaperState } from '../../../renderer/features/cases/paper/paper-state.ts';
import { filesOfPaper, isAuthor, mayTry, toldBy, tryable } from '../../../renderer/features/cases/paper/tried-acts.ts';
import type { HolderWithSettings } from '../../../renderer/lib/holder.ts';
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
const officer: HolderWithSettings = {
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
    const outsider: HolderWithSettings = { ...officer, roles: ['assessorSuperior'] };
    expect(listOfActs(state, outsider, 'personnelOfficer', '2026-11-24')).toHaveLength(2);
  });

  it('is registered by whom the acts table lets register, the authorised official among them', () => {
    const official: HolderWithSettings = { ...officer, roles: ['authorisedOfficial'] };
    const acts = listOfActs(state, official, 'authorisedOfficial', '2026-11-24');
    expect(acts.map((act) => [act.type, act.capacity])).toContainEqual(['reportRegistered', 'authorisedOfficial']);
    const { registrars } = registration(state, []);
    const reported = { ...emptyCase, startsFrom: 'report' as const };
    expect(registrars).toEqual(actTable.reportRegistered.capacities(reported, null));
    for (const role of roles) expect(registration(state, [role]).role !== null).toBe(registrars.includes(role));
  });

  it('is tried though nobody is named yet, under a name that is nobody', () => {
    const nameless = { ...state, people: { ...state.people, assessor: { ...assessor, name: '', nip: '198' } } };
    const acts = tryable(listOfActs(nameless, officer, 'personnelOfficer', '2026-11-24'));
    expect(acts.map(({ author }) => isAuthor(author))).toEqual([true, true, true]);
    expect(acts[1]?.author.name).toBe('…');
    expect(acts[0]?.author).toEqual(personnelOfficer);
  });

  it('counts no further file before the scan is there', () => {
    expect(filesOfPaper(state)).toEqual([file('a').attachmentId, file('b').attachmentId]);
    expect(filesOfPaper({ ...state, scan: null })).toEqual([]);
  });

  it('survives being saved as a draft', () => {
    expect(readDraft('caseFromPaper', JSON.parse(JSON.stringify(state)))).toEqual(state);
    expect(readDraft('caseFromPaper', {})).toBeNull();
  });
});

describe('assignment from paper', () => {
  const holder: HolderWithSettings = { ...officer, person: { ...counsellor, personId: '2' }, roles: ['counsellor'] };
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
});

describe('what the trial of acts tells', () => {
  const check = (...codes: readonly string[]) => ({
    issues: [],
    obstacles: codes.map((code) => ({ code, rule: null, satisfiedBy: null })),
    warnings: [],
    deliveries: [],
  });
  it('is shown at the place for files that answers it; all else is told as it is, once', () => {
    const checks = [check('caseIsClosed'), check('feedbackEvidenceMissing', 'scanMissing', 'caseIsClosed')];
    const told = toldBy(checks, reportSlots, { scan: null, evidence: [] });
    expect(told.slots).toEqual(['scan', 'evidence']);
    expect(told.obstacles.map(({ code }) => code)).toEqual(['caseIsClosed']);
  });
  it('asks not again for files that only wait for their scan', () => {
    const checks = [check('feedbackEvidenceMissing', 'scanMissing')];
    expect(toldBy(checks, reportSlots, { scan: null, evidence: [file('b')] }).slots).toEqual(['scan']);
  });
});

describe('signer of a letter of assignment', () => {
  const propose = (role: Role) => ({ ...personnelHead, name: role });
  it('is offered as the table has it: never the head where the head is the assessor', () => {
    expect(signerRoles({ people: { assessorIsHead: false } })).toEqual(['personnelHead', 'authorisedOfficial']);
    expect(signerRoles({ people: { assessorIsHead: true } })).toEqual(['authorisedOfficial']);
  });
  it('changes to the official when the head turns out to be the assessor, and only then', () => {
    const byHead: PaperState = { ...state, signer: { ...personnelHead }, signerRole: 'personnelHead' };
    expect(withLawfulSigner(byHead, propose)).toBe(byHead);
    const people = { ...byHead.people, assessorIsHead: true };
    expect(withLawfulSigner({ ...byHead, people }, propose)).toMatchObject({
      signerRole: 'authorisedOfficial',
      signer: { name: 'authorisedOfficial' },
    });
  });
});

describe('role in which a file is opened', () => {
  const opens = (held: readonly Role[], start: Parameters<typeof openingFrom>[1]) =>
    openingFrom(openings(held) as unknown as Parameters<typeof openingFrom>[0], start);
  it('is the first of the holder that the table lets open so', () => {
    expect(opens(['personnelHead', 'assessor'], 'observation').role).toBe('assessor');
    expect(opens(['counsellor', 'personnelHead'], 'report').role).toBe('personnelHead');
    expect(opens(['counsellor', 'personnelHead'], 'assignment').role).toBe('counsellor');
    expect(opens(['assessor'], 'report').role).toBeNull();
  });
  it('is none of an employee, who is told who may', () => {
    expect(opens(['employee'], 'assignment')).toEqual({ role: null, openers: ['counsellor'] });
    expect(openingFrom([], 'report')).toEqual({ role: null, openers: [] });
  });
});

describe('the button that begins a file', () => {
  const issue = { path: ['body'], code: 'invalid' };
  const obstacle = { code: 'scanMissing' } as ActCheck['obstacles'][number];

  it('does nothing only where the page shows why', () => {
    expect(mayTry([{ issues: [], obstacles: [] }], 0)).toBe(true);
    expect(mayTry([{ issues: [], obstacles: [obstacle] }], 0)).toBe(false);
    expect(mayTry([{ issues: [issue], obstacles: [] }], 1)).toBe(false);
    // Nothing to point at: the call is made, and the page shows what it answers.
    expect(mayTry([{ issues: [issue], obstacles: [] }], 0)).toBe(true);
  });
});
