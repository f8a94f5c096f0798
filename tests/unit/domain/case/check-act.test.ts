import type { ActType } from '@shared/domain/case/act-type.ts';
import type { ActBody } from '@shared/domain/case/body.ts';
import { checkAct, factsOf, isAllowed } from '@shared/domain/case/check-act.ts';
import { type CaseState, emptyCase } from '@shared/domain/case/state.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { describe, expect, it } from 'vitest';
import { castOf, contents } from '../../../fixtures/case-steps.ts';
import * as people from '../../../fixtures/people/cast.ts';
import { add, type CaseFile, emptyFile } from '../../../property/support/case-file.ts';

interface Change {
  readonly about?: string | null;
  readonly content?: Readonly<Record<string, unknown>>;
  readonly attachments?: number;
  /** All attachments have the same bytes. */
  readonly sameBytes?: boolean;
  readonly paper?: ActBody['paper'];
  readonly author?: ActBody['author'];
  readonly holderRoles?: readonly Role[];
}
interface Recorded {
  readonly file: CaseFile;
  readonly bodies: ReadonlyMap<string, ActBody>;
}

const file = (index: number) => ({
  attachmentId: `${index}`.repeat(32),
  sha256: `${index}`.repeat(64),
  name: `bukti-${index}.pdf`,
  mediaType: 'application/pdf',
  size: 1,
});
const ink: ActBody['paper'] = { medium: 'ink', documentNumber: '', documentDate: '', remark: '' };

const prepare = (type: ActType, capacity: Role, change: Change) => {
  const body: ActBody = {
    author: change.author ?? castOf[capacity],
    authorOffice: '',
    content: { ...contents[type], ...change.content },
    attachments: Array.from({ length: change.attachments ?? 0 }, (_, index) => ({
      ...file(index + 1),
      sha256: file(change.sameBytes ? 1 : index + 1).sha256,
    })),
    paper: change.paper ?? null,
    institution: people.institution,
  };
  const facts = factsOf(type, body);
  const origin = body.paper === null ? ('vault' as const) : ('paper' as const);
  return {
    body,
    header: { type, capacity, origin, facts: facts.ok ? [...facts.value] : [], about: change.about ?? null },
  };
};

const check = ({ file: { state }, bodies }: Recorded, type: ActType, capacity: Role, change: Change = {}) =>
  checkAct({ state, bodies, holderRoles: change.holderRoles ?? [capacity], ...prepare(type, capacity, change) });

const codes = (...args: Parameters<typeof check>): string[] => check(...args).map(({ code }) => code);

const record = (
  recorded: Recorded,
  type: ActType,
  capacity: Role,
  change: Change | ((state: CaseState) => Change) = {},
): Recorded => {
  const chosen = typeof change === 'function' ? change(recorded.file.state) : change;
  const violations = check(recorded, type, capacity, chosen);
  if (!isAllowed(violations)) throw new Error(`${type}: ${violations.map(({ code }) => code).join(', ')}`);
  const { header, body } = prepare(type, capacity, chosen);
  const next = add(recorded.file, header);
  return { file: next, bodies: new Map([...recorded.bodies, [next.acts.at(-1)?.hash ?? '', body]]) };
};

const empty: Recorded = { file: emptyFile, bodies: new Map() };
const opened = record(empty, 'caseOpened', 'assessor');
const reported = (['problemIdentified', 'problemCommunicated', 'changeEvaluated', 'reportSubmitted'] as const).reduce(
  (made, type) => record(made, type, 'assessor'),
  record(opened, 'feedbackRecorded', 'assessor', { attachments: 1 }),
);
const decided = record(
  record(reported, 'reportRegistered', 'personnelOfficer', ({ report }) => ({ about: report?.hash ?? null })),
  'counsellingDecided',
  'personnelHead',
);
const accepted = record(
  record(decided, 'counsellorAssigned', 'personnelHead'),
  'assignmentAnswered',
  'counsellor',
  ({ assignment }) => ({ about: assignment?.hash ?? null }),
);
const onSession = ({ sessions }: CaseState): Change => ({ about: sessions[0]?.hash ?? null });
const held = record(record(accepted, 'sessionScheduled', 'personnelOfficer'), 'sessionHeld', 'counsellor', onSession);
const result = record(held, 'resultSigned', 'counsellor');

describe('authority', () => {
  it('signed here only in a role that the holder has', () => {
    expect(codes(opened, 'feedbackRecorded', 'assessor', { holderRoles: ['counsellor'] })).toEqual(['roleNotHeld']);
  });
  it('from paper by any holder, the scan attached where the table asks for it', () => {
    const paper = { paper: ink, holderRoles: ['counsellor'] as const };
    const registered = record(reported, 'reportRegistered', 'personnelOfficer', ({ report }) => ({
      about: report?.hash ?? null,
    }));
    expect(codes(registered, 'counsellingDecided', 'personnelHead', paper)).toEqual(['scanMissing']);
    expect(codes(registered, 'counsellingDecided', 'personnelHead', { ...paper, attachments: 1 })).toEqual([]);
  });
  it('origin and body agree', () => {
    const { body, header } = prepare('feedbackRecorded', 'assessor', {});
    const input = { state: opened.file.state, bodies: opened.bodies, holderRoles: null, body };
    expect(checkAct({ ...input, header: { ...header, origin: 'paper' } }).map(({ code }) => code)).toContain(
      'paperMismatch',
    );
  });
  it('facts are those of the body', () => {
    const { body, header } = prepare('changeEvaluated', 'assessor', {});
    const before = (['problemIdentified', 'problemCommunicated'] as const).reduce(
      (made, type) => record(made, type, 'assessor'),
      opened,
    );
    const input = { state: before.file.state, bodies: before.bodies, holderRoles: null, body };
    expect(checkAct({ ...input, header: { ...header, facts: ['changed'] } }).map(({ code }) => code)).toEqual([
      'factsMismatch',
    ]);
  });
  it('a header alone is judged without its body', () => {
    const { header } = prepare('feedbackRecorded', 'assessor', {});
    expect(
      checkAct({ state: emptyCase, bodies: new Map(), holderRoles: null, body: null, header }).map(({ code }) => code),
    ).toEqual(['caseNotOpened']);
  });
});

describe('evidence of a report on paper', () => {
  const fromReport = record(empty, 'caseOpened', 'personnelOfficer', { content: { startsFrom: 'report' } });
  it.each([
    [0, ['feedbackEvidenceMissing', 'scanMissing']],
    [1, ['feedbackEvidenceMissing']],
    [2, []],
  ])('with %i attachments', (attachments, expected) => {
    expect(codes(fromReport, 'reportSubmitted', 'assessor', { paper: ink, attachments, holderRoles: [] })).toEqual(
      expected,
    );
  });
});

describe('the counsellor', () => {
  const assign = (content: Readonly<Record<string, unknown>>, attachments = 0) =>
    codes(decided, 'counsellorAssigned', 'personnelHead', { content, attachments });
  const sameUnit = { ...people.counsellor, unit: people.employee.unit.toUpperCase() };

  it('of the independent kind is not the employee, not the assessor, not in the unit', () => {
    expect(assign({})).toEqual([]);
    expect(assign({ counsellor: people.employee })).toContain('counsellorIsEmployee');
    expect(assign({ counsellor: people.assessor })).toContain('counsellorIsAssessor');
    expect(assign({ counsellor: sameUnit })).toEqual(['counsellorInSameUnit']);
    expect(assign({ counsellor: { ...people.counsellor, unit: '' } })).toEqual(['counsellorUnitUnknown']);
  });
  it('is known by name where a NIP is missing', () => {
    const nameless = { ...people.assessor, nip: '', unit: '', name: people.assessor.name.split(',')[0] ?? '' };
    expect(assign({ counsellor: nameless })).toContain('counsellorIsAssessor');
  });
  it('of the trained kind is the assessor of the case, with proof', () => {
    const trained = { kind: 'trainedAssessor', counsellor: people.assessor };
    expect(assign(trained)).toEqual(['trainingProofMissing']);
    expect(assign(trained, 1)).toEqual([]);
    expect(assign({ ...trained, counsellor: people.counsellor }, 1)).toEqual(['trainedAssessorIsOther']);
  });
  it('of the official kind names the function; independence is not asked', () => {
    expect(assign({ kind: 'counsellingOfficial', counsellor: sameUnit })).toEqual(['qualificationMissing']);
    expect(assign({ kind: 'counsellingOfficial', counsellor: sameUnit, qualification: 'SK 7/2026' })).toEqual([]);
  });
  it('who was assigned signs, nobody else', () => {
    expect(codes(held, 'resultSigned', 'counsellor', { author: people.employee })).toContain('notTheCounsellor');
  });
  it('signs: an unsigned paper is no result', () => {
    const paper = { ...ink, medium: 'unsigned' as const };
    expect(codes(held, 'resultSigned', 'counsellor', { paper, attachments: 1 })).toEqual(['paperUnsigned']);
  });
});

describe('a file that starts from paper', () => {
  const start = (startsFrom: string, capacity: Role) =>
    record(empty, 'caseOpened', capacity, { content: { startsFrom } });
  const fromReport = start('report', 'personnelOfficer');
  const fromAssignment = start('assignment', 'counsellor');
  const report = (change: Change) => codes(fromReport, 'reportSubmitted', 'assessor', { paper: ink, ...change });
  const unsigned = { ...ink, medium: 'unsigned' as const };

  it('has the report and, beside it, the evidence of feedback', () => {
    expect(report({ attachments: 2 })).toEqual([]);
    expect(report({ attachments: 1 })).toEqual(['feedbackEvidenceMissing']);
    expect(report({ attachments: 0 })).toEqual(['feedbackEvidenceMissing', 'scanMissing']);
  });
  it('has another file as evidence, not the scan twice', () => {
    expect(report({ attachments: 2, sameBytes: true })).toEqual(['feedbackEvidenceMissing']);
  });
  it('has a report that is signed', () => {
    expect(report({ attachments: 2, paper: unsigned })).toContain('startPaperUnsigned');
  });
  it('has a letter of assignment that is there and signed', () => {
    const letter = (change: Change) => codes(fromAssignment, 'counsellorAssigned', 'personnelHead', change);
    expect(letter({ paper: ink, attachments: 1 })).toEqual([]);
    expect(letter({ paper: ink })).toEqual(['scanMissing']);
    expect(letter({ paper: unsigned, attachments: 1 })).toContain('startPaperUnsigned');
  });
  it('is opened by who received the paper alone', () => {
    const opening = { content: { startsFrom: 'report' }, paper: ink, holderRoles: ['assessor'] as const };
    expect(codes(empty, 'caseOpened', 'personnelOfficer', opening)).toEqual(['startNotByHolder']);
    expect(codes(empty, 'caseOpened', 'personnelOfficer', { ...opening, paper: null })).toEqual(['roleNotHeld']);
  });
});

describe('a counselling that ended', () => {
  it('asks for no causes and no agreement; one that was completed does', () => {
    const missed = record(
      record(accepted, 'sessionScheduled', 'personnelOfficer'),
      'sessionMissed',
      'counsellor',
      onSession,
    );
    const silent = { sessions: [], causes: '', agreement: '' };
    expect(codes(missed, 'resultSigned', 'counsellor', { content: { ...silent, outcome: 'ended' } })).toEqual([]);
    expect(codes(held, 'resultSigned', 'counsellor', { content: { ...silent, outcome: 'completed' } })).toContain(
      'contentInvalid',
    );
  });
});

describe('who decides', () => {
  const decider = (person: ActBody['author']) => ({
    content: { deciders: [{ role: 'personnelHead', person }] },
    author: person,
  });
  it('is never the assessor, also not under another office', () => {
    expect(codes(result, 'followUpDecided', 'personnelHead', decider(people.assessor))).toEqual(['decidedByAssessor']);
    expect(codes(result, 'followUpDecided', 'personnelHead', decider(people.employee))).toEqual(['decidedByEmployee']);
    expect(codes(result, 'followUpDecided', 'personnelHead', decider(people.personnelHead))).toEqual([]);
    const decision = record(reported, 'reportRegistered', 'personnelOfficer', ({ report }) => ({
      about: report?.hash ?? null,
    }));
    expect(codes(decision, 'counsellingDecided', 'personnelHead', { author: people.assessor })).toEqual([
      'decidedByAssessor',
    ]);
  });
  it('is among those whom the decision names', () => {
    const content = { deciders: [{ role: 'personnelHead', person: people.counsellor }] };
    expect(codes(result, 'followUpDecided', 'personnelHead', { content })).toEqual(['authorNotDecider']);
  });
});

describe('a correction', () => {
  const correct = (content: Readonly<Record<string, unknown>>) =>
    codes(result, 'actCorrected', 'counsellor', {
      about: result.file.state.result?.hash ?? null,
      content: { content: { ...contents.resultSigned, ...content } },
    });
  it('obeys the schema of its act and keeps its facts', () => {
    expect(correct({ causes: 'Beban kerja.' })).toEqual([]);
    expect(correct({ causes: '' })).toEqual(['correctionInvalid']);
    expect(correct({ outcome: 'ended' })).toEqual(['correctionChangesFacts', 'nothingEnded']);
  });
  it('does not bring in what the act itself was refused for', () => {
    const content = { ...contents.counsellorAssigned, counsellor: people.employee };
    const about = decided.file.state;
    const assigned = record(decided, 'counsellorAssigned', 'personnelHead');
    expect(about.assignment).toBeNull();
    expect(
      codes(assigned, 'actCorrected', 'personnelHead', {
        about: assigned.file.state.assignment?.hash ?? null,
        content: { content },
      }),
    ).toContain('counsellorIsEmployee');
  });
  it('exchanges nobody: no other counsellor after acceptance, no other employee', () => {
    const other = { ...contents.counsellorAssigned, counsellor: people.personnelOfficer };
    const exchange = { about: accepted.file.state.assignment?.hash ?? null, content: { content: other } };
    expect(codes(accepted, 'actCorrected', 'personnelHead', exchange)).toContain('correctionChangesPerson');
    const about = opened.file.state.acts[0]?.hash ?? null;
    const ofOther = { about, content: { content: { ...contents.caseOpened, employee: people.otherEmployee } } };
    expect(codes(opened, 'actCorrected', 'assessor', ofOther)).toEqual(['correctionChangesPerson']);
  });
  it('counts where later acts look', () => {
    const later = { ...contents.counsellorAssigned, date: '2026-05-31' };
    const corrected = record(accepted, 'actCorrected', 'personnelHead', {
      about: accepted.file.state.assignment?.hash ?? null,
      content: { content: later },
    });
    expect(codes(accepted, 'sessionScheduled', 'personnelOfficer')).toEqual([]);
    expect(codes(corrected, 'sessionScheduled', 'personnelOfficer')).toEqual(['dateBeforeBasis']);
  });
});

describe('dates', () => {
  it('before their basis are a warning, not a block', () => {
    const violations = check(reported, 'reportRegistered', 'personnelOfficer', {
      about: reported.file.state.report?.hash ?? null,
      content: { date: '2026-01-01' },
    });
    expect(violations).toMatchObject([{ code: 'dateBeforeBasis', severity: 'warning' }]);
    expect(isAllowed(violations)).toBe(true);
  });
});
