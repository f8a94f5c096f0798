import { counsellor, institution } from '../../fixtures/people/cast.ts';
import { words } from '../made/exchange.ts';
import type { Hand, Screen } from '../screen.ts';
import { type Answers, refuse } from '../window/stand-in.ts';

const vault = {
  vaultId: 'a'.repeat(32),
  label: 'Brankas contoh',
  location: '~/Dokumen/Bilik',
  state: 'ok' as const,
  warnings: [],
};
const one: Answers = { 'vault.list': { vaults: [vault], lastVaultId: vault.vaultId } };
const several: Answers = {
  'vault.list': {
    vaults: [
      { ...vault, warnings: ['network', 'synced', 'removable'] },
      { ...vault, vaultId: 'b'.repeat(32), label: 'Brankas unit', state: 'missing' },
      { ...vault, vaultId: 'c'.repeat(32), label: 'Brankas lama', state: 'damaged' },
    ],
    lastVaultId: vault.vaultId,
  },
};
const none: Answers = { 'vault.list': { vaults: [], lastVaultId: null } };
const groups = ['K7MQ2', 'P9XWA', 'RT4ZC', 'LN8HV', 'D3EYS', 'GU6BF', 'WQ5JK', 'MX2RT', 'ZC9PA', 'HV4LN', 'YS7DE'];
const made: Answers = {
  ...none,
  'vault.create': { vaultId: vault.vaultId, recoveryGroups: groups, askedGroups: [2, 7], warnings: ['synced'] },
};
const passphrase = 'empat kuda kayu berlari';

const next = ({ t, button }: Hand, key = 'common.continue'): Promise<void> => button(t(key)).click();
const heading = ({ page, t }: Hand, key: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: t(key), exact: true }).waitFor();

/** What a person types until the step of a new vault is there; each step goes on from the one before. */
const toStep = {
  person: async (hand: Hand) => {
    await next(hand, 'vault.create');
    await heading(hand, 'vault.step.person.title');
  },
  roles: async (hand: Hand) => {
    await toStep.person(hand);
    await hand.page.getByRole('textbox', { name: hand.t('person.name') }).fill(counsellor.name);
    await next(hand);
    await heading(hand, 'vault.step.roles.title');
  },
  place: async (hand: Hand) => {
    await toStep.roles(hand);
    await hand.page.getByRole('textbox', { name: hand.t('vault.institution') }).fill(institution);
    await hand.page.getByRole('checkbox', { name: hand.t('roles.counsellor'), exact: true }).check();
    await next(hand);
    await heading(hand, 'vault.step.place.title');
  },
  backup: async (hand: Hand) => {
    await toStep.place(hand);
    await next(hand);
    await heading(hand, 'vault.step.backup.title');
  },
  passphrase: async (hand: Hand) => {
    await toStep.backup(hand);
    await hand.page.getByRole('radio', { name: hand.t('vault.backupPlace.none') }).check();
    await next(hand);
    await heading(hand, 'vault.step.passphrase.title');
    await hand.page.getByLabel(hand.t('vault.newPassphrase'), { exact: true }).fill(passphrase);
    await hand.page.getByLabel(hand.t('vault.passphraseAgain'), { exact: true }).fill(passphrase);
  },
  sheet: async (hand: Hand) => {
    await toStep.passphrase(hand);
    await next(hand, 'vault.make');
    await heading(hand, 'vault.step.sheet.title');
  },
  confirm: async (hand: Hand) => {
    await toStep.sheet(hand);
    await hand.page.getByRole('checkbox', { name: hand.t('vault.sheetKept') }).check();
    await next(hand);
    await heading(hand, 'vault.step.confirm.title');
  },
};

const lock = (name: string, answers: Answers, steps?: Screen['steps'], search?: string): Screen => ({
  name: `lock-${name}`,
  path: null,
  answers,
  ...(steps && { steps }),
  ...(search !== undefined && { search }),
});

const invited: Answers = {
  ...none,
  'dialog.chooseInvitation': { token: 'undangan', name: 'undangan.undangan', size: 2000 },
  'vault.inspectInvitation': {
    institution,
    person: counsellor,
    roles: ['counsellor'],
    issuedAt: '2026-11-20T02:00:00.000Z',
    words,
    withProfile: true,
  },
};
const openInvitation = async (hand: Hand): Promise<void> => {
  await next(hand, 'vault.openInvitation');
  await hand.page.getByText(counsellor.name).waitFor();
};

const backup: Answers = {
  ...one,
  'dialog.chooseBackup': { token: 'cadangan', name: 'bilik-1a2b3c4d-20261120-021500.cadangan', size: 18_400_000 },
  'vault.inspectBackup': {
    madeAt: '2026-11-20T02:15:00.000Z',
    hasNotes: true,
    newerByOtherKey: null,
    opened: [{ label: vault.label, at: '2026-11-23T01:00:00.000Z' }],
  },
};
const withoutNotes: Answers = {
  ...backup,
  'vault.inspectBackup': {
    madeAt: '2026-11-20T02:15:00.000Z',
    hasNotes: false,
    newerByOtherKey: '2026-11-22T02:15:00.000Z',
    opened: [],
  },
};
const chooseBackup = async (hand: Hand): Promise<void> => {
  await next(hand, 'vault.restore');
  await heading(hand, 'vault.restoreTitle');
};

const unlock = async ({ page, t, button }: Hand): Promise<void> => {
  await page.getByLabel(t('common.passphrase'), { exact: true }).fill('bukan ini');
  await button(t('vault.unlock')).click();
};

/** The page before a vault is open: unlock, take off the list, recover, make one, be invited. */
export const lockScreens: readonly Screen[] = [
  lock('unlock', one),
  lock('unlock-after-idle', one, undefined, '&reason=idle'),
  lock('unlock-after-identity', one, undefined, '&reason=identityUnended'),
  lock('unlock-several', several),
  lock('unlock-wrong', { ...one, 'vault.unlock': refuse('wrongPassphrase') }, async (hand) => {
    await unlock(hand);
    await hand.page.getByRole('alert').waitFor();
  }),
  lock('forget', one, async (hand) => {
    await next(hand, 'vault.forget');
    await hand.page.getByRole('alertdialog').waitFor();
  }),
  lock('recover', one, async (hand) => {
    await next(hand, 'vault.forgotten');
    await heading(hand, 'vault.recoverTitle');
  }),
  lock('restore', backup, chooseBackup),
  lock('restore-without-notes-former', withoutNotes, chooseBackup),
  lock('restore-by-sheet', backup, async (hand) => {
    await chooseBackup(hand);
    await hand.page.getByRole('radio', { name: hand.t('vault.restoreBySheet') }).check();
  }),
  lock('unlock-identity-unended', { ...one, 'vault.unlock': refuse('identityUnended') }, async (hand) => {
    await unlock(hand);
    await hand.page.getByText(hand.t('errors.identityUnended')).waitFor();
  }),
  lock('restore-cut', { ...backup, 'vault.inspectBackup': refuse('backupCut') }, async (hand) => {
    await next(hand, 'vault.restore');
    await hand.page.getByRole('alert').waitFor();
  }),
  lock('welcome', none),
  lock('new-person-incomplete', none, async (hand) => {
    await toStep.person(hand);
    await next(hand);
  }),
  lock('new-roles-incomplete', none, async (hand) => {
    await toStep.roles(hand);
    await next(hand);
  }),
  lock('new-place', none, toStep.place),
  lock('new-backup', { ...none, 'dialog.chooseFolder': { token: 'cadangan', label: 'Cadangan' } }, async (hand) => {
    await toStep.backup(hand);
    await next(hand, 'vault.backupPlace.folder');
    await hand.page.getByText('Cadangan', { exact: true }).waitFor();
  }),
  lock('new-backup-incomplete', none, async (hand) => {
    await toStep.backup(hand);
    await next(hand);
  }),
  lock('new-passphrase-weak', none, async (hand) => {
    await toStep.passphrase(hand);
    await hand.page.getByLabel(hand.t('vault.newPassphrase'), { exact: true }).fill('kata');
  }),
  lock('new-passphrase', none, toStep.passphrase),
  lock('new-sheet', made, toStep.sheet),
  lock('new-confirm', made, toStep.confirm),
  lock('invited', invited, openInvitation),
  lock('invited-words-differ', invited, async (hand) => {
    await openInvitation(hand);
    await hand.page.getByRole('radio', { name: hand.t('words.differ') }).check();
  }),
];
