import type { CarriedAct, Inspection, Leaving, OutboxCase, Peer } from '../../../shared/contract/exchange.ts';
import type { JournalEntry } from '../../../shared/contract/exchange-journal.ts';
import type { DirectoryMember } from '../../../shared/contract/identity.ts';
import type { Contract } from '../../../shared/contract/index.ts';
import type { OutputOf } from '../../../shared/contract/method.ts';
import type { ActType } from '../../../shared/domain/case/act-type.ts';
import type { PersonInput, Role } from '../../../shared/domain/identity/person.ts';
import { toPublicPerson } from '../../../shared/domain/identity/public-person.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { officeContents } from '../../fixtures/office.ts';
import { caseNames } from '../../fixtures/people/case-names.ts';
import {
  assessor,
  authorisedOfficial,
  counsellor,
  institution,
  personnelHead,
  personnelOfficer,
} from '../../fixtures/people/cast.ts';
import type { Answers } from '../window/stand-in.ts';
import { cases } from './cases.ts';
import { hex, scan } from './files.ts';

export const words = ['angin', 'batu', 'cendana', 'damar', 'embun', 'fajar', 'gunung', 'hutan', 'intan', 'jati'];
const fingerprintOf = (number: number): string => hex(0xab12_34cd_0000 + number, 16).replace(/(.{4})(?=.)/g, '$1 ');

const member = (number: number, person: PersonInput, roles: readonly Role[], self = false): DirectoryMember => ({
  entryId: hex(number, 32),
  person: toPublicPerson(person),
  roles: roles.map((role) => ({ role, from: '2026-01-05', to: null })),
  currentRoles: [...roles],
  keys: [
    {
      key: hex(number, 64),
      keyFingerprint: fingerprintOf(number),
      from: '2026-01-05T02:00:00.000Z',
      revoked: number === 4 ? { at: '2026-06-01T02:00:00.000Z', reason: 'replaced' } : null,
    },
  ],
  self,
});
export const members: DirectoryMember[] = [
  member(1, personnelHead, ['personnelHead'], true),
  member(2, assessor, ['assessor', 'coach']),
  member(3, personnelOfficer, ['personnelOfficer']),
  member(4, counsellor, ['counsellor']),
];

const peerOf = ({ entryId, person, currentRoles, keys }: DirectoryMember): Peer => ({
  entryId,
  person,
  roles: currentRoles,
  keyFingerprint: keys[0]?.keyFingerprint ?? '',
});
export const [, toAssessor, toOfficer, toCounsellor] = members.map(peerOf) as [Peer, Peer, Peer, Peer];

/** The case of most packages. */
export const due = { caseId: cases.reportRegistered.caseId, employeeName: caseNames.reportRegistered };
/** A sender whom no directory knows. */
export const unknown: Peer = { entryId: null, person: null, roles: [], keyFingerprint: fingerprintOf(9) };

/** An act that a package brings. */
export const carried = (number: number, type: ActType, form: CarriedAct['form'] = 'all'): CarriedAct => ({
  hash: hex(number, 64),
  type,
  capacity: 'assessor',
  origin: 'vault',
  enteredAs: null,
  clockCorrected: false,
  form,
  author: form === 'all' ? assessor.name : '',
  statedOn: '2026-11-20',
});
const acts = [
  carried(1, 'caseOpened'),
  { ...carried(2, 'reportSubmitted'), origin: 'paper' as const, enteredAs: 'personnelOfficer' as const },
  carried(3, 'reportRegistered', 'header'),
];
const files = [{ name: 'umpan-balik-tertulis-januari-sampai-maret.pdf', size: 184_320, kind: 'attachment' as const }];

const sent = (number: number, change: Partial<JournalEntry> = {}): JournalEntry => ({
  packageId: hex(number, 32),
  direction: 'out',
  kind: 'acts',
  peer: toOfficer,
  counter: number,
  ...due,
  at: '2026-11-18T07:05:00.000Z',
  receivedAt: null,
  replaced: false,
  acts: 3,
  ...change,
});

const leaving: Leaving = { acts, files, bytes: 184_320 };
/** What waits to be sent in one case. */
export const outbox: OutboxCase = {
  ...due,
  receivers: [
    {
      entryId: toAssessor.entryId ?? '',
      person: toPublicPerson(assessor),
      roles: ['assessor'],
      ...leaving,
      again: leaving,
      withheld: [{ hash: hex(4, 64), type: 'counsellingDecided', form: 'header' }],
      unconfirmed: 1,
      lastReceivedAt: '2026-11-10T02:00:00.000Z',
      olderProgram: false,
    },
  ],
  mistaken: false,
  unresolved: [
    { role: 'authorisedOfficial', candidates: [] },
    {
      role: 'personnelOfficer',
      candidates: [toOfficer, toCounsellor].map(({ entryId, person }) => ({
        entryId: entryId ?? '',
        person: person ?? toPublicPerson(personnelOfficer),
      })),
    },
  ],
};

/** A package as it was looked at; without a change it can be taken in. */
export const inspection = (change: Partial<Inspection> = {}): Inspection => ({
  inspectionId: hex(6, 32),
  held: null,
  mayAccept: false,
  kept: change.held !== undefined && change.held !== null,
  details: [],
  alike: [],
  notices: ['counterGap', 'arrivedLate'],
  kind: 'acts',
  packageId: hex(7, 32),
  sender: toAssessor,
  directory: { institution, issuedAt: '2026-10-01T02:00:00.000Z', own: false },
  createdAt: '2026-11-23T02:00:00.000Z',
  ...due,
  newCase: false,
  acts,
  files,
  draftType: null,
  guidance: null,
  erasure: null,
  figures: null,
  confirms: 1,
  ...change,
});

export const received = { draftId: hex(21, 32), caseId: cases.reportSubmitted.caseId };
export const copyHash = hex(31, 64);

const directory = {
  institution,
  serial: 7,
  issuedAt: '2026-10-01T02:00:00.000Z',
  takenAt: '2026-10-02T02:00:00.000Z',
  words,
  own: true,
  members: members.length,
};

/** Who this vault is to others: the publisher of the directory. */
export const identity = {
  keyFingerprint: fingerprintOf(1),
  words,
  directory,
  certifiedRoles: ['personnelHead' as const],
  claimedRoles: ['personnelHead' as const, 'counsellor' as const],
  revoked: null,
  replaced: null,
};

/** The same, long after the directory was issued. */
export const withOldDirectory = {
  ...identity,
  directory: { ...directory, issuedAt: '2026-06-02T02:00:00.000Z', own: false },
};

type Copies = OutputOf<Contract['exchange.copies']>;

/** Copies that came to the holder as an employee. */
const copies: Copies = [
  {
    hash: copyHash,
    caseId: hex(90, 32),
    releasedBy: assessor.name,
    date: '2026-11-12',
    documentId: hex(91, 32),
    acknowledgedAt: null,
    requests: [],
    answerable: false,
    answeredAt: null,
    releaser: toAssessor,
  },
  {
    hash: hex(32, 64),
    caseId: hex(90, 32),
    releasedBy: assessor.name,
    date: '2026-10-12',
    documentId: hex(92, 32),
    acknowledgedAt: '2026-10-14T02:00:00.000Z',
    requests: [
      {
        askedAt: '2026-10-15T02:00:00.000Z',
        request: 'Tanggal rapat itu keliru: saya hadir pada 3 Oktober.',
        answer: 'refused',
        reason: 'Daftar hadir rapat tidak memuat nama Anda.',
      },
      { askedAt: '2026-10-20T02:00:00.000Z', request: 'Mohon diperiksa lagi.', answer: null, reason: '' },
    ],
    answerable: false,
    answeredAt: null,
    releaser: null,
  },
];

/** The first of them, as one of a communication, answered at that time or not yet. */
export const communicationCopies = (answeredAt: string | null): Copies => [
  ...copies.slice(0, 1).map((copy) => ({
    ...copy,
    acknowledgedAt: `${copy.date}T02:00:00.000Z`,
    answerable: true,
    answeredAt,
  })),
];

/** A vault that publishes the directory and has sent and received. */
export const exchangeAnswers: Answers = {
  'identity.status': identity,
  'identity.exportCard': { saved: true },
  'directory.members': members,
  'invitation.list': [
    {
      invitationId: hex(1, 32),
      name: authorisedOfficial.name,
      roles: ['authorisedOfficial'],
      createdAt: '2026-11-01T02:00:00.000Z',
      answered: false,
    },
    {
      invitationId: hex(2, 32),
      name: counsellor.name,
      roles: ['counsellor'],
      createdAt: '2026-10-01T02:00:00.000Z',
      answered: true,
    },
  ],
  'exchange.outbox': { certified: true, cases: [outbox] },
  'exchange.journal': {
    entries: [
      sent(1),
      sent(2, { peer: toAssessor, receivedAt: '2026-11-19T02:00:00.000Z' }),
      sent(3, { kind: 'receipt', caseId: null, employeeName: '', replaced: true }),
      sent(4, { direction: 'in', peer: toCounsellor, kind: 'draft', acts: 1 }),
      sent(5, { direction: 'in', peer: unknown, kind: 'guidance', caseId: null, employeeName: '' }),
    ],
    missing: [{ peer: toAssessor, counters: [3, 4] }],
    receiptsDue: [{ peer: toAssessor, since: '2026-11-20T02:00:00.000Z' }],
  },
  'exchange.drafts': [
    {
      ...received,
      employeeName: caseNames.reportSubmitted,
      type: 'reportRegistered',
      from: toOfficer,
      at: '2026-11-20T02:00:00.000Z',
      remark: 'Mohon didaftarkan sebelum akhir bulan.',
    },
  ],
  'exchange.draft': {
    ...received,
    from: toOfficer,
    at: '2026-11-20T02:00:00.000Z',
    draft: {
      type: 'reportRegistered',
      about: cases.reportSubmitted.file.acts.at(-1)?.hash ?? null,
      authorOffice: '',
      institution: '',
      content: contents.reportRegistered,
      attachmentIds: [],
      remark: 'Mohon didaftarkan sebelum akhir bulan.',
    },
  },
  'exchange.alike': [],
  'exchange.copies': [...copies],
  'exchange.inspect': inspection(),
  'exchange.import': {
    packageId: hex(7, 32),
    caseId: due.caseId,
    acts: 3,
    files: 1,
    draftId: null,
    guidanceId: null,
  },
  'exchange.cancel': {},
  'exchange.seal': { saved: true, packageId: hex(8, 32), files: ['paket-0008.bilik'] },
  'exchange.sealErasure': { saved: true, packageId: hex(8, 32), files: ['permintaan-0008.bilik'] },
  'exchange.sealReceipt': { saved: true, packageId: hex(8, 32), files: ['tanda-terima-0008.bilik'] },
  'dialog.chooseFiles': [{ token: 'berkas', name: 'paket-0007.bilik', size: 20_480 }],
  'attachments.info': scan(1),
};

/** What signed files say, by the token under which the page asks. */
export const signedFiles: Answers = {
  'identity.inspectFile': ({ fileToken }) => {
    if (fileToken === 'kartu')
      return {
        kind: 'card',
        card: {
          format: 'bilik/card/v1',
          person: toPublicPerson(counsellor),
          roles: ['counsellor'],
          institution,
          key: hex(41, 64),
          recipient: `age1${'q'.repeat(58)}`,
          vaultId: hex(41, 32),
          documentKey: hex(42, 64),
          issuedAt: '2026-11-20T02:00:00.000Z',
          invitationId: null,
        },
        words,
        keyFingerprint: fingerprintOf(41),
        state: 'newKey',
        entryId: members[3]?.entryId ?? null,
        answers: counsellor.name,
      };
    if (fileToken === 'kartu-baru') {
      const key = hex(43, 64);
      const replaced = { key: members[3]?.keys[0]?.key ?? '', by: key, at: '2026-11-18T02:00:00.000Z' as never };
      return {
        kind: 'card',
        card: {
          format: 'bilik/card/v2',
          person: toPublicPerson(counsellor),
          roles: ['counsellor'],
          institution,
          key,
          recipient: `age1${'q'.repeat(58)}`,
          vaultId: hex(41, 32),
          documentKey: hex(44, 64),
          issuedAt: '2026-11-20T02:00:00.000Z',
          invitationId: null,
          replaces: [
            {
              ...replaced,
              reason: 'compromised',
              acts: [hex(45, 64), hex(46, 64)],
              guidance: [],
              signature: hex(47, 128),
            },
          ],
        },
        words,
        keyFingerprint: fingerprintOf(43),
        state: 'newKey',
        entryId: members[3]?.entryId ?? null,
        answers: null,
      };
    }
    if (fileToken === 'direktori')
      return {
        kind: 'directory',
        institution,
        serial: 3,
        issuedAt: '2026-11-20T02:00:00.000Z',
        members: 12,
        words,
        state: 'otherRoot',
        certifiesSelf: true,
      };
    if (fileToken === 'profil')
      return {
        kind: 'profile',
        contents: officeContents,
        serial: 4,
        issuedAt: '2026-11-20T02:00:00.000Z',
        words,
        state: 'newer',
      };
    return { kind: 'invitation', institution, name: counsellor.name, words };
  },
};
