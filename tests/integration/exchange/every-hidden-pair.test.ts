import { expect, it } from 'vitest';
import { rowOf } from '../../../shared/domain/case/act-table.ts';
import type { Level } from '../../../shared/domain/case/state.ts';
import { type Role, roles } from '../../../shared/domain/identity/person.ts';
import { comparePairs, everyPair, type Run } from '../../fixtures/hidden-pairs.ts';
import { foundInstitution } from '../../fixtures/institution.ts';
import {
  allCopied,
  type Cases,
  cast,
  copied,
  ended,
  endedHeld,
  type Hidden,
  inks,
  much,
  type Name,
  namesIn,
  type Papers,
  paper,
  plain,
  type Setting,
  short,
  unit,
} from './hidden-cast.ts';
import { endedRun, independent, oddRun, run } from './hidden-runs.ts';

// For every pair of a role and what the acts table hides from it: what the role receives is the same byte for byte, up
// to keys, salts and times, with and without it. The pairs come from the table, so a new type, outcome or role without
// a case here fails.

const allPapers = Object.keys(namesIn) as Papers[];
/** What is compared: within one setting every two runs. */
const settings: readonly { readonly setting: Setting; readonly runs: readonly Hidden[] }[] = [
  {
    setting: independent,
    runs: [plain, much, ended, endedHeld, unit, copied, ...allPapers.map(paper), ...short, ...inks],
  },
  {
    setting: { kind: 'trainedAssessor', counsels: 'assessor' },
    runs: [plain, much, ended, endedHeld, paper('headForOfficial'), paper('officerForHead')],
  },
  { setting: { kind: 'counsellingOfficial', counsels: 'counsellor' }, runs: [plain, much] },
  {
    setting: { ...independent, headAssesses: true },
    runs: [plain, much, ended, unit, paper('officerForOfficial'), ...short, inks[1]!],
  },
  { setting: { ...independent, handsOver: true }, runs: [plain, much] },
];

/** Pairs that cannot be, and why. */
const never = (pair: string): boolean =>
  // Nobody but the counsellor keeps paper of what is the counsellor's alone, so nobody is asked for it.
  pair.includes(': paperAnswered@2') ||
  // What is answered is a communication, which everybody on the file knows of.
  /: responseGiven@[12]/.test(pair) ||
  // A record in the counsellor's name waits for the counsellor.
  pair === 'counsellor: waiting resultSigned' ||
  // A head sees so little as the assessor alone, who decides nothing; then the official signs, with the superior.
  /^personnelHead: followUpDecided (personnelHead|inkHead|inkOfficial)$/.test(pair);

const partsIn = ({ counsels, headAssesses = false }: Setting): Run<Name>['parts'] => ({
  head: headAssesses ? ['personnelHead', 'assessor'] : ['personnelHead'],
  officer: ['personnelOfficer'],
  official: ['authorisedOfficial'],
  assessor: [
    ...(headAssesses ? [] : (['assessor'] as const)),
    ...(counsels === 'assessor' ? (['counsellor'] as const) : []),
  ],
  counsellor: counsels === 'counsellor' ? ['counsellor'] : [],
  superior: ['assessorSuperior'],
  employee: ['employee'],
  coach: ['coach', 'mentor'],
  nextHead: [],
  nextOfficial: [],
});

const succeeding = { nextHead: ['personnelHead'], nextOfficial: ['authorisedOfficial'] } as const;

const asRun = (desk: Cases, setting: Setting, name: string): Run<Name> => ({
  ...desk,
  name,
  parts: { ...partsIn(setting), ...(setting.handsOver && succeeding) },
  ends: setting.handsOver ? { head: 'postHandedOver', official: 'postHandedOver' } : {},
});

it('is the same for every pair of a role and what is hidden from it, with and without that', async () => {
  const { members } = await foundInstitution(cast);
  const alike = new Set<string>();
  const unlike: string[] = [];
  const least = new Map<Role, Level>();
  const note = (made: ReturnType<typeof comparePairs>): void => {
    unlike.push(...made.told, ...made.strangers);
    for (const pair of made.alike) alike.add(pair);
    for (const [role, level] of made.least) least.set(role, Math.min(level, least.get(role) ?? 2) as Level);
  };
  for (const { setting, runs } of settings) {
    const made: Run<Name>[] = [];
    for (const hidden of runs) made.push(asRun(await run(members, setting, hidden), setting, JSON.stringify(hidden)));
    note(comparePairs(made));
  }
  note(comparePairs([asRun(await endedRun(members), independent, 'ended')]));
  const odd = asRun(await oddRun(members), independent, 'odd');
  note(comparePairs([{ ...odd, parts: { ...odd.parts, superior: ['assessorSuperior', 'assessor'] } }]));
  const wanted = everyPair(roles, least);
  const missing = wanted.filter((pair) => !alike.has(pair) && !never(pair));
  expect({ unlike, missing }).toEqual({ unlike: [], missing: [] });
  expect([...alike].filter(never)).toEqual([]);
  // A guard that asks for nothing would let everything pass.
  expect(wanted.length).toBeGreaterThan(200);
}, 900_000);

it('is the same for whoever gets copies, of whatever there may be one, with and without all else', async () => {
  const { members } = await foundInstitution(cast);
  const runs: Run<Name>[] = [];
  for (const hidden of allCopied)
    runs.push(asRun(await run(members, independent, hidden), independent, JSON.stringify(hidden)));
  const { alike, told } = comparePairs(runs);
  expect(told).toEqual([]);
  for (const act of ['referralRecorded', 'sessionMissed', 'followUpProgressed'])
    expect([...alike]).toContain(`employee: ${act}`);
  const copies = await members.employee.calls.get('exchange.copies', {});
  const copied = runs.map(({ caseId }) => copies.filter((copy) => copy.caseId === caseId).length);
  expect(copied).toEqual(runs.map(() => rowOf('copyReleased').aboutTypes.length));
}, 600_000);
