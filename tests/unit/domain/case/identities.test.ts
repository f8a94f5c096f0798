import type { ActBody } from '@shared/domain/case/body.ts';
import type { Identity, IdentityPost } from '@shared/domain/case/content/identity.ts';
import { identityProblem, withIdentities } from '@shared/domain/case/identities.ts';
import { emptyCase, type FoldedAct } from '@shared/domain/case/state.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { toPublicPerson } from '@shared/domain/identity/public-person.ts';
import { haveSameEntry } from '@shared/domain/identity/sameness.ts';
import { describe, expect, it } from 'vitest';
import { contents } from '../../../fixtures/case-steps.ts';
import * as people from '../../../fixtures/people/cast.ts';

const outside: PersonInput = { ...people.counsellor, name: 'Ratna Misal Peraga, Psikolog', nip: '' };

/** Known by a licence so short that a slip could leave nothing of it. */
const short: PersonInput = { ...outside, name: 'Bima Umpama Misal, Psikolog' };

const acts = [
  ['caseOpened', contents.caseOpened],
  ['counsellorAssigned', { ...contents.counsellorAssigned, counsellor: short, licence: '7' }],
  ['counsellorAssigned', { ...contents.counsellorAssigned, counsellor: outside, licence: 'SIPP 1234/2025' }],
] as const;

type Said = Readonly<Record<string, unknown>>;

const fileOf = (more: readonly (readonly [FoldedAct['type'], Said])[] = []) => {
  const all = [...acts, ...more];
  const folded = all.map(
    ([type], index): FoldedAct => ({
      hash: `act ${index}`,
      type,
      capacity: 'personnelHead',
      origin: 'vault',
      facts: [],
      about: null,
      level: 0,
      asks: null,
      enteredAs: null,
    }),
  );
  const bodies = new Map(all.map(([, content], index) => [`act ${index}`, { content } as unknown as ActBody]));
  return { state: { ...emptyCase, acts: folded }, bodies };
};

const of = ({ name, nip }: PersonInput, licence = ''): Identity => ({ name, nip, licence });

const correction = (post: IdentityPost, before: Identity, change: Partial<Identity>) => ({
  date: '2026-06-03',
  post,
  before,
  after: { ...before, ...change },
  basis: 'SK 12/2015',
});

const members = [people.otherEmployee, people.assessor, people.counsellor, people.employee].map((person, index) => ({
  entryId: String(index).repeat(32),
  person: toPublicPerson(person),
  formerNames: [],
  roles: [],
  keys: [],
}));

const problem = (said: ReturnType<typeof correction>, file = fileOf(), entries: typeof members = []) =>
  identityProblem(file.state, file.bodies, said, (a, b) => haveSameEntry({ entries }, a, b));

const { employee, assessor, otherEmployee } = people;
/** The number with a slip at one place. */
const slipped = (nip: string, at = 10): string =>
  `${nip.slice(0, at)}${(Number(nip[at]) + 1) % 10}${nip.slice(at + 1)}`;

describe('a correction of identity never exchanges a person', () => {
  it.each([
    ['the employee by another one of the register', correction('employee', of(employee), of(otherEmployee))],
    ['the employee by the number of another one', correction('employee', of(employee), { nip: otherEmployee.nip })],
    [
      'the employee by the name of another one',
      correction('employee', of(employee), { ...of(otherEmployee), nip: slipped(employee.nip) }),
    ],
    ['the assessor by the counsellor', correction('assessor', of(assessor), of(people.counsellor))],
    [
      'a counsellor from outside by one with a key',
      correction('counsellor', of(outside, 'SIPP 1234/2025'), of(people.counsellor)),
    ],
    [
      'the licence of a counsellor by another one',
      correction('counsellor', of(outside, 'SIPP 1234/2025'), { licence: 'STR 98/2011' }),
    ],
    ['a number by none', correction('employee', of(employee), { nip: '' })],
    ['a licence by none', correction('counsellor', of(short, '7'), { nip: '198501012010012776', licence: '' })],
    ['an employee by somebody with a licence', correction('employee', of(employee), { licence: 'SIPP 1/2025' })],
  ] as const)('%s', (_, said) => {
    expect(problem(said)).toBe('identityOfOther');
  });

  it('whoever has a key keeps it, and nobody comes to one', () => {
    const namesake = { ...outside, nip: '198501012010012777' };
    const entry = { ...members[0]!, entryId: 'a'.repeat(32), person: toPublicPerson(namesake) };
    const said = correction('counsellor', of(outside, 'SIPP 1234/2025'), { nip: '198501012010012776' });
    expect(problem(said)).toBeNull();
    expect(problem(said, fileOf(), [...members, entry])).toBe('identityOfOther');
    const tail = correction('employee', of(employee), { nip: slipped(employee.nip, 17) });
    expect(problem(tail)).toBeNull();
    expect(problem(tail, fileOf(), members)).toBe('identityOfOther');
    expect(problem(correction('employee', of(employee), { nip: slipped(employee.nip) }), fileOf(), members)).toBeNull();
  });

  it('nobody comes far from what was signed, by however many steps', () => {
    const steps = [4, 6, 8].map((at) => slipped(employee.nip, at));
    const first = correction('employee', of(employee), { nip: slipped(slipped(employee.nip, 4), 6) });
    expect(problem(first)).toBeNull();
    const file = fileOf([['identityCorrected', first]]);
    const second = correction('employee', first.after, { nip: slipped(slipped(first.after.nip, 8), 10) });
    expect(steps).not.toContain(second.after.nip);
    expect(problem(second, file)).toBe('identityOfOther');
    expect(problem(correction('employee', first.after, { nip: employee.nip }), file)).toBeNull();
  });

  it('is of somebody whom the file names so, in that post, and of a number', () => {
    expect(problem(correction('employee', of(otherEmployee), { nip: slipped(otherEmployee.nip) }))).toBe(
      'identityNotNamed',
    );
    expect(problem(correction('assessor', of(employee), { nip: slipped(employee.nip) }))).toBe('identityNotNamed');
    expect(problem(correction('employee', of(employee), { name: `${employee.name}h` }))).toBe('identityUnchanged');
  });
});

describe('what it is for', () => {
  it.each([
    ['a slip in a NIP', correction('employee', of(employee), { nip: slipped(employee.nip) })],
    [
      'a slip, and the name spelled anew',
      correction('employee', of(employee), { nip: slipped(employee.nip), name: 'Laras Peraga Ningtiyas, S.Kom.' }),
    ],
    [
      'the licence of a counsellor from outside',
      correction('counsellor', of(outside, 'SIPP 1234/2025'), { licence: 'SIPP 1235/2025' }),
    ],
  ] as const)('%s', (_, said) => {
    expect(problem(said)).toBeNull();
  });

  it('reads the person anew where it counts, in what was signed and in its corrections, and nobody else', () => {
    const said = correction('employee', of(employee), { nip: slipped(employee.nip) });
    const corrected = { date: '2026-06-03', reason: 'Ejaan.', content: { ...contents.caseOpened, period: '2027' } };
    const { state, bodies } = fileOf([
      ['actCorrected', corrected],
      ['identityCorrected', said],
    ]);
    const file = {
      ...state,
      acts: state.acts.map((act) => (act.type === 'actCorrected' ? { ...act, about: 'act 0' } : act)),
    };
    const read = withIdentities(file, bodies, (hash) => hash === 'act 4');
    const renamed = { ...employee, nip: said.after.nip };
    expect(read.get('act 0')?.content).toEqual({ ...contents.caseOpened, employee: renamed });
    expect(read.get('act 3')?.content.content).toEqual({ ...corrected.content, employee: renamed });
    for (const hash of ['act 1', 'act 2']) expect(read.get(hash)).toBe(bodies.get(hash));
    expect(withIdentities(file, bodies, () => false)).toBe(bodies);
  });
});
