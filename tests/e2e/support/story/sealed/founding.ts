import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { PersonInput, Role } from '../../../../../shared/domain/identity/person.ts';
import * as cast from '../../../../fixtures/people/cast.ts';
import { textsOf } from '../../accessible/texts.ts';
import {
  certifyCard,
  foundDirectory,
  invite,
  openDirectory,
  saveCard,
  saveDirectory,
  takeDirectory,
} from '../../steps/directory-steps.ts';
import { dropReceived, enterPassphraseAgain, openExchange } from '../../steps/exchange-steps.ts';
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

/** Invites somebody, who opens the invitation on an own computer. */
const joinIn = async (stage: Stage, officer: Desk, name: DeskName, look = unseen): Promise<Desk> => {
  const { person, roles, passphrase } = plans[name];
  const invitation = fileOf(stage, `${name}.undangan`);
  const words = await invite(officer, { person, roles, target: invitation }, look);
  const app = await startFor(stage, name);
  const { page, recovery } = await acceptInvitation(app, { invitation, words, label: name, passphrase }, look);
  return { name, person, roles, app, page, passphrase, recovery };
};

/** The card of somebody goes to the officer, who certifies it after its words were compared. */
const certify = async (stage: Stage, officer: Desk, member: Desk, look = unseen): Promise<void> => {
  const card = fileOf(stage, `${member.name}.kartu`);
  const words = await saveCard(member, card, look);
  await certifyCard(officer, { name: member.person.name, card, words }, look);
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
  await enterPassphraseAgain(page, passphrase, t('directory.trustReason'));
  await page.getByRole('heading', { level: 1, name: t('directory.title') }).waitFor();
};

/**
 * The personnel unit publishes a directory; the head joins with a vault made alone, the others by invitation. In the
 * end all hold the directory that certifies everyone. Cards, directory and invitations lie in `directory`.
 */
export const foundInstitution = async (stage: Stage): Promise<Desks> => {
  await mkdir(join(stage.folder, 'directory'), { recursive: true });
  const officer = await settle(stage, 'officer', stage.look);
  await stage.look(officer.page, 'home-empty');
  await foundDirectory(officer, stage.look);
  stage.tell('officer: vault made, directory published');
  const assessor = await joinIn(stage, officer, 'assessor', stage.look);
  stage.tell('assessor: invited, vault made');
  const counsellor = await joinIn(stage, officer, 'counsellor');
  const employed = await joinIn(stage, officer, 'employee');
  const head = await settle(stage, 'head');
  stage.tell('counsellor, employee, head: vaults made');
  await certify(stage, officer, assessor, stage.look);
  for (const member of [counsellor, employed, head]) await certify(stage, officer, member);
  await openDirectory(officer.page, 'invitations');
  await stage.look(officer.page, 'directory-invitations');
  const directory = fileOf(stage, 'instansi.direktori');
  await saveDirectory(officer, directory, stage.look);
  await takeDirectory(assessor.page, directory, stage.look);
  for (const { page } of [counsellor, employed]) await takeDirectory(page, directory);
  await trust(stage, head, directory);
  await openDirectory(assessor.page, 'own');
  await expect(assessor.page.getByRole('list', { name: t('directory.certified') })).toHaveText(t('roles.assessor'));
  await stage.look(assessor.page, 'directory-own');
  stage.tell('all certified by the directory');
  return { officer, head, assessor, counsellor, employee: employed };
};
