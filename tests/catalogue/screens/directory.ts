import { institution } from '../../fixtures/people/cast.ts';
import { identity, withOldDirectory, words } from '../made/exchange.ts';
import type { Hand, Screen } from '../screen.ts';
import { beginning } from './pressing.ts';

const tab = async ({ page, t }: Hand, name: string): Promise<void> => {
  await page.getByRole('tab', { name: t(`directory.tab.${name}`), exact: true }).click();
  await page.getByRole('tabpanel', { name: t(`directory.tab.${name}`), exact: true }).waitFor();
};

/** Direktori & kartu, part by part, its dialogs, and files that were signed elsewhere. */
export const directoryScreens: readonly Screen[] = [
  ...(['own', 'members', 'office', 'invitations', 'special'] as const).map(
    (name): Screen => ({ name: `directory-${name}`, path: '/directory', steps: (hand) => tab(hand, name) }),
  ),
  {
    name: 'directory-none',
    path: '/directory',
    answers: { 'identity.status': { ...identity, directory: null, certifiedRoles: null } },
    steps: (hand) => tab(hand, 'members'),
  },
  {
    name: 'directory-found',
    path: '/directory',
    answers: { 'identity.status': { ...identity, directory: null, certifiedRoles: null } },
    steps: async (hand) => {
      await tab(hand, 'members');
      await hand.button(hand.t('directory.found')).click();
      await hand.page.getByRole('dialog').waitFor();
    },
    opens: ['features/directory/members/FoundDialog.tsx'],
  },
  {
    name: 'directory-old',
    path: '/directory',
    answers: { 'identity.status': withOldDirectory },
    steps: (hand) => tab(hand, 'members'),
  },
  {
    name: 'directory-file-old',
    path: '/directory/file/direktori',
    route: '/directory/file/$token',
    answers: {
      'identity.inspectFile': {
        kind: 'directory',
        institution,
        serial: 3,
        issuedAt: '2026-06-02T02:00:00.000Z',
        members: 12,
        words,
        state: 'untrusted',
        certifiesSelf: true,
      },
    },
  },
  {
    name: 'directory-of-others',
    path: '/directory',
    answers: { 'identity.status': { ...identity, directory: { ...identity.directory, own: false } } },
    steps: (hand) => tab(hand, 'special'),
  },
  ...(['changeRoles', 'revoke'] as const).map(
    (key): Screen => ({
      name: `directory-${key}`,
      path: '/directory',
      steps: async (hand) => {
        await tab(hand, 'members');
        await beginning(hand, `directory.${key}`);
        await hand.page.getByRole('dialog').waitFor();
      },
      opens:
        key === 'revoke'
          ? ['features/directory/members/RevokeDialog.tsx']
          : ['features/directory/members/SpansDialog.tsx', 'features/directory/members/RolesDialog.tsx'],
    }),
  ),
  {
    name: 'directory-compromised',
    path: '/directory',
    steps: async (hand) => {
      await tab(hand, 'members');
      for (const details of await hand.page.getByRole('button', { name: hand.t('directory.keyDetails') }).all())
        await details.click();
      await beginning(hand, 'directory.compromised');
      await hand.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'directory-auditor-bare',
    path: '/directory',
    steps: async (hand) => {
      await tab(hand, 'special');
      await hand.page.getByRole('radio', { name: hand.t('directory.auditorBare'), exact: true }).check();
    },
  },
  {
    name: 'office-none',
    path: '/directory',
    answers: { 'office.get': { source: 'profile', profile: null, beginsWith: null } },
    steps: (hand) => tab(hand, 'office'),
  },
  { name: 'office-profile', path: '/directory/office' },
  {
    name: 'office-profile-tried',
    path: '/directory/office',
    steps: async ({ page, t, button }) => {
      await page.getByRole('textbox', { name: t('office.institution') }).fill('');
      await button(t('office.publish')).click();
      await page.getByText(t('office.nameMissing')).waitFor();
    },
  },
  {
    name: 'directory-invite',
    path: '/directory/invite',
    steps: ({ t, button }) => button(t('directory.inviteSave')).click(),
  },
  ...(['kartu', 'kartu-baru', 'direktori', 'undangan', 'profil'] as const).map(
    (token): Screen => ({
      name: `directory-file-${token}`,
      path: `/directory/file/${token}`,
      route: '/directory/file/$token',
      steps: async ({ page, t }) => {
        if (token === 'undangan' || token === 'profil') return;
        await page.getByRole('radio', { name: t('words.differ') }).check();
      },
    }),
  ),
  {
    name: 'directory-file-same-words',
    path: '/directory/file/kartu',
    route: '/directory/file/$token',
    steps: async ({ page, t }) => page.getByRole('radio', { name: t('words.same') }).check(),
  },
];
