import type { Role } from '@shared/domain/identity/person.ts';
import { type CopiedAct, type CopyInput, isCopyForEmployee } from '@shared/domain/package/copy.ts';
import { expect, it } from 'vitest';

const copy: CopiedAct = {
  header: { type: 'copyReleased', capacity: 'assessor', authorKey: 'a', origin: 'vault', about: 'act' },
  enteredAs: null,
  form: 'all',
  isOwnName: true,
  hasPaper: true,
};
const receipt: CopiedAct = {
  header: { type: 'copyAcknowledged', capacity: 'employee', authorKey: 'old', origin: 'vault', about: 'copy' },
  enteredAs: null,
  form: 'all',
  isOwnName: true,
  hasPaper: false,
};
const answer: CopiedAct = {
  header: { type: 'correctionAnswered', capacity: 'personnelHead', authorKey: 'h', origin: 'vault', about: 'request' },
  enteredAs: null,
  form: 'all',
  isOwnName: true,
  hasPaper: false,
};
const roles: Readonly<Record<string, readonly Role[]>> = {
  a: ['assessor'],
  e: ['employee'],
  h: ['personnelHead'],
  o: ['personnelOfficer'],
};
const onPaper: CopiedAct = {
  ...answer,
  header: { ...answer.header, authorKey: 'o', origin: 'paper' },
  enteredAs: 'personnelOfficer',
  isOwnName: false,
};
const arriving = (change: Partial<CopyInput> = {}): boolean =>
  isCopyForEmployee({
    acts: [copy],
    holdsFile: false,
    roles: ['employee'],
    ownKeys: ['old', 'own'],
    requests: [{ hash: 'request', assessor: 'a' }],
    isSamePerson: (key, other) => key === other,
    rolesOf: (key) => roles[key] ?? [],
    ...change,
  });

const response: CopiedAct = { ...receipt, header: { ...receipt.header, type: 'responseGiven' } };

it('an employee receives copies with their papers, and the own receipts and answers after a loss', () => {
  expect(arriving()).toBe(true);
  expect(arriving({ acts: [copy, receipt] })).toBe(true);
  expect(arriving({ acts: [receipt] })).toBe(true);
  expect(arriving({ acts: [answer] })).toBe(true);
  expect(arriving({ acts: [onPaper] })).toBe(true);
  expect(arriving({ acts: [copy, response] })).toBe(true);
});

it.each<[why: string, change: Partial<CopyInput>]>([
  ['the receiver is no employee', { roles: ['assessor'] }],
  ['the receiver takes part in the case: its acts come by the table', { holdsFile: true }],
  ['there is nothing', { acts: [] }],
  ['the paper is missing', { acts: [{ ...copy, hasPaper: false }] }],
  ['a header comes alone', { acts: [{ ...copy, form: 'header' }] }],
  ['another act comes along', { acts: [copy, { ...copy, header: { ...copy.header, type: 'resultSigned' } }] }],
  ['the receipt is of somebody else', { acts: [copy, { ...receipt, header: { ...receipt.header, authorKey: 'x' } }] }],
  ['the answer is of somebody else', { acts: [copy, { ...response, header: { ...response.header, authorKey: 'x' } }] }],
  ['an employee releases it', { acts: [{ ...copy, header: { ...copy.header, capacity: 'employee' } }] }],
  [
    'it is entered from paper in the name of somebody else',
    { acts: [{ ...copy, isOwnName: false, header: { ...copy.header, origin: 'paper' } }] },
  ],
  [
    'it is entered from paper in a role of somebody else',
    { acts: [{ ...copy, header: { ...copy.header, capacity: 'personnelHead', origin: 'paper' } }] },
  ],
  ['an answer is to a request of somebody else', { acts: [answer], requests: [] }],
  [
    'an answer is by the assessor',
    { acts: [{ ...answer, header: { ...answer.header, capacity: 'assessor', authorKey: 'a' } }] },
  ],
  ['the assessor answers as the head', { acts: [{ ...answer, header: { ...answer.header, authorKey: 'a' } }] }],
  ['it is an answer on paper without its scan', { acts: [{ ...onPaper, enteredAs: null }] }],
  [
    'an answer on paper is entered in a role that nobody certified',
    { acts: [{ ...onPaper, enteredAs: 'personnelHead' }] },
  ],
  [
    'an answer on paper is entered by the assessor',
    { acts: [{ ...onPaper, header: { ...onPaper.header, authorKey: 'a' }, enteredAs: 'assessor' }] },
  ],
  [
    'who answers as the head released the copy as assessor',
    { acts: [answer], requests: [{ hash: 'request', assessor: 'h' }] },
  ],
  ['who enters it has a part in no file', { acts: [{ ...copy, header: { ...copy.header, authorKey: 'e' } }] }],
])('but not when %s', (_why, change) => {
  expect(arriving(change)).toBe(false);
});
