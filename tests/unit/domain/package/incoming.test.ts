import { actTable } from '@shared/domain/case/act-table.ts';
import { type ActType, actTypes } from '@shared/domain/case/act-type.ts';
import type { ActBody } from '@shared/domain/case/body.ts';
import { factsOf } from '@shared/domain/case/check-act.ts';
import type { BodyGate } from '@shared/domain/case/definition.ts';
import type { PersonInput, Role } from '@shared/domain/identity/person.ts';
import { refusalOf } from '@shared/domain/package/incoming.ts';
import type { ActAtHand } from '@shared/domain/package/past.ts';
import { describe, expect, it } from 'vitest';
import { contents } from '../../../fixtures/case-steps.ts';
import * as people from '../../../fixtures/people/cast.ts';
import { emptyFile, nameAct, put } from '../../../property/support/case-file.ts';

const bodyOf = (type: ActType, author: PersonInput, change: Partial<ActBody> = {}): ActBody => ({
  author,
  authorOffice: '',
  content: contents[type] as Record<string, unknown>,
  attachments: [],
  paper: null,
  institution: people.institution,
  ...change,
});

interface Said {
  readonly type: ActType;
  readonly capacity: Role;
  readonly author: PersonInput;
  readonly key: string;
  readonly body?: Partial<ActBody>;
  /** Index of the act that it is about. */
  readonly about?: number;
}

/** A case of acts one after the other, each with its body and its author's key. */
const say = (acts: readonly Said[]): ActAtHand[] => {
  let file = emptyFile;
  return acts.map(({ type, capacity, author, key, about, body: change = {} }) => {
    const body = bodyOf(type, author, change);
    const facts = factsOf(type, body);
    const step = {
      type,
      capacity,
      facts: facts.ok ? [...facts.value] : [],
      origin: body.paper === null ? ('vault' as const) : ('paper' as const),
      about: about === undefined ? null : (file.acts[about]?.hash ?? null),
    };
    const { header, hash } = nameAct(file, step, type);
    file = put(file, step, { salt: type });
    const role = keys[key] === people.personnelOfficer ? 'personnelOfficer' : capacity;
    const enteredAs = step.origin === 'paper' ? (role as Role) : null;
    return { hash, header: { ...header, authorKey: key, enteredAs } as typeof header, body };
  });
};

const paper = { medium: 'ink', documentNumber: '', documentDate: '', remark: '' } as const;

const scan = {
  attachmentId: '1'.repeat(32),
  sha256: '2'.repeat(64),
  name: 'pindaian.pdf',
  mediaType: 'application/pdf',
  size: 9,
} as const;

const keys: Readonly<Record<string, PersonInput>> = {
  e: people.employee,
  h: people.personnelHead,
  s: people.otherEmployee,
  a: people.assessor,
  b: people.counsellor,
  o: people.personnelOfficer,
  u: people.assessorSuperior,
};
const scope = {
  isNamedKey: () => true,
  isSameKey: () => true,
  isSamePerson: () => true,
  holder: { person: people.personnelHead, roles: ['personnelHead', 'assessor'] as Role[] },
  ownKeys: ['h'],
  isKeyOf: (key: string, person: PersonInput) => keys[key]?.name === person.name,
  hasRole: (key: string, role: Role) => key === 'o' && role === 'personnelOfficer',
};
const asAssessor = {
  ...scope,
  holder: { person: people.assessor, roles: ['assessor'] as Role[] },
};

const opening: Said = { type: 'caseOpened', capacity: 'assessor', author: people.assessor, key: 'a' };
const observation: Said = { type: 'feedbackRecorded', capacity: 'assessor', author: people.assessor, key: 'a' };

describe('acts of a package are judged by the table', () => {
  it('and are taken when they are lawful', () => {
    const [first, second] = say([opening, observation]);
    expect(refusalOf({ ...asAssessor, held: [], incoming: [first!, second!] })).toBeNull();
    expect(refusalOf({ ...asAssessor, held: [first!], incoming: [second!] })).toBeNull();
  });

  it('and are refused when their place in the case forbids them', () => {
    const [first, report] = say([opening, { ...observation, type: 'problemCommunicated' }]);
    expect(refusalOf({ ...asAssessor, held: [first!], incoming: [report!] })).toMatchObject({
      code: 'actRefused',
      codes: ['problemNotIdentified'],
    });
  });

  it('but not for their place while something that they build on has not come', () => {
    const [, , second] = say([opening, observation, { ...observation, type: 'problemCommunicated' }]);
    expect(refusalOf({ ...asAssessor, held: [], incoming: [second!] })).not.toMatchObject({ code: 'actRefused' });
  });

  it('and are refused when a body says something else than its header', () => {
    const [first, second] = say([opening, observation]);
    const lying = { ...second!, header: { ...second!.header, facts: ['withEvidence'] } };
    expect(refusalOf({ ...asAssessor, held: [first!], incoming: [lying] })).toMatchObject({ codes: ['factsMismatch'] });
  });

  it('and a correction exchanges nobody and mends no NIP, whether its act was here or comes with it', () => {
    const correct = (employee: PersonInput): readonly [ActAtHand, ActAtHand] => {
      const content = { ...contents.caseOpened, employee };
      const said = { ...observation, type: 'actCorrected' as const, about: 0 };
      const [first, second] = say([opening, { ...said, body: { content: { ...contents.actCorrected, content } } }]);
      return [first!, second!];
    };
    const [first, exchanged] = correct(people.otherEmployee);
    const refused = { code: 'actRefused', codes: ['correctionChangesPerson'] };
    expect(refusalOf({ ...asAssessor, held: [first], incoming: [exchanged] })).toMatchObject(refused);
    expect(refusalOf({ ...asAssessor, held: [], incoming: [first, exchanged] })).toMatchObject(refused);
    const [, mended] = correct({ ...people.employee, nip: '' });
    expect(refusalOf({ ...asAssessor, held: [first], incoming: [mended] })).toMatchObject(refused);
    expect(refusalOf({ ...asAssessor, held: [], incoming: [first, mended] })).toMatchObject(refused);
  });

  const result = (author: PersonInput, key: string): Said => ({
    type: 'resultSigned',
    capacity: 'counsellor',
    author,
    key,
  });
  const own: Said = {
    type: 'caseOpened',
    capacity: 'counsellor',
    author: people.counsellor,
    key: 'b',
    body: { content: { ...contents.caseOpened, startsFrom: 'assignment' } },
  };
  const answered: Said = { ...own, type: 'assignmentAnswered', about: 1, body: {} };
  const assigning: Said = {
    type: 'counsellorAssigned',
    capacity: 'personnelHead',
    author: people.personnelHead,
    key: 'h',
  };
  const begun = {
    ...scope,
    holder: { person: people.counsellor, roles: ['counsellor'] as Role[] },
    ownKeys: ['b', 'c'],
  };
  const naming = ([, , , said]: readonly ActAtHand[]): ActAtHand => ({
    ...said!,
    header: { ...said!.header, refs: ['f'.repeat(64)] },
  });
  const codesOf = (acts: readonly ActAtHand[], incoming: ActAtHand): readonly string[] =>
    refusalOf({ ...begun, held: acts.slice(0, 3), incoming: [incoming] })?.codes ?? [];

  it('and a result not for sessions that may have been lost, but for sessions that there never were', () => {
    const acts = say([own, assigning, answered, result(people.counsellor, 'b')]);
    expect(codesOf(acts, acts[3]!)).toContain('sessionNotHeld');
    expect(codesOf(acts, naming(acts))).toEqual([]);
  });

  it('and a follow-up not by who sees no result, though the act names one that others told of', () => {
    const letter: Said = { ...assigning, body: { paper, attachments: [scan] } };
    const planned: Said = { ...assigning, type: 'sessionScheduled' };
    const held: Said = { ...answered, type: 'sessionHeld', about: 3 };
    const decidedBy = (role: 'assessorSuperior' | 'personnelHead', person: PersonInput, key: string): Said => {
      const content = { ...contents.followUpDecided, deciders: [{ role, person }] };
      return { type: 'followUpDecided', capacity: role, author: person, key, body: { content } };
    };
    const codes = (said: Said) => {
      const { key } = said;
      const acts = say([own, letter, answered, planned, held, result(people.counsellor, 'b'), said]);
      const hasRole = (of: string, role: Role) => of === key && role === said.capacity;
      return refusalOf({ ...begun, hasRole, held: acts.slice(0, 6), incoming: acts.slice(6) })?.codes ?? [];
    };
    expect(codes(decidedBy('personnelHead', people.personnelHead, 'h'))).toEqual([]);
    expect(codes(decidedBy('assessorSuperior', people.assessorSuperior, 'u'))).toEqual(['resultNotSigned']);
  });

  it('and an end of the assignment not after a result that it builds on, whatever else it names', () => {
    const evidence = { attachments: [scan] };
    const reported: readonly Said[] = [
      opening,
      { ...observation, body: evidence },
      { ...observation, type: 'problemIdentified' },
      { ...observation, type: 'problemCommunicated' },
      { ...observation, type: 'changeEvaluated' },
      { ...observation, type: 'reportSubmitted', body: evidence },
      { ...assigning, type: 'reportRegistered', about: 5 },
      { ...assigning, type: 'counsellingDecided' },
      { ...assigning, body: evidence },
      { ...answered, about: 8 },
    ];
    const planned: Said = { ...assigning, type: 'sessionScheduled' };
    const told: Said = { ...answered, type: 'sessionHeld', about: 10 };
    const hasRole = (key: string, role: Role) => key === 'h' && role === 'personnelHead';
    const codes = (before: readonly Said[], date: string, isBroken: boolean) => {
      const end: Said = { ...assigning, type: 'assignmentEnded', about: 8, body: { content: { date } } };
      const acts = say([...reported, ...before, end]);
      const last = acts.at(-1)!;
      const refs = [...last.header.refs, ...(isBroken ? ['f'.repeat(64)] : [])];
      const deeper = [[acts.at(-2)!.hash], []] as const;
      const incoming = [{ ...last, deeper, header: { ...last.header, refs } }];
      return refusalOf({ ...begun, hasRole, held: acts.slice(0, -1), incoming })?.codes ?? [];
    };
    const signed = [planned, told, result(people.counsellor, 'b')];
    for (const isBroken of [false, true]) {
      expect(codes([planned], '2026-05-06', isBroken)).toEqual([]);
      expect(codes(signed, '2026-05-06', isBroken)).toEqual(['resultAlreadySigned']);
    }
    // A session may have been moved by what is not here: of its day a broken past says nothing.
    expect(codes([planned], '2026-05-07', false)).toEqual(['firstSessionPassed']);
    expect(codes([planned], '2026-05-07', true)).toEqual([]);
  });

  it('and of bodies nothing but sessions, an end and what is disputed is left to the fold', () => {
    const left = actTypes.flatMap((type) => {
      const gates: readonly Pick<BodyGate<ActType>, 'code' | 'ofPlace'>[] = actTable[type].bodyGates;
      return gates.filter(({ ofPlace }) => ofPlace).map(({ code }) => `${type} ${code}`);
    });
    expect(left).toEqual([
      'assignmentEnded resultAlreadySigned',
      'assignmentEnded firstSessionPassed',
      'sessionHeld alsoAssessesNotTold',
      'resultSigned sessionNotHeld',
      'resultSigned nothingEnded',
      'copyReleased disputesDiffer',
    ]);
  });

  it('and a last word in the name of a post only where somebody here can tell whose it is', () => {
    const last: Said = { type: 'employeeMistaken', capacity: 'assessor', author: people.counsellor, key: 'b' };
    const told = (said: Said, form: 'header' | 'all', as = scope) => {
      const [first, second] = say([opening, said]) as [ActAtHand, ActAtHand];
      const incoming = [form === 'all' ? first : { ...first, body: null }, second];
      return refusalOf({ ...as, held: [], incoming });
    };
    expect(told(last, 'header')).toMatchObject({ codes: ['authorNotInPost'] });
    expect(told(last, 'all')).toMatchObject({ codes: ['authorNotInPost'] });
    const genuine = { ...last, author: people.assessor, key: 'a' };
    expect(told(genuine, 'all')).toBeNull();
    const asEmployee = { ...scope, holder: { person: people.employee, roles: ['employee'] as Role[] } };
    expect(told(genuine, 'all', asEmployee)).toMatchObject({ code: 'actNotForMe' });
  });

  it('and are refused when another assessor than the one of the case signs', () => {
    const stranger = { ...observation, author: people.counsellor, key: 'b' };
    const [first, second] = say([opening, stranger]);
    expect(refusalOf({ ...asAssessor, held: [first!], incoming: [second!] })).toMatchObject({
      code: 'actRefused',
      codes: ['authorNotInPost'],
    });
    const bare = { ...second!, body: null };
    expect(refusalOf({ ...asAssessor, held: [first!], incoming: [bare] })).toMatchObject({
      codes: ['authorNotInPost'],
    });
  });

  it('and paper may be entered by the personnel unit, not by somebody without a post in the case', () => {
    const entered = (key: string): Said => ({ ...observation, key, body: { paper } });
    const [first, stranger] = say([opening, entered('b')]);
    expect(refusalOf({ ...asAssessor, held: [first!], incoming: [stranger!] })).toMatchObject({
      codes: ['enteredByOther'],
    });
    const [opened, officer] = say([opening, entered('o')]);
    expect(refusalOf({ ...asAssessor, held: [opened!], incoming: [officer!] })).toBeNull();
  });

  it('and paper is not the office’s to enter any more for who has left it', () => {
    const entered: Said = { ...observation, key: 'o', body: { paper } };
    const [opened, officer] = say([opening, entered]);
    const until =
      (day: string) =>
      (key: string, role: Role, { statedAt }: { readonly statedAt: string }) =>
        key === 'o' && role === 'personnelOfficer' && statedAt < day;
    const input = { ...asAssessor, held: [opened!], incoming: [officer!] };
    expect(refusalOf({ ...input, hasRole: until('2026-12-31') })).toBeNull();
    expect(refusalOf({ ...input, hasRole: until('2026-01-01') })).toMatchObject({ codes: ['enteredByOther'] });
  });

  it('and are not taken by who is not due them', () => {
    const [first, second] = say([opening, observation]);
    const stranger = { ...scope, holder: { person: people.counsellor, roles: ['coach'] as Role[] } };
    expect(refusalOf({ ...stranger, held: [], incoming: [first!, second!] })).toMatchObject({ code: 'actNotForMe' });
  });
});

describe('a member with roles elsewhere does not seize a file', () => {
  const anyone = { ...scope, hasRole: () => true };

  it('by opening it a second time', () => {
    const [first] = say([opening]);
    const [again] = say([{ ...opening, key: 'e', author: people.employee }]);
    const second = { ...again!, hash: 'e'.repeat(64) };
    expect(refusalOf({ ...asAssessor, held: [first!], incoming: [second] })).toMatchObject({
      code: 'actRefused',
      codes: ['caseAlreadyOpened'],
    });
    expect(refusalOf({ ...asAssessor, held: [], incoming: [first!, second] })).toMatchObject({
      codes: ['caseAlreadyOpened'],
    });
  });

  const closing: Said = { type: 'caseClosed', capacity: 'personnelHead', author: people.employee, key: 'e' };

  it('by signing or entering acts in the own matter, whatever role one has elsewhere', () => {
    for (const [body, code] of [
      [{}, 'authorNotInPost'],
      [{ paper }, 'enteredByOther'],
    ] as const) {
      const [first, forged] = say([opening, { ...closing, body }]);
      const input = { ...anyone, held: [first!], incoming: [forged!] };
      expect(refusalOf(input)).toMatchObject({ code: 'actRefused', codes: [code] });
    }
  });

  it('by naming what nobody here has, so that the opening is not among what the act builds on', () => {
    const [first, forged] = say([opening, closing]);
    const header = { ...forged!.header, refs: ['f'.repeat(64)] };
    expect(refusalOf({ ...anyone, held: [first!], incoming: [{ ...forged!, header }] })).toMatchObject({
      codes: ['authorNotInPost'],
    });
  });

  it('by naming what nobody here has, so that nobody knows whom a paper means', () => {
    const decided = (author: PersonInput): Said => ({
      type: 'counsellingDecided',
      capacity: 'personnelHead',
      author,
      key: 'o',
      body: { paper, attachments: [scan] },
    });
    const judged = (author: PersonInput) => {
      const [first, forged] = say([{ ...opening, key: 'a' }, decided(author)]);
      const header = { ...forged!.header, refs: ['f'.repeat(64)] };
      return refusalOf({ ...anyone, held: [first!], incoming: [{ ...forged!, header }] });
    };
    expect(judged(people.assessor)).toMatchObject({ code: 'actRefused', codes: ['decidedByAssessor'] });
    expect(judged(people.personnelHead)).not.toMatchObject({ code: 'actRefused' });
  });

  it('after the post was handed over to somebody else', () => {
    const handover: Said = {
      type: 'postHandedOver',
      capacity: 'personnelHead',
      author: people.personnelHead,
      key: 'h',
      body: {
        content: { date: '2026-07-01', post: 'personnelHead', successor: people.otherEmployee, remark: '' },
      },
    };
    const onPaper: Said = {
      type: 'caseOpened',
      capacity: 'personnelOfficer',
      author: people.personnelOfficer,
      key: 'o',
      body: { content: { ...contents.caseOpened, startsFrom: 'report' } },
    };
    const after = (key: string, author: PersonInput): Said => ({
      type: 'employeeLeft',
      capacity: 'personnelHead',
      author,
      key,
    });
    const inFile = [onPaper, handover];
    const by = (key: string, author: PersonInput) => {
      const acts = say([...inFile, after(key, author)]);
      return refusalOf({ ...anyone, held: acts.slice(0, 2), incoming: acts.slice(2) });
    };
    expect(by('h', people.personnelHead)).toMatchObject({ codes: ['authorNotInPost'] });
    expect(by('s', people.otherEmployee)).not.toMatchObject({ codes: ['authorNotInPost'] });
  });
});
