import type {
  ErasureView,
  RetentionFile,
  RetentionGuidance,
  RetentionYear,
} from '../../../shared/contract/retention.ts';
import { firstSchedule } from '../../../shared/domain/retention/schedule.ts';
import { assessor, counsellor, personnelOfficer } from '../../fixtures/people/cast.ts';
import type { Answers } from '../window/stand-in.ts';
import { hex } from './files.ts';

const file = (index: number, change: Partial<RetentionFile>): RetentionFile => ({
  caseId: hex(index, 32),
  kind: 'notCounselled',
  listNumber: '',
  from: '2025-03-05',
  to: '2025-10-05',
  acts: 9,
  attachments: 3,
  dueOn: '2026-10-05',
  disposition: 'destroy',
  frozen: null,
  erasureId: null,
  obstacle: null,
  ...change,
});

const since = '2026-11-02T02:00:00.000Z';

/** One file for each way in which it can stand. */
const files: RetentionFile[] = [
  file(1, { listNumber: '12/2025' }),
  file(2, { kind: 'wrongEmployee' }),
  file(3, {
    listNumber: '15/2025',
    frozen: { reason: 'appeal', note: 'Banding ke BPASN, surat 7/2026', since },
    obstacle: 'fileFrozen',
  }),
  file(4, { listNumber: '17/2025', erasureId: hex(21, 32), obstacle: 'fileInErasure' }),
  file(5, { listNumber: '3/2026', to: '2026-05-11', dueOn: '2027-05-11', obstacle: 'fileNotDue' }),
  file(7, { kind: 'unopened', dueOn: '2026-12-05', obstacle: 'fileNotDue', acts: 2, attachments: 0 }),
  file(6, { kind: 'counselled', listNumber: '4/2026', dueOn: null, disposition: null, obstacle: 'fileNotDue' }),
];

const { dueOn, disposition } = files[0]!;
const free = { dueOn, disposition, frozen: null, erasureId: null, obstacle: null };

const guidance: RetentionGuidance[] = [
  {
    guidanceId: hex(51, 32),
    form: 'coaching',
    from: '2024-02-05',
    to: '2025-06-12',
    records: 4,
    attachments: 2,
    ...free,
  },
  {
    guidanceId: hex(52, 32),
    form: 'mentoring',
    from: '2025-01-08',
    to: '2026-01-20',
    records: 2,
    attachments: 0,
    ...free,
    dueOn: '2029-01-20',
    obstacle: 'fileNotDue',
  },
];

const learning: RetentionYear[] = [
  { year: '2020', records: 214, plans: 31, attachments: 180, ...free },
  {
    year: '2021',
    records: 240,
    plans: 0,
    attachments: 200,
    ...free,
    frozen: { reason: 'examination', note: '', since },
    obstacle: 'fileFrozen',
  },
];

const { caseId, kind, listNumber, from, to, acts, attachments } = files[3]!;

/** An erasure in each state. */
const erasures: ErasureView[] = (['proposed', 'approved', 'done', 'withdrawn'] as const).map((state, index) => ({
  erasureId: hex(21 + index, 32),
  state,
  createdAt: since,
  updatedAt: since,
  content: {
    holding: 'archive',
    reason: 'Masa simpan menurut jadwal lewat; tidak ada keberatan, banding atau pemeriksaan yang berjalan.',
    proposedOn: `2026-11-0${9 - index}`,
    files: [{ caseId, kind, listNumber, from, to, acts, attachments }],
    guidance: [{ guidanceId: hex(53, 32), from: '2022-03-01', to: '2023-02-10', records: 3, attachments: 1 }],
    learning: [{ year: '2019', records: 180, plans: 12, attachments: 90 }],
    approval:
      state === 'proposed'
        ? null
        : {
            official: 'Sekretaris Utama',
            number: '88/2026',
            date: '2026-11-10',
            consideration: 'Tidak bernilai guna.',
          },
    execution: state === 'done' ? { number: '2/BA/2026', date: '2026-11-12', place: '', witnesses: [] } : null,
    outOfReach: state === 'done' ? { receivers: 3, backups: 1 } : null,
    sharers: [],
  },
}));

/** What the page of retention asks. */
export const retentionAnswers = {
  'retention.exposure': {
    files: [
      {
        caseId: hex(1, 32),
        opening: null,
        employeeName: 'Amara Contoh Lestari, S.Kom.',
        listNumber: '12/2026',
        acts: [
          { type: 'caseOpened', on: '2026-02-04', form: 'all' },
          { type: 'reportSubmitted', on: '2026-05-06', form: 'all' },
          { type: 'resultSigned', on: '2026-08-12', form: 'header' },
        ],
      },
      {
        caseId: hex(1, 32),
        opening: hex(7, 64),
        employeeName: 'Bayu Contoh Pratama',
        listNumber: '',
        acts: [{ type: 'caseOpened', on: '2026-02-11', form: 'all' }],
      },
      {
        caseId: hex(2, 32),
        opening: null,
        employeeName: '',
        listNumber: '9/2025',
        acts: [{ type: 'caseOpened', on: '2025-03-05', form: 'all' }],
      },
    ],
    persons: 214,
    guidance: 6,
    notes: 3,
  },
  'case.retention': {
    holding: 'archive',
    schedule: {
      ...firstSchedule,
      notCounselled: { active: 1, inactive: 0, disposition: 'destroy', citation: 'Jadwal sendiri' },
      guidance: { active: 1, inactive: 2, disposition: 'destroy', citation: 'Jadwal retensi instansi' },
    },
    files,
    erasures,
  },
  'guidance.retention': guidance,
  'competence.retention': learning,
  'exchange.erasures': {
    requests: [{ caseId: files[1]?.caseId ?? '', name: personnelOfficer.name }],
    asked: [
      {
        erasureId: hex(23, 32),
        receiver: `${assessor.name}, ${assessor.position}`,
        files: 3,
        askedAt: since,
        receivedAt: since,
        answers: { erased: 1, kept: 1, notHere: 0 },
      },
      {
        erasureId: hex(23, 32),
        receiver: `${counsellor.name}, ${counsellor.position}`,
        files: 1,
        askedAt: null,
        receivedAt: null,
        answers: { erased: 0, kept: 0, notHere: 0 },
      },
    ],
    due: [
      { entryId: hex(31, 32), name: counsellor.name, asks: 1, answers: 0, sealedAt: null, olderProgram: true },
      { entryId: hex(32, 32), name: personnelOfficer.name, asks: 2, answers: 1, sealedAt: since, olderProgram: false },
    ],
  },
} satisfies Answers;

/** Before anything ended, and before anybody said what the vault holds. */
export const noRetention = {
  holding: null,
  schedule: firstSchedule,
  files: [],
  erasures: [],
};
