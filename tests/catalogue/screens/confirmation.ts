import type { GuidanceRecord } from '../../../shared/domain/guidance/record.ts';
import { actSample, confirmationSample } from '../../fixtures/confirmation-samples.ts';
import { coachingSample } from '../../fixtures/guidance.ts';
import { assessor, assessorSuperior, employee, institution } from '../../fixtures/people/cast.ts';
import type { Screen } from '../screen.ts';

const record: GuidanceRecord = {
  format: 'bilik/guidance-record/v1',
  recordId: 'a'.repeat(32),
  guidanceId: 'b'.repeat(32),
  guidance: 'coaching',
  topic: 'Notulen rapat',
  institution,
  period: '',
  leader: assessor,
  participants: [employee],
  content: coachingSample(),
  statedAt: '2026-11-24T02:30:00.000Z',
};

const paper = {
  medium: 'ink',
  documentNumber: 'R-1/2026',
  documentDate: '2026-04-22',
  remark: 'Lembar kedua agak buram.',
} as const;

/** The window in which a person confirms, by what it is about. */
export const confirmationScreens: readonly Screen[] = [
  {
    name: 'confirm-act',
    path: null,
    confirmation: (language) =>
      confirmationSample(language, { employee: employee.name, acts: [actSample('problemCommunicated')] }),
  },
  {
    name: 'confirm-clock-corrected',
    path: null,
    confirmation: (language) =>
      confirmationSample(language, {
        employee: employee.name,
        acts: [actSample('problemCommunicated', { clockCorrectedTo: '2026-11-24T02:30:00.000Z' })],
      }),
  },
  {
    name: 'confirm-paper',
    path: null,
    confirmation: (language) =>
      confirmationSample(language, {
        method: 'case.recordActs',
        employee: employee.name,
        acts: [actSample('caseOpened', { paper }), actSample('reportSubmitted', { paper, warnings: ['scanMissing'] })],
      }),
  },
  {
    name: 'confirm-record',
    path: null,
    confirmation: (language) => confirmationSample(language, { method: 'guidance.signRecord', record }),
  },
  {
    name: 'confirm-passphrase',
    path: null,
    confirmation: (language) =>
      confirmationSample(language, {
        method: 'directory.certify',
        kind: 'passphrase',
        facts: [
          { label: 'person', lines: [assessor.name] },
          {
            label: 'roles',
            lines: [{ key: 'confirm.roleSince', values: { role: '$roles.assessor', from: '$day.2026-01-05' } }],
          },
          { label: 'words', lines: ['angin kelapa meja sawah hujan pintu kertas bulan roti jalan'] },
        ],
      }),
    steps: async ({ page, t, button }) => {
      await page.getByLabel(t('common.passphrase'), { exact: true }).fill('bukan ini');
      await button(t('common.continue')).click();
      await page.getByText(t('errors.wrongPassphrase')).waitFor();
    },
  },
  {
    name: 'confirm-office',
    path: null,
    confirmation: (language) =>
      confirmationSample(language, {
        method: 'office.publish',
        kind: 'passphrase',
        facts: [
          { label: 'kop', lines: [institution, 'Bagian Kepegawaian', 'Jalan Merdeka Nomor 1'] },
          { label: 'town', lines: ['Kota Contoh'] },
          { label: 'logo', lines: [{ key: 'confirm.withLogo' }] },
          { label: 'officials', lines: [`Plt. ${assessor.position} · ${assessor.name} · ${assessor.nip}`] },
          { label: 'numbering', lines: ['{klasifikasi}/{nomor}/{kode_jabatan}/{tahun}'] },
        ],
      }),
  },
  {
    name: 'confirm-other-opening',
    path: null,
    confirmation: (language) =>
      confirmationSample(language, {
        method: 'exchange.decide',
        kind: 'passphrase',
        facts: [
          { label: 'sender', lines: [assessor.name] },
          { label: 'doubt', lines: [{ key: 'exchange.held.actOtherOpening' }, assessor.name] },
          ...(['fileGoesAside', 'fileCounts'] as const).flatMap((label, own) => [
            {
              label,
              lines: [
                [assessorSuperior, assessor][own]?.name ?? '',
                { key: 'confirm.fileSide', values: { day: '$day.2026-02-03', acts: 7, own: 1 - own } },
              ],
            },
            { label: 'fileEmployee', lines: [employee.name] },
          ]),
          { label: 'acts', lines: [{ key: 'acts.caseOpened' }, { key: 'acts.reportSubmitted' }] },
        ],
      }),
  },
  {
    name: 'confirm-erasure',
    path: null,
    confirmation: (language) =>
      confirmationSample(language, {
        method: 'retention.erase',
        kind: 'passphrase',
        facts: [
          {
            label: 'erasedFiles',
            lines: ['notCounselled', 'counselled', 'guidance', 'learning'].map((kind) => ({
              key: `confirm.erasedFile.${kind}`,
              values: {
                ...{ number: '12/2026', to: '$day.2025-10-05', acts: 14, attachments: 5 },
                ...{ records: 4, plans: 2, year: '2023' },
              },
            })),
          },
          { label: 'reason', lines: ['Masa simpan lewat; tidak ada keberatan yang berjalan.'] },
          { label: 'othersHave', lines: [assessor.name] },
          { label: 'privateNotes', lines: [{ key: 'confirm.privateNotesStay', values: { count: 3 } }] },
        ],
      }),
  },
  {
    name: 'confirm-erase-copies',
    path: null,
    confirmation: (language) =>
      confirmationSample(language, {
        method: 'retention.eraseCopies',
        kind: 'passphrase',
        facts: [
          {
            label: 'erasedCopies',
            lines: ['acknowledged', 'unsent', 'open'].map((standing, index) => ({
              key: `confirm.erasedCopy.${standing}`,
              values: { from: assessor.name, date: `$day.2026-10-0${index + 1}` },
            })),
          },
          { label: 'staysElsewhere', lines: [{ key: 'confirm.releaserKeeps' }] },
        ],
      }),
  },
  {
    name: 'confirm-renew-backups',
    path: null,
    confirmation: (language) =>
      confirmationSample(language, {
        method: 'retention.renewBackups',
        kind: 'passphrase',
        facts: [{ label: 'olderBackups', lines: [{ key: 'confirm.olderBackupsLine', values: { here: 6, away: 2 } }] }],
      }),
  },
  {
    name: 'confirm-certificate',
    path: null,
    confirmation: (language) =>
      confirmationSample(language, {
        method: 'documents.exportWithCertificate',
        kind: 'passphrase',
        chooses: 'certificate',
        facts: [
          { label: 'document', lines: ['Undangan'] },
          { label: 'certificate', lines: ['sertifikat-rahmat.p12'] },
        ],
      }),
  },
  {
    name: 'confirm-chosen',
    path: null,
    confirmation: (language) =>
      confirmationSample(language, { method: 'vault.changePassphrase', kind: 'passphrase', chooses: 'vault' }),
    steps: async ({ page, t, button }) => {
      await page.getByLabel(t('confirm.current'), { exact: true }).fill('bukan ini');
      await page.getByLabel(t('confirm.chosen.vault'), { exact: true }).fill('empat kuda kayu berlari');
      await page.getByLabel(t('confirm.chosenAgain'), { exact: true }).fill('empat kuda kayu');
      await button(t('common.continue')).click();
      await page.getByText(t('confirm.chosenDiffer')).waitFor();
    },
  },
];
