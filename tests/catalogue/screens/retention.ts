import { officePapers } from '../../../shared/domain/documents/office/kinds.ts';
import { noBackups } from '../made/backups.ts';
import { withOldDirectory } from '../made/exchange.ts';
import { noRetention, retentionAnswers } from '../made/retention.ts';
import type { Hand, Screen } from '../screen.ts';
import type { Answers } from '../window/stand-in.ts';

const path = '/retention';
const { files } = retentionAnswers['case.retention'];

const dialog = async ({ page }: Hand): Promise<void> => page.getByRole('dialog').waitFor();

const press =
  (name: (hand: Hand) => string | RegExp) =>
  async (hand: Hand): Promise<void> => {
    await hand.page
      .getByRole('button', { name: name(hand) })
      .first()
      .click();
    await dialog(hand);
  };
const erasureOf =
  (key: string, index: number) =>
  async (hand: Hand): Promise<void> => {
    const button = hand.page.getByRole('button', { name: hand.t(key) });
    await button.nth(index).click();
    await dialog(hand);
  };

const none: Answers = { 'case.retention': noRetention, 'guidance.retention': [], 'competence.retention': [] };

/** Retention and erasure of files. */
export const retentionScreens: readonly Screen[] = [
  { name: 'retention', path },
  {
    name: 'retention-copies',
    path,
    roles: ['employee'],
    answers: { ...none, 'backup.status': { ...noBackups, beforeErasure: { here: 6, away: 2 } } },
    steps: async ({ page }) => page.getByRole('checkbox').first().check(),
  },
  {
    name: 'retention-no-copies',
    path,
    roles: ['employee'],
    answers: { ...none, 'exchange.copies': [] },
  },
  {
    name: 'retention-empty',
    path,
    answers: none,
  },
  {
    name: 'retention-ended',
    path,
    steps: async ({ page, t }) => {
      const button = page.getByRole('button', { name: t('retention.propose', { count: 0 }) });
      await button.evaluate((found) => found.scrollIntoView({ block: 'end' }));
    },
  },
  {
    name: 'retention-requests',
    path,
    steps: async ({ page, t }) => {
      const name = t('retention.messages.title');
      await page.getByRole('heading', { name }).evaluate((heading) => heading.scrollIntoView());
    },
    opens: ['features/retention/ErasureMessages.tsx'],
  },
  {
    name: 'retention-older-backups',
    path,
    answers: { 'backup.status': { ...noBackups, beforeErasure: { here: 6, away: 2 } } },
  },
  {
    name: 'retention-schedule',
    path,
    steps: press(({ t }) => t('retention.edit')),
    opens: ['features/retention/Schedule.tsx'],
  },
  {
    name: 'retention-propose',
    path,
    steps: async (hand) => {
      await hand.page
        .getByRole('checkbox', { name: hand.t('retention.choose', { name: files[0]!.listNumber }) })
        .check();
      await press(({ t }) => t('retention.propose', { count: 1 }))(hand);
    },
    opens: ['features/retention/EndedFiles.tsx'],
  },
  {
    name: 'retention-freeze',
    path,
    steps: press(({ t }) => t('retention.freezeNamed', { name: files[0]!.listNumber })),
  },
  { name: 'incident', path: '/incident' },
  {
    name: 'incident-files',
    path: '/incident',
    steps: async ({ page, t }) => {
      await page.getByRole('button', { name: t('retention.incident.show') }).click();
      await page.getByRole('table').waitFor();
      await page.getByRole('table').scrollIntoViewIfNeeded();
    },
    opens: ['features/retention/IncidentPage.tsx'],
  },
  {
    name: 'incident-revoke',
    path: '/incident',
    answers: { 'identity.status': { ...withOldDirectory, replaced: null } },
    steps: async ({ page, t }) => {
      await page.getByRole('button', { name: t('retention.incident.openKeys') }).scrollIntoViewIfNeeded();
    },
    opens: ['features/retention/RevokeKey.tsx'],
  },
  {
    name: 'incident-revoke-root',
    path: '/incident',
    answers: {
      'identity.status': {
        ...withOldDirectory,
        directory: { ...withOldDirectory.directory, own: true },
        replaced: null,
      },
    },
    steps: async ({ page, t }) => {
      await page.getByRole('button', { name: t('retention.incident.openDirectory') }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'incident-missent',
    path: '/incident',
    steps: async ({ page, t }) => {
      await page.getByRole('radio', { name: t('retention.incident.kind.missent') }).check();
    },
  },
  {
    name: 'retention-lists',
    path,
    answers: { 'retention.prepare': { viewId: 'kertas', size: 1000 } },
    steps: async (hand) => {
      await hand.page.getByRole('button', { name: officePapers.fileList.title }).click();
      await dialog(hand);
      await hand.page.getByRole('dialog').locator('.pdf-page').first().waitFor();
    },
    opens: ['features/retention/ArchiveLists.tsx'],
  },
  { name: 'retention-approve', path, steps: erasureOf('retention.approve', 0) },
  {
    name: 'retention-erase',
    path,
    steps: erasureOf('retention.erase', 0),
    opens: ['features/retention/erasure-dialogs.tsx', 'features/retention/Erasures.tsx'],
  },
];
