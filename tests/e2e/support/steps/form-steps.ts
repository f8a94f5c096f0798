import type { Locator, Page } from '@playwright/test';
import type { PersonInput } from '../../../../shared/domain/identity/person.ts';

const statusNames = { pns: 'PNS', pppk: 'PPPK', other: 'Lainnya' } as const;

/** Fills the identity block inside `scope`. */
export const fillPerson = async (scope: Locator, person: PersonInput): Promise<void> => {
  await scope.getByRole('textbox', { name: 'Nama lengkap' }).fill(person.name);
  await scope.getByRole('textbox', { name: 'NIP' }).fill(person.nip);
  await scope.getByRole('textbox', { name: 'Pangkat/golongan ruang' }).fill(person.rank);
  await scope.getByRole('textbox', { name: 'Jabatan', exact: true }).fill(person.position);
  await scope.getByRole('textbox', { name: 'Unit kerja' }).fill(person.unit);
  const status = scope.getByRole('combobox', { name: 'Status kepegawaian' });
  if ((await status.inputValue()) !== statusNames[person.employmentStatus]) {
    await status.click();
    await scope.page().getByRole('option', { name: statusNames[person.employmentStatus], exact: true }).click();
  }
};

/** Chooses an entry of a list that opens. */
export const pick = async (scope: Locator, label: string, option: string): Promise<void> => {
  await scope.getByRole('combobox', { name: label, exact: true }).click();
  await scope.page().getByRole('option', { name: option }).click();
};

/** Chooses one button of a group. */
export const choose = (scope: Locator, option: string): Promise<void> =>
  scope.getByRole('radio', { name: option, exact: true }).check();

/** Fills text fields by their labels, in order. */
export const fillTexts = async (scope: Locator, values: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, value] of Object.entries(values)) {
    await scope.getByRole('textbox', { name: label, exact: true }).first().fill(value);
  }
};

/** Takes in files by the button of a drop field; the dialog's answer was set before. */
export const addFile = async (page: Page, label: string, name: string): Promise<void> => {
  await page.getByRole('group', { name: label, exact: true }).getByRole('button', { name: 'Pilih berkas' }).click();
  await page.getByRole('list', { name: 'Lampiran' }).getByText(name).first().waitFor();
};
