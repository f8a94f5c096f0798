import type { ActView, CaseView } from '@shared/contract/case.ts';
import type { Settings } from '@shared/contract/settings.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import { defaultNumbering } from '@shared/domain/documents/numbering.ts';
import { defaultPlaceholders } from '@shared/domain/documents/placeholders.ts';
import type { PrefillContext } from '../../../renderer/features/cases/act-form/prefill/context.ts';
import {
  assessor,
  assessorSuperior,
  authorisedOfficial,
  employee,
  institution,
  personnelHead,
} from '../../fixtures/people/cast.ts';

/** An act as the window receives it, with the given content. */
export const actView = (type: ActType, content: Record<string, unknown>, more: Partial<ActView> = {}): ActView => ({
  hash: `${type}${JSON.stringify(content).length}`.padEnd(64, '0'),
  type,
  capacity: 'assessor',
  origin: 'vault',
  facts: [],
  statedAt: '2026-11-01T02:00:00.000Z',
  statedOn: '2026-11-01',
  isDayTold: true,
  recordedAt: '2026-11-01T02:00:00.000Z',
  about: null,
  own: true,
  ownRecord: false,
  enteredAs: null,
  clockCorrected: false,
  attachmentNames: [],
  byParts: true,
  confirmation: null,
  inMyName: false,
  identity: null,
  keyFingerprint: '0123 4567 89ab cdef',
  signer: null,
  damage: null,
  withoutEffect: null,
  body: null,
  files: [],
  currentContent: content,
  correctedBy: null,
  deliveries: [],
  documentKind: null,
  ...more,
});

/** A file with these acts. */
export const caseView = (acts: readonly ActView[]): CaseView => ({
  mistakenAt: null,
  summary: {
    caseId: '0'.repeat(32),
    employeeName: employee.name,
    nipMasked: '1991••••••••••2999',
    unit: employee.unit,
    assessorName: assessor.name,
    period: '2026',
    phase: 'monitoring',
    closed: false,
    listNumber: '',
    counsellorKind: null,
    nextDue: null,
    waitsForHolder: false,
    copiesDue: [],
    correctionsDue: [],
    nextSession: null,
    openedAt: '2026-10-01T02:00:00.000Z',
    lastActAt: '2026-11-01T02:00:00.000Z',
  },
  employee,
  employeeForAll: employee,
  assessor,
  assessorSuperior,
  institution,
  phases: [],
  acts: [...acts],
  available: [],
  mayDecide: [],
  awaitedDeciders: [],
  resultReceivers: [],
  documents: [],
  attachments: [],
});

const settings: Settings = {
  institution: { name: institution, address: '', city: '', contact: 'Bagian Kepegawaian, 021-000000' },
  numbering: { ...defaultNumbering, template: '{nomor}' },
  placeholders: defaultPlaceholders,
  defaultClassification: 'secret',
  idleMinutes: 5,
  reminderDays: 14,
  correctionDays: 14,
  personnelHead,
  authorisedOfficial,
  assessorSuperior: null,
  customFollowUps: [],
  burdensomeFollowUps: ['transferProposal', 'disciplineRecommendation'],
  objectionWay: '',
  conductList: 'berakhlak',
  caseFilters: [],
};

/** A prefill context in which the assessor is at work; texts come back as their keys. */
export const prefillContext = (acts: readonly ActView[], more: Partial<PrefillContext> = {}): PrefillContext => ({
  today: '2026-11-24',
  view: caseView(acts),
  settings,
  holder: assessor,
  holderRoles: ['assessor'],
  capacity: 'assessor',
  about: null,
  t: (key, values) => (values?.content === undefined ? key : `${values.date} ${values.source}: ${values.content}`),
  ...more,
});

export const feedback = {
  date: '2026-10-05',
  source: 'peer',
  sourceName: '',
  content: 'Tiga kali tidak hadir dalam rapat harian.',
};
export const identified = {
  date: '2026-10-10',
  behaviour: 'Menolak bekerja bersama rekan satu tim.',
  conduct: [],
  monitoring: 'Target layanan data bulan September tidak tercapai.',
  comparisons: [{ scope: 'team', progress: 'Tim lain mencapai 96 %.' }],
  judgement: 'hinders',
  level: 'team',
};
export const communicated = {
  date: '2026-10-12',
  place: 'Ruang rapat kecil',
  facts: 'Pada 5–9 Oktober tidak hadir dalam rapat harian.',
  effect: 'Pekerjaan tim tertunda dua hari.',
  expectedChange: 'Hadir dan melapor setiap pagi.',
  expectedBy: '2026-10-30',
  response: '',
  acknowledgement: 'signed',
};
export const unchanged = {
  date: '2026-10-31',
  outcome: 'unchanged',
  explanation: 'Masih tidak hadir pada 20–24 Oktober.',
};
