import type { DocumentCheck, DocumentReading, SignedAct } from '../../../shared/contract/documents.ts';
import { cases } from '../made/cases.ts';
import { hex, scan } from '../made/files.ts';
import type { Hand, Screen } from '../screen.ts';

const signature: DocumentCheck['signatures'][number] = {
  signer: 'Ratna Kusumawati',
  holder: null,
  timestamp: false,
  issuer: 'Ratna Kusumawati',
  selfIssued: true,
  intact: true,
  coversWholeFile: true,
  validFrom: '2026-01-05T00:00:00.000Z',
  validTo: '2036-01-05T00:00:00.000Z',
};
const notChecked = ['selfIssued', 'chainNotChecked', 'revocationNotChecked', 'timeNotProven'];
const keyFingerprint = '6668 7aad f862 bd77 6c8f c18b 8e9f 8e20';

const good: DocumentCheck = {
  verdict: 'genuine',
  content: 'whole',
  signer: 'bound',
  maker: 'bilik',
  signatures: [{ ...signature, holder: 'Ratna Kusumawati' }],
  act: {
    hash: hex(7, 64),
    type: 'reportSubmitted',
    author: 'Ratna Kusumawati',
    capacity: 'assessor',
    origin: 'vault',
    enteredAs: null,
    clockCorrected: false,
    keyFingerprint,
    happenedOn: '2026-05-20',
    isDayTold: true,
    statedOn: '2026-05-20',
  },
  record: null,
  copy: null,
  findings: [...notChecked, 'pageNotCompared'],
};
const changed: DocumentCheck = {
  verdict: 'shownChanged',
  content: 'changed',
  signer: 'unknown',
  maker: 'bilik',
  signatures: [{ ...signature, holder: 'Ratna Kusumawati', coversWholeFile: false }, signature],
  act: good.act,
  record: null,
  copy: null,
  findings: ['addedAfterSignature', 'laterRevision', ...notChecked],
};
const unsigned: DocumentCheck = {
  verdict: 'unsigned',
  content: 'unsigned',
  signer: null,
  maker: 'outside',
  signatures: [],
  act: null,
  record: null,
  copy: null,
  findings: ['noSignature'],
};

/** Who signed an act. */
export const signedAct: SignedAct = {
  author: 'Ratna Kusumawati',
  capacity: 'assessor',
  origin: 'vault',
  enteredAs: null,
  clockCorrected: false,
  statedOn: '2026-05-21',
  isDayTold: true,
  holder: 'Ratna Kusumawati',
  keyFingerprint,
};

/** What was signed, of a paper from somebody else. */
export const reading: DocumentReading = {
  ...signedAct,
  viewId: 'kertas',
  verdict: 'genuine',
  copied: null,
  carriesAct: true,
};

/** A paper from somebody else: what was signed, or the file that came beside it. */
const received = (state: string, answer: Partial<DocumentReading>, tab: 'view' | 'file'): Screen => ({
  name: `documents-received-${state}`,
  path: `/cases/${cases.opened.caseId}/document/${cases.opened.file.acts[0]?.hash}`,
  route: '/cases/$caseId/document/$hash',
  answers: { 'documents.reading': { reading: { ...reading, ...answer } } },
  steps: async ({ page, t }: Hand) => {
    await page.getByRole('tab', { name: t(`documents.reading.${tab}`) }).click();
    await page.locator('.pdf-page').first().waitFor();
  },
});

const checked = (state: string, check: DocumentCheck): Screen => ({
  name: `documents-check-${state}`,
  path: '/documents/check',
  answers: {
    'dialog.chooseFiles': [{ token: 'a', name: 'laporan.pdf', size: 90_000 }],
    'attachments.addFile': scan(1, 'laporan.pdf'),
    'attachments.discard': {},
    'documents.check': check,
    'identity.status': {
      keyFingerprint,
      words: Array.from({ length: 10 }, (_, index) => `kata${index + 1}`),
      directory: null,
      certifiedRoles: null,
      claimedRoles: [],
      revoked: null,
      replaced: null,
    },
    'directory.members': [],
  },
  steps: async ({ page, button, t }: Hand) => {
    await button(t('common.chooseFile')).click();
    await page
      .getByRole('status')
      .filter({ hasText: t(`documents.verdict.${check.verdict}`) })
      .waitFor();
  },
});

/** Dokumen. */
export const paperScreens: readonly Screen[] = [
  { name: 'documents-check', path: '/documents/check' },
  checked('good', good),
  checked('changed', changed),
  checked('unsigned', unsigned),
  received('reading', {}, 'view'),
  received('reading-clock-corrected', { clockCorrected: true }, 'view'),
  received('reading-entered', { origin: 'paper', enteredAs: 'personnelOfficer', holder: null, verdict: null }, 'view'),
  received('file', {}, 'file'),
  received('file-forged', { verdict: 'shownChanged' }, 'file'),
  received('file-of-other-act', { carriesAct: false }, 'file'),
];
