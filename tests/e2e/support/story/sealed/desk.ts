import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { PersonInput, Role } from '../../../../../shared/domain/identity/person.ts';
import { textsOf } from '../../accessible/texts.ts';
import { goTo } from '../../steps/case-steps.ts';
import { lookAndSend, makeReceipt, receive, sealShown } from '../../steps/exchange-steps.ts';
import type { Participant, Stage, Work } from '../stage.ts';

const t = textsOf('id');

/** A participant by the name under which folders and packages tell of one. */
export interface Desk extends Participant {
  readonly name: string;
  readonly person: PersonInput;
  readonly roles: readonly Role[];
}

/** A package that was carried. */
export interface Parcel {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Where a story by packages is played: it remembers what was carried. */
export interface SealedStage extends Stage {
  readonly parcels: Parcel[];
}

/** The folder in which all packages lie, as on a stick that goes from desk to desk. */
export const packagesOf = async ({ folder }: Pick<Stage, 'folder'>): Promise<string> => {
  const packages = join(folder, 'packages');
  await mkdir(packages, { recursive: true });
  return packages;
};

/** Someone at work on the file of an employee. */
export const workOf = ({ app, page, passphrase }: Desk, whose: string): Work => ({ app, page, passphrase, whose });

const atCase = (page: Page, whose: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: whose }).waitFor();

/** Opens the file of an employee from the list. */
export const openFileOf = async (page: Page, whose: string): Promise<void> => {
  await goTo(page, 'Berkas konseling');
  await page.getByText(whose).first().click();
  await atCase(page, whose);
};

export interface Delivery {
  readonly whose: string;
  /** Name of the pictures that are taken of it. */
  readonly picture?: string | undefined;
}

/** From the page of the case: shows what leaves, seals it for each of these, and comes back. Paths of the files. */
export const send = async (
  stage: SealedStage,
  from: Desk,
  to: readonly Desk[],
  { whose, picture }: Delivery,
): Promise<readonly string[]> => {
  const { app, page } = from;
  const folder = await packagesOf(stage);
  await lookAndSend(page);
  if (picture !== undefined) await stage.look(page, picture);
  const files = await sealShown(
    { app, page, folder },
    to.map(({ person }) => person.name),
  );
  if (picture !== undefined) await stage.look(page, `${picture}-sealed`);
  for (const [index, file] of files.entries()) note(stage, from, to[index], file);
  await page.getByRole('button', { name: t('exchange.openCase'), exact: true }).click();
  await atCase(page, whose);
  return files;
};

/** Remembers a package that was sealed. */
export const note = (stage: SealedStage, from: Desk, to: Desk | undefined, file: string): void => {
  stage.parcels.push({ file, from: from.name, to: to?.name ?? '' });
};

/** Receives a package: dropped on the page, looked at, taken in. */
export const collect = async (stage: Stage, at: Desk, file: string, picture?: string): Promise<void> =>
  receive(at.page, [file], async (part) => {
    if (picture !== undefined) await stage.look(at.page, `${picture}-${part}`);
  });

/** The same, then on to the file. */
export const collectCase = async (
  stage: Stage,
  at: Desk,
  file: string,
  { whose, picture }: Delivery,
): Promise<void> => {
  await collect(stage, at, file, picture);
  await at.page.getByRole('button', { name: t('exchange.openCase'), exact: true }).click();
  await atCase(at.page, whose);
};

/** Makes the receipt that is offered after something was taken in; path of the file. */
export const confirm = async (stage: SealedStage, at: Desk, to: Desk, picture?: string): Promise<string> => {
  const folder = await packagesOf(stage);
  const file = await makeReceipt({ app: at.app, page: at.page, folder }, to.person.name);
  if (picture !== undefined) await stage.look(at.page, picture);
  note(stage, at, to, file);
  return file;
};
