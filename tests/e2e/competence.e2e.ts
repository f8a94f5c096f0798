import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { bpsExample } from '../../shared/domain/competence/bps-example.ts';
import * as people from '../fixtures/people/cast.ts';
import { tabTo } from './support/accessible/keys.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { picture } from './support/picture.ts';
import { passphrase } from './support/probe.ts';
import {
  addActivity,
  attachScan,
  lookAtCsv,
  openLearner,
  openLedger,
  openPart,
  text,
  withdrawActivity,
} from './support/steps/competence-steps.ts';
import { pick } from './support/steps/form-steps.ts';
import { button } from './support/steps/guidance-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

// A year of learning hours with twelve records, a plan from gap to evaluation, the conversion table, and what axe says
// of every page.

const t = textsOf('id');
const { employee } = people;
const year = new Date().getFullYear();

let home: string;
let folder: string;
let app: RunningApp;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilik-jp-'));
  home = await seedVault({ person: people.personnelOfficer, roles: ['personnelOfficer'] }, async (get) => {
    await get('persons.save', { personId: null, person: employee });
    await get('persons.save', { personId: null, person: people.otherEmployee });
  });
});
test.afterEach(() => app.close());
test.afterAll(async () => {
  await rm(home, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

const open = async (): Promise<void> => {
  app = await launchApp({ home });
  page = await unlock(app, passphrase);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openLedger(page);
};

const openPerson = (): Promise<void> => openLearner(page, employee.name);

test('the conversion table of the institution is published, with a citation for each row', async () => {
  await open();
  await button(page, text('table.title')).click();
  await expect(page.getByText(text('table.empty'))).toBeVisible();
  await button(page, text('table.next')).click();
  await button(page, text('table.addRow')).click();
  const row = page.getByRole('group', { name: text('table.row', { number: 1 }), exact: true });
  await pick(row, text('table.column.kind'), text('kind.eLearning'));
  await pick(row, text('table.column.unit'), text('unit.hours'));
  await row.getByLabel(text('table.column.evidence')).uncheck();
  await button(page, text('table.publish', { year })).click();
  await expect(page.getByRole('alert')).toContainText(text('table.unfit'));
  await row.getByLabel(new RegExp(`^${text('table.column.citation')}`)).fill('Keputusan Contoh Nomor 1');
  await button(page, text('table.publish', { year })).click();
  const confirmation = page.getByRole('dialog', { name: text('table.confirm', { year }) });
  await expect(confirmation).toContainText(text('table.confirmText', { year, rows: 1 }));
  await button(confirmation, text('table.publish', { year })).click();
  await expect(page.getByRole('region', { name: text('table.version', { number: 1, year }) })).toContainText(
    'Keputusan Contoh Nomor 1',
  );
  await picture(page, 'competence-table');
});

test('a year of JP with twelve records: the ring, the ledger and the reasons agree', async () => {
  await open();
  const proofs = ['sertifikat.txt', 'laporan.txt'].map((name) => join(folder, name));
  for (const proof of proofs) await writeFile(proof, `Contoh ${proof}\n`);
  await openPerson();
  await addActivity(app, page, {
    kind: 'technicalTraining',
    unit: 'jp',
    proofs,
    title: 'Pelatihan data dasar',
    amount: '6,5',
    day: `${year}-01-15`,
  });
  await addActivity(app, page, {
    kind: 'seminar',
    title: 'Seminar tanpa bukti',
    unit: 'jp',
    amount: '8',
    day: `${year}-01-20`,
  });
  await addActivity(app, page, {
    kind: 'eLearning',
    title: 'Kelas daring pertama',
    unit: 'hours',
    amount: '2',
    day: `${year}-02-03`,
  });

  await openLedger(page);
  await button(page, text('import.title')).click();
  const lines = Array.from(
    { length: 9 },
    (_, index) =>
      `${employee.nip};E-learning;Kelas ${index + 1};${year}-02-0${index + 1};${year}-02-0${index + 1};jam;1,5`,
  );
  const csv = join(folder, 'kegiatan.csv');
  const header = 'NIP;Jenis;Judul;Mulai;Selesai;Satuan;Jumlah';
  const formula = lines.map((line, index) => (index === 8 ? line.replace('1,5', '=1+1') : line));
  await lookAtCsv(app, page, csv, [header, ...formula]);
  const refused = page.getByRole('table', { name: text('import.problems') });
  await expect(refused.getByRole('row').nth(1)).toHaveText(`10Jumlah${t('csvProblem.csvFormula')}=1+1`);
  await picture(page, 'competence-import');
  await lookAtCsv(app, page, csv, [header, ...lines]);
  await button(page, text('import.store', { number: 9 })).click();
  await expect(
    page.getByRole('status').filter({ hasText: text('import.stored', { accepted: 9, known: 0 }) }),
  ).toBeVisible();

  await openLedger(page);
  const row = page.getByRole('row', { name: new RegExp(employee.name.slice(0, 12)) });
  await expect(row).toContainText(text('ofTarget', { jp: 22, target: 20 }));
  await expect(row).toContainText(`12${text('uncounted', { count: 1 })}`);
  await picture(page, 'competence-ledger');
  await openPerson();
  await expect(
    page.getByRole('article', { name: new RegExp(`^${year}: ${text('ofTarget', { jp: 22, target: 20 })}`) }),
  ).toBeVisible();
  await expect(page.getByRole('row', { name: /Pelatihan data dasar/ })).toContainText(
    text('evidenceCount', { count: 2 }),
  );
  await expect(page.getByRole('row', { name: /Seminar tanpa bukti/ })).toContainText(text('verdict.evidenceMissing'));
  await picture(page, 'competence-person');

  await withdrawActivity(page, 'Kelas 9', 'Tidak hadir');
  await expect(page.getByRole('row', { name: /Kelas 9/ })).toContainText('Tidak hadir');
  await expect(
    page.getByRole('article', { name: new RegExp(text('ofTarget', { jp: '20,5', target: 20 })) }),
  ).toBeVisible();
});

test('a plan goes from gap to evaluation', async () => {
  await open();
  await button(page, text('standards.title')).click();
  await button(page, text('standards.add')).click();
  const standard = page.getByRole('dialog', { name: text('standards.add') });
  await standard.getByRole('combobox', { name: t('person.position') }).fill(employee.position);
  await standard.getByLabel(new RegExp(`^${text('table.column.citation')}`)).fill('Keputusan Contoh Nomor 3');
  await standard.getByRole('textbox', { name: text('standards.competence', { number: 1 }) }).fill('Pemetaan data');
  await button(standard, t('common.later')).click();
  await standard.waitFor({ state: 'detached' });
  await button(page, text('standards.add')).click();
  await expect(standard.getByRole('textbox', { name: text('standards.competence', { number: 1 }) })).toHaveValue(
    'Pemetaan data',
  );
  await button(standard, t('common.save')).click();
  await page.getByRole('region', { name: employee.position }).waitFor();
  await button(page, text('standards.add')).click();
  await expect(standard.getByRole('textbox', { name: text('standards.competence', { number: 1 }) })).toHaveValue('');
  await standard.getByRole('combobox', { name: t('person.position') }).fill('Salah ketik');
  await button(standard, t('common.discardDraft')).click();
  await expect(standard.getByRole('combobox', { name: t('person.position') })).toHaveValue('');
  await button(standard, t('common.cancel')).click();

  await openLedger(page);
  await openPerson();
  await openPart(page, 'gaps');
  const basis = page.getByLabel(new RegExp(`^${text('basis')}`));
  await basis.fill('Wawancara');
  await openPart(page, 'plan');
  await openPart(page, 'gaps');
  await expect(basis).toHaveValue('Wawancara');
  await pick(
    page.locator('main'),
    text('levelOf', { name: 'Pemetaan data', type: text('type.technical'), level: 3 }),
    '1',
  );
  await button(page, text('saveAssessment')).click();
  await expect(page.getByRole('row', { name: /Pemetaan data/ })).toContainText('Teknis31');
  await picture(page, 'competence-gaps');

  await openPart(page, 'plan');
  await expect(page.getByText(text('planLacks.gapNotPlanned', { name: 'Pemetaan data' }))).toBeVisible();
  await button(page, text('plan.addGap', { name: 'Pemetaan data' })).click();
  await page.getByLabel(new RegExp(`^${text('plan.aim')}`)).fill('Menyusun peta data');
  await page.getByRole('combobox', { name: text('plan.records') }).click();
  await page.getByRole('option', { name: /^Kelas 1 / }).click();
  await page.keyboard.press('Escape');
  await button(page, text('plan.save')).click();
  await expect(page.getByText(text('planLacks.notEvaluated', { name: 'Menyusun peta data' }))).toBeVisible();
  await picture(page, 'competence-plan');
  await page.getByLabel(new RegExp(`^${text('evaluation.official')}`)).fill(people.authorisedOfficial.name);
  await expect(button(page, text('evaluation.enter'))).toBeDisabled();
  await button(page, text('plan.add')).click();
  const added = page.getByLabel(new RegExp(`^${text('plan.aim')}`)).nth(1);
  await added.fill('Belajar bersama komunitas');
  await expect(page.getByText(text('evaluation.saveFirst'))).toBeVisible();
  await page
    .getByRole('combobox', { name: text('plan.records') })
    .nth(1)
    .click();
  await page.getByRole('option', { name: /^Kelas 2 / }).click();
  await page.keyboard.press('Escape');
  await button(page, text('plan.save')).click();
  const judged = page.getByRole('combobox', { name: text('evaluation.of', { aim: 'Belajar bersama komunitas' }) });
  await judged.waitFor();
  await expect(page.getByText(text('evaluation.saveFirst'))).toBeHidden();
  await expect(page.getByLabel(new RegExp(`^${text('evaluation.official')}`))).toHaveValue(
    people.authorisedOfficial.name,
  );
  await pick(
    page.locator('main'),
    text('evaluation.of', { aim: 'Belajar bersama komunitas' }),
    text('evaluation.outcome.notMet'),
  );
  await expect(button(page, text('evaluation.enter'))).toBeDisabled();
  await pick(
    page.locator('main'),
    text('evaluation.of', { aim: 'Menyusun peta data' }),
    text('evaluation.outcome.partly'),
  );
  await expect(button(page, text('evaluation.enter'))).toBeDisabled();
  const scan = join(folder, 'evaluasi.txt');
  await writeFile(scan, 'Pindaian evaluasi\n');
  await attachScan(app, page, scan);
  await button(page, text('evaluation.enter')).click();
  await expect(page.getByText(text('plan.complete'))).toBeVisible();
  await expect(page.getByRole('region', { name: text('evaluation.title') })).toContainText(
    `${text('evaluation.of', { aim: 'Menyusun peta data' })}${text('evaluation.outcome.partly')}`,
  );
});

test('an activity is added by the keyboard alone', async () => {
  await open();
  await openPerson();
  await tabTo(page, button(page, text('add')));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: text('add') });
  await tabTo(page, dialog.getByLabel(new RegExp(`^${text('field.title')}`)));
  await page.keyboard.type('Komunitas belajar data');
  await tabTo(page, button(dialog, t('common.save')));
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect(page.getByRole('row', { name: /Komunitas belajar data/ })).toBeVisible();
  await expect(button(page, text('add'))).toBeFocused();
});

test('what is typed of a standard is a draft that can be thrown away', async () => {
  await open();
  await openLedger(page);
  await button(page, text('standards.title')).click();
  await page.getByRole('heading', { level: 1, name: text('standards.title'), exact: true }).waitFor();
  await button(page, text('standards.add')).click();
  const standard = page.getByRole('dialog', { name: text('standards.add') });
  await standard.getByRole('combobox', { name: t('person.position') }).fill('Jabatan Contoh');
  await button(standard, t('common.discardDraft')).click();
  await expect(standard.getByRole('combobox', { name: t('person.position') })).toHaveValue('');
});

test('the public example fills a version, which counts a coaching at most twice a month', async () => {
  await open();
  // By the keyboard alone, as everything that a keyboard reaches.
  for (const name of ['title', 'next', 'example'] as const) {
    await tabTo(page, button(page, text(`table.${name}`)));
    await page.keyboard.press('Enter');
  }
  const rows = bpsExample.length;
  await page.getByRole('group', { name: text('table.row', { number: rows }), exact: true }).waitFor();
  await tabTo(page, button(page, text('table.publish', { year })));
  await page.keyboard.press('Enter');
  const confirmation = page.getByRole('dialog', { name: text('table.confirm', { year }) });
  await expect(confirmation).toContainText(text('table.confirmText', { year, rows }));
  await button(confirmation, text('table.publish', { year })).click();
  await expect(page.getByRole('region', { name: text('table.version', { number: 2, year }) })).toBeVisible();

  await openLedger(page);
  await openLearner(page, people.otherEmployee.name);
  const proof = join(folder, 'coaching.txt');
  await writeFile(proof, 'Contoh coaching\n');
  for (const day of ['05', '06', '07']) {
    const title = `Coaching tanggal ${day}`;
    const session = { kind: 'coaching', unit: 'sessions', title, amount: '1', day: `${year}-01-${day}` };
    await addActivity(app, page, { ...session, proofs: [proof] });
  }
  await expect(page.getByRole('row', { name: /Coaching tanggal 06/ })).toContainText(text('verdict.counted'));
  await expect(page.getByRole('row', { name: /Coaching tanggal 07/ })).toContainText(text('verdict.capped'));
  await expect(
    page.getByRole('article', { name: new RegExp(`^${year}: ${text('ofTarget', { jp: 4, target: 20 })}`) }),
  ).toBeVisible();
});
