import type { ReviewItem } from '../../../shared/contract/review.ts';
import type { ActType } from '../../../shared/domain/case/act-type.ts';
import { choicesOf } from '../../../shared/domain/package/review.ts';
import { assessor, employee, personnelHead, personnelOfficer } from '../../fixtures/people/cast.ts';
import { carried, due, toAssessor, unknown } from './exchange.ts';
import { hex } from './files.ts';

const single = (number: number, type: ActType, state: ReviewItem['acts'][number]['state'], codes: string[] = []) => ({
  ...carried(number, type),
  state,
  codes,
});

const reviewed = (number: number, kind: ReviewItem['kind'], change: Partial<ReviewItem> = {}): ReviewItem => ({
  itemId: hex(number, 64),
  kind,
  from: toAssessor,
  at: '2026-11-20T03:00:00.000Z',
  ...due,
  packageId: null,
  details: [],
  acts: [],
  act: null,
  files: [],
  choices: [...choicesOf(kind)],
  decision: null,
  askedAt: null,
  waits: true,
  ...change,
});

/** Two files that version 0.3 let be opened under one number. */
const twoFiles: ReviewItem['files'] = [
  { counts: true, opener: unknown, openedOn: '2026-02-03', employeeName: employee.name, acts: 7, ownActs: 1 },
  { counts: false, opener: toAssessor, openedOn: '2026-02-02', employeeName: employee.name, acts: 6, ownActs: 0 },
];

/** What is to be looked at: packages held, acts of a case, what was decided, and what version 0.3 took. */
export const reviewItems: ReviewItem[] = [
  reviewed(41, 'actRefused', {
    packageId: hex(42, 32),
    details: ['enteredByOther'],
    acts: [
      single(43, 'feedbackRecorded', 'takeable'),
      single(44, 'counsellingDecided', 'refused', ['enteredByOther']),
      single(45, 'reportRegistered', 'waits'),
      single(46, 'reportSubmitted', 'here'),
    ],
  }),
  reviewed(47, 'actKeyRevoked', {
    packageId: hex(48, 32),
    details: [assessor.name],
    acts: [single(49, 'feedbackRecorded', 'takeable', ['actKeyRevoked'])],
    askedAt: '2026-11-21T03:00:00.000Z',
  }),
  reviewed(71, 'actOtherOpening', {
    packageId: hex(72, 32),
    details: [assessor.name],
    acts: [single(73, 'caseOpened', 'takeable', ['actOtherOpening']), single(74, 'reportSubmitted', 'takeable')],
    files: twoFiles,
  }),
  reviewed(75, 'fileSetAside', {
    acts: [single(76, 'caseOpened', 'aside'), single(77, 'reportSubmitted', 'aside')],
    files: twoFiles,
    waits: false,
  }),
  reviewed(78, 'erasureAsked', { details: ['fileFrozen'] }),
  reviewed(70, 'keyList', { caseId: null, employeeName: null }),
  reviewed(60, 'personsAlike', {
    packageId: hex(61, 32),
    details: ['Damar Contohwijaya'],
    acts: [single(62, 'feedbackRecorded', 'refused', ['personsAlike'])],
    choices: [...choicesOf('personsAlike', true)],
  }),
  reviewed(63, 'personsAlike', {
    packageId: hex(64, 32),
    acts: [single(65, 'feedbackRecorded', 'takeable')],
    decision: {
      choice: 'tell',
      at: '2026-11-22T03:00:00.000Z',
      reason: '',
      answers: [
        {
          person: { name: 'Damar Contohwijaya', nip: '', unit: '' },
          entryId: '4'.repeat(32),
          same: true,
          known: assessor.name,
        },
      ],
      stays: null,
    },
  }),
  reviewed(50, 'signerUnknown', { from: unknown, packageId: hex(51, 32), caseId: null, employeeName: null }),
  reviewed(52, 'superseded', {
    act: {
      type: 'counsellingDecided',
      author: personnelHead.name,
      statedAt: '2026-11-18T03:00:00.000Z',
      statedOn: '2026-11-18',
    },
  }),
  reviewed(53, 'asksMe', {
    act: {
      type: 'counsellingDecided',
      author: personnelHead.name,
      statedAt: '2026-11-18T03:00:00.000Z',
      statedOn: '2026-11-18',
    },
  }),
  reviewed(54, 'packageFork', {
    packageId: hex(55, 32),
    decision: { choice: 'refuse', at: '2026-11-22T03:00:00.000Z', reason: 'Salah kirim.', answers: [], stays: null },
    waits: false,
  }),
  reviewed(56, 'actRefused', {
    packageId: hex(57, 32),
    acts: [single(58, 'feedbackRecorded', 'here')],
    decision: { choice: 'take', at: '2026-11-22T04:00:00.000Z', reason: '', answers: [], stays: 'builtUpon' },
    waits: false,
  }),
  reviewed(59, 'keptForOneself', {
    act: {
      type: 'reportRegistered',
      author: personnelOfficer.name,
      statedAt: '2026-03-18T03:00:00.000Z',
      statedOn: '2026-03-18',
    },
    waits: false,
  }),
];
