import { noBackups, notWhole } from '../made/backups.ts';
import { withOldDirectory } from '../made/exchange.ts';
import { office } from '../made/vault.ts';
import type { Hand, Screen } from '../screen.ts';
import { refuse } from '../window/stand-in.ts';

const tabs = ['profile', 'institution', 'documents', 'backups', 'security', 'appearance'] as const;

const openTab = async ({ page, t }: Hand, tab: (typeof tabs)[number]): Promise<void> => {
  await page.getByRole('tab', { name: t(`settings.${tab}`), exact: true }).click();
  await page.getByRole('tabpanel', { name: t(`settings.${tab}`), exact: true }).waitFor();
};
const openBackups = (hand: Hand): Promise<void> => openTab(hand, 'backups');

/** What is known of the wholeness of the vault, below the other settings of security. */
const openWholeness = async (hand: Hand): Promise<void> => {
  await openTab(hand, 'security');
  await hand.page.getByRole('heading', { name: hand.t('integrity.title') }).scrollIntoViewIfNeeded();
};

/** A part of the settings of security. */
const openPart = async (hand: Hand, title: string): Promise<void> => {
  await openTab(hand, 'security');
  await hand.page.getByRole('heading', { name: hand.t(title), exact: true }).scrollIntoViewIfNeeded();
};

const newSheet = {
  recoveryGroups: ['QYQSZQ', 'GPQYQS', 'ZQGPQY', 'QSZQGP', 'QYQSZQ', 'GPQYQS', 'ZQGPQY', 'QSZQGP', 'QS6ER9', 'K0JX'],
  askedGroups: [2, 8] as [number, number],
};

/** The settings, a tab each, and what stands in them when something is amiss. */
export const settingsScreens: readonly Screen[] = [
  ...tabs.map(
    (tab): Screen => ({
      name: `settings-${tab}`,
      path: '/settings',
      steps: (hand) => openTab(hand, tab),
    }),
  ),
  {
    name: 'settings-institution-own',
    path: '/settings',
    answers: { 'office.get': { ...office, source: 'own' } },
    steps: (hand) => openTab(hand, 'institution'),
  },
  {
    name: 'settings-numbers',
    path: '/settings',
    steps: async (hand) => {
      const { page, t } = hand;
      await openTab(hand, 'documents');
      await page.getByRole('combobox', { name: t('settings.number.preset'), exact: true }).click();
      await page.getByRole('option', { name: t('settings.number.presets.centralRoman') }).click();
      await page
        .getByRole('textbox', { name: t('settings.number.kind.assignment'), exact: true })
        .scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'settings-backups-none',
    path: '/settings',
    answers: { 'backup.status': noBackups },
    steps: openBackups,
  },
  {
    name: 'settings-backups-under-way',
    path: '/settings',
    answers: {
      'backup.status': {
        ...noBackups,
        place: { location: '~/Cadangan', isThere: true, warnings: ['sameDisk', 'synced'] },
        lastAt: '2026-11-12T02:15:00.000Z',
        underWay: { step: 'verifying', done: 7_000_000, total: 18_400_000 },
      },
    },
    steps: openBackups,
  },
  {
    name: 'settings-backups-notes-apart',
    path: '/settings',
    answers: {
      'backup.status': {
        ...noBackups,
        place: { location: '/media/ayu/Cadangan', isThere: true, warnings: [] },
        lastAt: '2026-11-23T02:15:00.000Z',
        notes: {
          choice: 'apart',
          place: { location: '/media/ayu/Catatan', isThere: false, warnings: [] },
          lastAt: '2026-11-12T02:15:00.000Z',
          failed: { code: 'notesPlaceMissing', at: '2026-11-23T02:15:00.000Z' },
          missingSince: '2026-11-10T02:15:00.000Z',
        },
      },
    },
    steps: openBackups,
  },
  {
    name: 'settings-backups-notes-taken',
    path: '/settings',
    answers: {
      'dialog.chooseBackup': { token: 'cadangan', name: 'bilik-1a2b3c4d-20261120-021500-catatan.cadangan', size: 1 },
      'backup.takeNotes': { madeAt: '2026-11-20T02:15:00.000Z', added: 12, renewed: 1, kept: 2, erased: 0, drafts: 3 },
    },
    steps: async (hand) => {
      await openBackups(hand);
      await hand.button(hand.t('backup.notes.take')).click();
      await hand.page.getByRole('status').filter({ hasText: '12' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'settings-backups-failed',
    path: '/settings',
    answers: {
      'backup.status': {
        ...noBackups,
        place: { location: '/media/ayu/Cadangan', isThere: false, warnings: [] },
        lastAt: '2026-11-12T02:15:00.000Z',
        failed: { code: 'backupPlaceMissing', at: '2026-11-23T02:15:00.000Z' },
      },
    },
    steps: openBackups,
  },
  {
    name: 'settings-security-not-whole',
    path: '/settings',
    answers: { 'integrity.status': notWhole },
    steps: openWholeness,
  },
  {
    name: 'settings-security-not-whole-no-backup',
    path: '/settings',
    answers: { 'integrity.status': notWhole, 'backup.status': noBackups },
    steps: openWholeness,
  },
  {
    name: 'settings-security-checking',
    path: '/settings',
    answers: { 'integrity.status': { rowsAt: null, wholeAt: null, findings: [], acceptable: false, step: 'files' } },
    steps: openWholeness,
  },
  {
    name: 'settings-security-new-sheet',
    path: '/settings',
    answers: {
      'keys.status': { sheetConfirmed: false, isHalf: false, rotation: null },
      'keys.makeSheet': newSheet,
      'keys.confirmSheet': refuse('sheetAnswerWrong'),
    },
    steps: async (hand) => {
      await openPart(hand, 'keys.sheet');
      await hand.button(hand.t('keys.makeSheet')).click();
      for (const index of newSheet.askedGroups)
        await hand.page.getByLabel(hand.t('vault.group', { number: index + 1 })).fill('QSZQGP');
      await hand.button(hand.t('keys.useSheet')).click();
      await hand.page.getByText(hand.t('errors.sheetAnswerWrong')).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'settings-security-rotating',
    path: '/settings',
    answers: {
      'keys.status': {
        sheetConfirmed: true,
        isHalf: false,
        rotation: { of: 'databases', step: 'encrypting', done: 41_000_000, total: 96_000_000 },
      },
    },
    steps: (hand) => openPart(hand, 'keys.rotation'),
  },
  {
    name: 'settings-security-identity-under-way',
    path: '/settings',
    answers: {
      'keys.status': {
        sheetConfirmed: true,
        isHalf: false,
        rotation: { of: 'identity', step: 'sealing', done: 1, total: 4 },
      },
      'identity.status': { ...withOldDirectory, replaced: null },
    },
    steps: async (hand) => {
      await openTab(hand, 'security');
      await hand.page.getByText(hand.t('keys.rotationWaits')).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'settings-security-new-identity',
    path: '/settings',
    answers: {
      'identity.status': {
        ...withOldDirectory,
        certifiedRoles: null,
        replaced: { at: '2026-11-18T02:00:00.000Z', reason: 'compromised', acts: 24 },
      },
    },
    steps: async (hand) => {
      await openPart(hand, 'keys.identity');
      await hand.page.getByLabel(hand.t('keys.identityReason.compromised')).check();
      await hand.button(hand.t('keys.replaceIdentity')).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'settings-security-identity-of-root',
    path: '/settings',
    answers: { 'identity.status': { ...withOldDirectory, directory: { ...withOldDirectory.directory, own: true } } },
    steps: async (hand) => {
      await openPart(hand, 'keys.identity');
      await hand.page.getByText(hand.t('errors.identityIsRoot')).scrollIntoViewIfNeeded();
    },
  },
];
