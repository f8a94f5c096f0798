import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { PersonInput, Role } from '../../../../../shared/domain/identity/person.ts';
import * as cast from '../../../../fixtures/people/cast.ts';
import { textsOf } from '../../accessible/texts.ts';
import { enterPassphraseAgain } from '../../confirmation.ts';
import { goTo } from '../../steps/case-steps.ts';
import {
  certifyCard,
  foundDirectory,
  invite,
  openDirectory,
  saveCard,
  saveDirectory,
  takeDirectory,
} from '../../steps/directory-steps.ts';
import { dropReceived, openExchange } from '../../steps/exchange-steps.ts';
import { acceptInvitation, createVault } from '../../steps/vault-steps.ts';
import { employee } from '../assessor.ts';
import { type Stage, startFor } from '../stage.ts';
import type { Desk } from './desk.ts';

const t = textsOf('id');

interface Plan {
  readonly person: PersonInput;
  readonly roles: readonly Role[];
  readonly passphrase: string;
}

const plans = {
  officer: {
    person: cast.personnelOfficer,
    roles: ['personnelOfficer'],
    passphrase: 'perahu kertas lentera 58 gunung salak',
  },
  head: { person: cast.personnelHead, roles: ['personnelHead'], passphrase: 'kebun teh kabut pagi 27 serambi' },
  assessor: { person: cast.assessor, roles: ['assessor'], passphrase: 'jendela bambu hujan sore 42 kelapa' },
  counsellor: { person: cast.counsellor, roles: ['counsellor'], passphrase: 'teh melati beranda 63 awan senja' },
  employee: { person: employee, roles: ['employee'], passphrase: 'sepeda tua jembatan kali 35 mangga' },
} as const satisfies Readonly<Record<string, Plan>>;
export type DeskName = keyof typeof plans;
export type Desks = Readonly<Record<DeskName, Desk>>;

const unseen: Stage['look'] = async () => {};

/** Makes a vault without invitation, as the first of an institution must. */
const settle = async (stage: Stage, name: DeskName, look = unseen): Promise<Desk> => {
  const { person, roles, passphrase } = plans[name];
  const app = await startFor(stage, name);
  const shown = roles.map((role) => t(`roles.${role}`));
  const plan = { label: name, person, roles: shown, institution: cast.institution, passphrase };
  const { page, recovery } = await createVault(app, plan, look);
  return { name, person, roles, app, page, passphrase, recovery };
};

const fileOf = (stage: Stage, file: string): string => join(stage.folder, 'directory', file);

type Invited = (look?: Stage['look']) => Promise<Desk>;

/** Invites somebody; the one invited opens the file on an own computer, while others do the same. */
const invitation = async (stage: Stage, officer: Desk, name: DeskName, look = unseen): Promise<Invited> => {
  const { person, roles, passphrase } = plans[name];
  const file = fileOf(stage, `${name}.undangan`);
  const words = await invite(officer, { person, roles, target: file }, look);
  return async (own = unseen) => {
    const app = await startFor(stage, name);
    const { page, recovery } = await acceptInvitation(app, { invitation: file, words, label: name, passphrase }, own);
    return { name, person, roles, app, page, passphrase, recovery };
  };
};

interface Card {
  readonly member: Desk;
  readonly card: string;
  readonly words: readonly string[];
}

/** The card of somebody, on its way to the officer, and the ten words to be read aloud. */
const handIn = async (stage: Stage, member: Desk, look = unseen): Promise<Card> => {
  const card = fileOf(stage, `${member.name}.kartu`);
  return { member, card, words: await saveCard(member, card, look) };
};

/** Trusts a directory for the first time without an invitation: ten words, then the passphrase. */
const trust = async (stage: Stage, { page, passphrase }: Desk, file: string): Promise<void> => {
  await openExchange(page);
  await dropReceived(page, [file]);
  await page.getByRole('heading', { level: 2, name: t('directory.trustTitle') }).waitFor();
  await page.getByRole('radio', { name: t('words.same') }).check();
  await stage.look(page, 'directory-trust');
  await page.getByRole('button', { name: t('directory.trust'), exact: true }).click();
  await stage.look(page, 'passphrase-again');
  await enterPassphraseAgain(page, passphrase, t('confirm.call.directory.trust.reason'));
  await page.getByRole('heading', { level: 1, name: t('directory.title') }).waitFor();
};

/** Lets a vault stay open for an hour untouched: whoever waits for the others is not to be locked out meanwhile. */
const stayOpen = async ({ page }: Desk): Promise<void> => {
  await goTo(page, t('settings.title'));
  await page.getByRole('tab', { name: t('settings.security') }).click();
  await page.getByRole('textbox', { name: t('settings.idle') }).fill('60');
  await page
    .getByRole('button', { name: t('settings.save'), exact: true })
    .first()
    .click();
  await page.getByText(t('settings.saved')).waitFor();
};

/** Everyone gets a vault: the officer and the head alone, the others by invitation. */
const gather = async (stage: Stage): Promise<Desks> => {
  const officer = await settle(stage, 'officer', stage.look);
  await stage.look(officer.page, 'home-empty');
  await foundDirectory(officer, stage.look);
  stage.tell('officer: vault made, directory published');
  const opens = {
    assessor: await invitation(stage, officer, 'assessor', stage.look),
    counsellor: await invitation(stage, officer, 'counsellor'),
    employee: await invitation(stage, officer, 'employee'),
  };
  const [assessor, head] = await Promise.all([opens.assessor(stage.look), settle(stage, 'head')]);
  const [counsellor, employed] = await Promise.all([opens.counsellor(), opens.employee()]);
  stage.tell('assessor, counsellor, employee: vaults made by invitation; head: vault made');
  const desks = { officer, head, assessor, counsellor, employee: employed };
  await Promise.all(Object.values(desks).map(stayOpen));
  return desks;
};

/** All cards are certified by the officer, and the directory is taken in by everyone. */
const certifyAll = async (stage: Stage, { officer, head, assessor, ...others }: Desks): Promise<void> => {
  const cards = await Promise.all([
    handIn(stage, assessor, stage.look),
    ...[...Object.values(others), head].map((member) => handIn(stage, member)),
  ]);
  for (const { member, card, words } of cards) {
    const look = member === assessor ? stage.look : unseen;
    await certifyCard(officer, { name: member.person.name, card, words }, look);
  }
  await openDirectory(officer.page, 'invitations');
  await stage.look(officer.page, 'directory-invitations');
  const directory = fileOf(stage, 'instansi.direktori');
  await saveDirectory(officer, directory, stage.look);
  await Promise.all([
    takeDirectory(assessor.page, directory, stage.look),
    ...Object.values(others).map(({ page }) => takeDirectory(page, directory)),
    trust(stage, head, directory),
  ]);
};

/**
 * The personnel unit publishes a directory; the head joins with a vault made alone, the others by invitation. In the
 * end all hold the directory that certifies everyone. Cards, directory and invitations lie in `directory`.
 */
export const foundInstitution = async (stage: Stage): Promise<Desks> => {
  await mkdir(join(stage.folder, 'directory'), { recursive: true });
  const desks = await gather(stage);
  await certifyAll(stage, desks);
  const { page } = desks.assessor;
  await openDirectory(page, 'own');
  await expect(page.getByRole('list', { name: t('directory.certified') })).toHaveText(t('roles.assessor'));
  await stage.look(page, 'directory-own');
  stage.tell('all certified by the directory');
  return desks;
};
