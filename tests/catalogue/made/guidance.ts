import type { GuidanceSummary, RecordView } from '../../../shared/contract/guidance.ts';
import { turnOf } from '../../../shared/domain/guidance/original.ts';
import {
  belongsTo,
  type GuidanceRecord,
  guidanceKinds,
  requiredParties,
} from '../../../shared/domain/guidance/record.ts';
import type { RecordContent } from '../../../shared/domain/guidance/record-contents.ts';
import type { GuidanceFile } from '../../../shared/domain/guidance/working-file.ts';
import {
  coachingSample,
  communitySample,
  mentoringSample,
  preCoachingSample,
  summarySample,
  workDialogueSample,
  workedCoaching,
  workedCommunity,
  workedDialogue,
  workedInternship,
  workedMentoring,
} from '../../fixtures/guidance.ts';
import { assessor, counsellor, employee, institution, personnelOfficer } from '../../fixtures/people/cast.ts';
import { type Answers, refuse } from '../window/stand-in.ts';
import { hex, scan } from './files.ts';
import { holder } from './holder.ts';

/** The files of guidance, by what they show. */
export const ids = {
  coaching: hex(61, 32),
  mentoring: hex(62, 32),
  received: hex(63, 32),
  dialogue: hex(69, 32),
  learningCommunity: hex(65, 32),
  internship: hex(66, 32),
};

const coaching: GuidanceFile = {
  ...workedCoaching(),
  leader: holder,
  goals: [
    ...workedCoaching().goals,
    {
      ...workedCoaching().goals[0]!,
      goalId: hex(3, 32),
      state: 'met',
      result: 'Tiga laporan tepat waktu.',
      achievable: '',
      aligned: 'no',
    },
  ],
  needFrom: ['performanceEvaluation', 'superiorJudgement'],
  plan: {
    schedule: 'Setiap dua pekan, Selasa pukul 09.00',
    method: 'Percakapan langsung dengan daftar periksa',
    material: 'Laporan bulanan',
    evaluation: 'Akhir Desember',
  },
};
const mentoring: GuidanceFile = {
  ...workedMentoring(),
  leader: holder,
  needFrom: ['interview'],
  fit: {
    knowledge: 'Menyusun pedoman peta data instansi',
    experience: 'Lima tahun mengelola data layanan',
    skill: 'Pemetaan dan pemeriksaan data',
    relation: 'Bekerja dalam tim yang sama sejak 2024',
  },
  processPlan: {
    schedule: 'Setiap Jumat pukul 13.30, di antara tugas layanan',
    method: 'Mengamati, mencoba bersama, mencoba sendiri',
    material: 'Pedoman peta data dan tiga peta yang sudah ada',
    evaluation: 'Pemeriksaan satu peta data, lalu wawancara',
  },
  evaluation: {
    date: '2027-01-29',
    by: ['performanceEvaluation', 'interview'],
    outcome: 'achieved',
    lessons: 'Memeriksa sumber data sebelum memetakan.',
    next: 'Mendampingi rekan satu unit.',
  },
  obstacles: [
    { kind: 'time', agreed: 'Sesi dijadwalkan pada jam tanpa layanan loket.', helped: 'yes' },
    { kind: 'resistance', agreed: 'Tujuan program dijelaskan dalam rapat unit.', helped: '' },
  ],
  agreement: { agreedOn: '2026-11-20', limits: 'Hanya pekerjaan pemetaan', confidentiality: 'Tetap di antara kami' },
  sessions: [
    {
      sessionId: hex(4, 32),
      state: 'held',
      date: '2026-11-20',
      startTime: '09:00',
      zone: 'WIT',
      minutes: 90,
      place: 'Ruang data',
      activity: 'Mengamati pemetaan',
      result: 'Daftar sumber data',
    },
  ],
};

const recordOf = (
  guidanceId: string,
  content: RecordContent,
  leader = holder,
  participants = [employee],
): GuidanceRecord => ({
  format: 'bilik/guidance-record/v1',
  recordId: hex(5, 32),
  guidanceId,
  guidance: guidanceKinds.find((kind) => belongsTo(content.kind, kind)) ?? 'coaching',
  topic: 'Mutu data bulanan',
  institution,
  period: '2026',
  leader,
  participants,
  content,
  statedAt: '2026-11-20T03:00:00.000Z',
});

/** A coaching of two employees, of whom the holder is the second. */
const ofGroup = (): GuidanceRecord => recordOf(ids.received, coachingSample(), assessor, [employee, holder]);

interface Signing {
  /** Parties that signed in a vault. */
  readonly signed?: readonly number[];
  readonly paper?: boolean;
  /** Parties that signed the original that is here, in order. */
  readonly original?: readonly number[];
}

const viewOf = (
  number: number,
  record: GuidanceRecord,
  { signed = [], paper = false, original }: Signing = {},
): RecordView => {
  const required = requiredParties(record);
  const turn = turnOf(record, original?.length ?? 0);
  const own = [record.leader, ...record.participants].findIndex(({ name }) => name === holder.name);
  const complete = paper || required.every((party) => signed.includes(party));
  const begins = original === undefined && complete;
  return {
    hash: hex(number, 64),
    record,
    kind: record.content.kind,
    origin: record.leader === holder ? 'made' : 'received',
    createdAt: '2026-11-20T03:00:00.000Z',
    parties: [record.leader, ...record.participants].map(({ name }, party) => ({
      party,
      name,
      required: required.includes(party),
      own: name === holder.name,
      clockCorrected: false,
      signedAt: signed.includes(party) ? '2026-11-21T03:00:00.000Z' : null,
      keyFingerprint: signed.includes(party) ? '3f1c 88a0 52de 7b94' : '',
    })),
    paper: paper ? { medium: 'ink', signedOn: '2026-11-22', attachmentIds: [hex(1, 32)] } : null,
    complete,
    documentId: null,
    original: original === undefined ? null : { attachmentId: hex(1, 32), signed: [...original], turn },
    mayContinue: !paper && !begins && turn === own,
  };
};

/** Records of the coaching: unsigned, signed by one, by both, on paper, damaged. */
export const records = {
  unsigned: viewOf(71, recordOf(ids.coaching, coachingSample())),
  half: viewOf(72, recordOf(ids.coaching, coachingSample()), { signed: [0], original: [0] }),
  complete: viewOf(73, recordOf(ids.coaching, coachingSample({ alternatives: 'Meminta data lebih awal.' })), {
    signed: [0, 1],
    original: [0, 1],
  }),
  summary: viewOf(74, recordOf(ids.coaching, summarySample()), { paper: true }),
  preCoaching: viewOf(75, recordOf(ids.coaching, preCoachingSample)),
  mentoring: viewOf(76, recordOf(ids.mentoring, mentoringSample), { signed: [0, 1] }),
} as const;
const damaged: RecordView = { ...viewOf(77, recordOf(ids.coaching, coachingSample())), record: null };

const { unsigned, half, complete, summary, preCoaching } = records;
const opened = {
  [ids.coaching]: { file: coaching, records: [unsigned, half, complete, summary, preCoaching, damaged] },
  [ids.mentoring]: { file: mentoring, records: [records.mentoring] },
  [ids.learningCommunity]: {
    file: { ...workedCommunity(), leader: holder },
    records: [viewOf(79, recordOf(ids.learningCommunity, communitySample), { paper: true })],
  },
  [ids.internship]: { file: { ...workedInternship(), leader: holder }, records: [] },
  [ids.dialogue]: {
    file: { ...workedDialogue(), leader: holder },
    records: [viewOf(89, recordOf(ids.dialogue, workDialogueSample()), { signed: [0] })],
  },
  [ids.received]: {
    file: null,
    // Of a group: the holder's turn has come; has not; and the record is signed, its original waits for another.
    records: [
      viewOf(78, recordOf(ids.received, coachingSample(), assessor), { signed: [0] }),
      viewOf(90, ofGroup(), { signed: [0, 1, 2], original: [0, 1] }),
      viewOf(91, ofGroup(), { signed: [0, 2], original: [0] }),
      viewOf(92, ofGroup(), { signed: [0, 1, 2], original: [0, 1, 2] }),
    ],
  },
};

const summaryOf = (guidanceId: string, change: Partial<GuidanceSummary> = {}): GuidanceSummary => ({
  guidanceId,
  kind: 'coaching',
  topic: 'Mutu data bulanan',
  leader: holder.name,
  participants: [employee.name],
  unit: employee.unit,
  status: 'open',
  own: true,
  sessionsHeld: 1,
  nextSession: '2026-11-27',
  goalsMet: 1,
  goals: 2,
  records: 3,
  unsigned: 2,
  waitingForMe: 1,
  updatedAt: '2026-11-20T03:00:00.000Z',
  ...change,
});

const session = (number: number, change: object = {}) => ({
  guidanceId: ids.coaching,
  sessionId: hex(number, 32),
  kind: 'coaching' as const,
  label: 'Mutu data bulanan',
  state: 'planned' as const,
  date: '2026-11-27',
  startTime: '09:00',
  zone: 'WIB',
  minutes: 30,
  place: 'Ruang rapat kecil',
  ...change,
});

const coach = {
  coachId: hex(81, 32),
  archived: false,
  person: assessor,
  kinds: ['coaching' as const, 'mentoring' as const],
  qualification: 'Sertifikat coach, Lembaga Peraga 2025',
  topics: ['Mutu data', 'Layanan'],
  training: [{ title: 'Pelatihan coach', date: '2025-05-02', proof: 'Sertifikat 12/2025' }],
  availability: 'Selasa pagi',
  remark: '',
};

/** A vault whose holder coaches and mentors. */
export const guidanceAnswers: Answers = {
  'guidance.list': [
    summaryOf(ids.coaching),
    summaryOf(ids.mentoring, { kind: 'mentoring', topic: 'Pemetaan data', waitingForMe: 0, nextSession: '' }),
    summaryOf(ids.learningCommunity, {
      kind: 'learningCommunity',
      topic: 'Peta data',
      goals: 0,
      waitingForMe: 0,
      unsigned: 0,
    }),
    summaryOf(ids.internship, {
      kind: 'internship',
      topic: 'Layanan data',
      goals: 0,
      waitingForMe: 0,
      records: 0,
      unsigned: 0,
    }),
    summaryOf(ids.dialogue, { kind: 'dialogue', topic: 'Dialog kerja', waitingForMe: 0, nextSession: '', goals: 0 }),
    summaryOf(ids.received, { own: false, leader: assessor.name, goals: 0, goalsMet: 0, sessionsHeld: 0 }),
    summaryOf(hex(64, 32), { status: 'concluded', topic: 'Layanan loket', waitingForMe: 0, unsigned: 0 }),
  ],
  'guidance.get': ({ guidanceId }) => {
    const found = opened[guidanceId];
    return found === undefined
      ? refuse('unknownGuidance')
      : {
          guidanceId,
          kind: found.file?.kind ?? 'coaching',
          revision: found.file === null ? 0 : 3,
          createdAt: '2026-11-01T03:00:00.000Z',
          updatedAt: '2026-11-20T03:00:00.000Z',
          ...found,
        };
  },
  'guidance.prepareOverview': { viewId: 'kertas', size: 1000 },
  'guidance.prepare': { viewId: 'kertas', size: 1000 },
  'guidance.documentOf': { documentId: hex(900, 32) },
  'guidance.receivers': {
    certified: true,
    receivers: [{ entryId: hex(2, 32), name: employee.name, party: 1, signed: false, olderProgram: false }],
  },
  'guidance.calendar': [
    session(1),
    session(2, { date: '2026-11-24', state: 'held', startTime: '13:00' }),
    session(3, { date: '2026-11-10', state: 'missed', kind: 'mentoring', label: 'Pemetaan data' }),
  ],
  'guidance.reminders': [
    { guidanceId: ids.coaching, kind: 'session', date: '2026-11-27', label: 'Sesi 2', topic: 'Mutu data bulanan' },
    {
      guidanceId: ids.coaching,
      kind: 'action',
      date: '2026-11-20',
      label: 'Permintaan data',
      topic: 'Mutu data bulanan',
    },
    { guidanceId: ids.received, kind: 'signature', date: '2026-11-21', label: 'Coaching', topic: 'Mutu data bulanan' },
  ],
  'guidance.coaches': [
    { ...coach, trainingPlanned: null },
    { ...coach, trainingPlanned: 2026, coachId: hex(83, 32), person: personnelOfficer, training: [] },
    {
      ...coach,
      trainingPlanned: null,
      coachId: hex(82, 32),
      person: counsellor,
      qualification: '',
      topics: [],
      training: [],
    },
  ],
  'guidance.figures': {
    sessionsByMonth: ['2026-01', '2026-02', '2026-03'].map((month, index) => ({
      month,
      coaching: 3 + index,
      mentoring: 2 - index,
    })),
    goals: { open: 3, met: 5, partly: 2, notMet: 1 },
  },
  'guidance.toCase': {
    content: {
      date: '2026-11-24',
      source: 'assessor',
      sourceName: '',
      content: summarySample().summary,
    },
    attachments: [scan(1)],
  },
};
