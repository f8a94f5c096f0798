import { defaultNumbering } from '@shared/domain/documents/numbering.ts';
import { defaultPlaceholders } from '@shared/domain/documents/placeholders.ts';
import { openingViews } from '../../../electron/backend/case/available-view.ts';
import type { OutputOf } from '../../../shared/contract/method.ts';
import type { officeContract } from '../../../shared/contract/office.ts';
import type { FollowUpEntry } from '../../../shared/contract/overview.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { ActType } from '../../../shared/domain/case/act-type.ts';
import { phases } from '../../../shared/domain/case/state.ts';
import type { Role } from '../../../shared/domain/identity/person.ts';
import { officeContents } from '../../fixtures/office.ts';
import { caseNames } from '../../fixtures/people/case-names.ts';
import {
  assessorSuperior,
  authorisedOfficial,
  employee,
  institution,
  otherEmployee,
  personnelHead,
} from '../../fixtures/people/cast.ts';
import { people } from '../../fixtures/people/everyone.ts';
import { type Answers, refuse } from '../window/stand-in.ts';
import { checkIn, checkNew, sessionsIn, summaryOf, viewOf } from './case.ts';
import { cases, findCase, mistakenCase } from './cases.ts';
import { evaluationAnswers } from './evaluations.ts';
import { exchangeAnswers, signedFiles } from './exchange.ts';
import { documentOf, hex, scan } from './files.ts';
import { guidanceAnswers } from './guidance.ts';
import { holderEntry, roles } from './holder.ts';
import { learningAnswers } from './learning.ts';
import { notebookAnswers } from './notebook.ts';
import { pdf, readPdf } from './pdf.ts';
import { retentionAnswers } from './retention.ts';
import { reviewItems } from './review.ts';

/** Language and appearance of the page. */
export interface Appearance {
  readonly language: 'id' | 'en';
  readonly colorScheme: 'light' | 'dark';
}

const settings: Settings = {
  institution: {
    name: institution,
    address: 'Jalan Peragaan Nomor 1',
    city: 'Kota Contoh',
    contact: 'Bagian Kepegawaian, 021-000000',
  },
  placeholders: defaultPlaceholders,
  numbering: {
    ...defaultNumbering,
    template: '{derajat}-{nomor}/{kode_jabatan}/{klasifikasi}/{bulan}/{tahun}',
    positionCode: 'KBK',
    classificationCode: 'KP.05',
  },
  defaultClassification: 'secret',
  idleMinutes: 5,
  reminderDays: 14,
  correctionDays: 14,
  personnelHead,
  authorisedOfficial,
  assessorSuperior,
  customFollowUps: [{ code: 'bimbingan', label: 'Bimbingan rekan sejawat' }],
  burdensomeFollowUps: ['transferProposal', 'disciplineRecommendation'],
  objectionWay: '',
  conductList: 'berakhlak',
  caseFilters: [{ name: 'Menunggu saya', filter: '{}' }],
};

const session = ({ language, colorScheme }: Appearance, held: readonly Role[]) => ({
  unlocked: {
    vaultId: hex(1, 32),
    label: 'Brankas contoh',
    person: holderEntry,
    roles: [...held],
    institution,
    keyFingerprint: '3f1c 88a0 52de 7b94',
  },
  preferences: { language, colorScheme },
  appVersion: '0.3.0',
});

const register = people.map((person, index) => ({
  ...person,
  personId: hex(index + 1, 32),
  archived: person === otherEmployee,
  caseCount: person === employee ? 2 : 0,
}));

const all = Object.values(cases);
const sessions = all.flatMap(sessionsIn);
const summaries = all.map(summaryOf);

/** The register of follow-ups: late, due, of a decision that is not here, settled. */
const followUps: readonly FollowUpEntry[] = (
  [
    ['transferProposal', 'Kepala Bagian Kepegawaian', '2026-11-20', 'ongoing'],
    ['bimbingan', 'Dr. Ir. Bagus Nirwasita Contoh, M.T.', '2026-12-04', 'open'],
    [null, '', '', 'open'],
    ['training', 'Bagian Pengembangan Kompetensi', '2026-10-30', 'done'],
  ] as const
).map(([kind, personInCharge, dueDate, standing], item) => ({
  caseId: cases.opened.caseId,
  employeeName: Object.values(caseNames)[item] ?? '',
  item,
  kind,
  personInCharge,
  dueDate,
  standing,
}));

/** The institution's profile, held and published by this vault. */
export const office: OutputOf<(typeof officeContract)['office.get']> = {
  source: 'profile',
  profile: {
    contents: officeContents,
    serial: 3,
    issuedAt: '2026-11-20T02:00:00.000Z',
    takenAt: '2026-11-21T02:00:00.000Z',
  },
  beginsWith: officeContents,
};

/** What the vault of a holder of these roles answers, with everything in it that a screen can show. */
export const atWork = (appearance: Appearance, held: readonly Role[] = roles): Answers => ({
  'session.get': session(appearance, held),
  'session.setPreferences': {},
  'session.setPlace': {},
  'session.drawn': {},
  'session.answerLock': {},
  'settings.get': settings,
  'office.settings': settings,
  'office.get': office,
  'settings.set': {},
  'persons.list': register,
  'persons.alike': [],
  'case.list': summaries,
  'case.openings': openingViews(held),
  'case.open': ({ caseId }) => {
    const made = findCase(caseId);
    return made === undefined ? refuse('unknownCase') : viewOf(made, held);
  },
  'case.checkAct': (input) => checkIn(findCase(input.caseId), input),
  'case.checkActs': ({ acts }) => checkNew(acts.map(({ aboutIndex: _index, ...act }) => act)),
  'documents.list': all.slice(0, 2).map(({ caseId }, index) => ({
    ...documentOf(caseId, hex(index, 64), index),
    employeeName: summaries[index]?.employeeName ?? '',
  })),
  'documents.proposeNumber': { number: 'R-7/KBK/KP.05/XI/2026', complete: true },
  'overview.home': {
    clock: null,
    waiting: summaries.flatMap(({ caseId, employeeName, nextDue, waitsForHolder, copiesDue, lastActAt }) => {
      const waits = (due: ActType, copiesOf: ActType[]) => ({ caseId, employeeName, due, copiesOf, since: lastActAt });
      return [
        ...(waitsForHolder ? [waits(nextDue ?? 'caseClosed', [])] : []),
        ...(copiesDue.length === 0
          ? []
          : [
              waits(
                'copyReleased',
                copiesDue.map(({ type }) => type),
              ),
            ]),
      ];
    }),
    toErase: [
      {
        caseId: mistakenCase.caseId,
        listNumber: '12/2026',
        openedAt: '2026-02-02T02:00:00.000Z',
        since: '2026-11-24T02:00:00.000Z',
      },
    ],
    today: sessions.filter(({ date }) => date === '2026-11-24'),
    upcoming: sessions.filter(({ date }) => date > '2026-11-24'),
    followUps: followUps.slice(0, 2),
    drafts: [
      {
        draftId: hex(5, 32),
        kind: 'act:problemIdentified',
        caseId: cases.opened.caseId,
        subjectKey: '',
        personId: null,
        employeeName: caseNames.opened,
        fits: true,
        updatedAt: '2026-11-23T02:00:00.000Z',
      },
    ],
    caseload: phases.flatMap((phase) => {
      const count = summaries.filter((summary) => summary.phase === phase).length;
      return count === 0 ? [] : [{ phase, count }];
    }),
  },
  'backup.status': {
    place: { location: '/media/ayu/Cadangan', isThere: true, warnings: [] },
    declined: false,
    megabytes: 2000,
    kept: [0, 1, 2].map((days) => ({
      name: `bilik-1a2b3c4d-2026112${3 - days}-021500.cadangan`,
      at: `2026-11-2${3 - days}T02:15:00.000Z`,
      bytes: 18_400_000 - days * 90_000,
      holds: 'all' as const,
    })),
    lastAt: '2026-11-23T02:15:00.000Z',
    failed: null,
    notes: {
      choice: 'together',
      place: null,
      lastAt: '2026-11-23T02:15:00.000Z',
      failed: null,
      missingSince: null,
    },
    beforeErasure: { here: 0, away: 0 },
    underWay: null,
  },
  'integrity.status': {
    rowsAt: '2026-11-24T02:29:00.000Z',
    wholeAt: null,
    findings: [],
    acceptable: false,
    step: null,
  },
  'keys.status': { sheetConfirmed: true, isHalf: false, rotation: null },
  'overview.schedule': sessions,
  'overview.followUps': [...followUps],
  'drafts.list': [],
  'drafts.save': { draftId: hex(5, 32), updatedAt: '2026-11-24T02:29:00.000Z' },
  // A note that a screen left unsaved is saved when its page goes; one that waited to lock does then.
  'notes.save': { noteId: hex(5, 32), updatedAt: '2026-11-24T02:29:00.000Z' },
  'vault.lock': {},
  'drafts.discard': {},
  'attachments.info': ({ attachmentId }) => ({ ...scan(1), attachmentId }),
  'attachments.read': readPdf,
  'documents.read': readPdf,
  'documents.readView': readPdf,
  'documents.prepare': { viewId: 'kertas', size: pdf.length },
  'documents.reading': { reading: null },
  'documents.ofAct': ({ hash }) => documentOf(cases.opened.caseId, hash, 0),
  ...exchangeAnswers,
  'exchange.review': reviewItems,
  ...signedFiles,
  ...guidanceAnswers,
  ...learningAnswers,
  ...evaluationAnswers,
  ...retentionAnswers,
  ...notebookAnswers,
});
