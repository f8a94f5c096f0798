import type { Page } from '@playwright/test';
import { programmePaperTitles } from '../../../../shared/domain/documents/kind.ts';
import * as cast from '../../../fixtures/people/cast.ts';
import { textsOf } from '../accessible/texts.ts';
import { fillPerson } from '../steps/form-steps.ts';
import { addGoals, addSession, beginFile, saveFile } from '../steps/guidance-file-steps.ts';
import { button, openGuidance, openPage, openTab } from '../steps/guidance-steps.ts';
import { setElement, type TypedElement } from '../steps/programme-steps.ts';
import { canaries } from './canaries.ts';
import { dayFromNow } from './days.ts';
import { showInMiddle, showTop } from './scroll.ts';
import type { Participant, Stage } from './stage.ts';

const t = textsOf('id');
type Keeper = Pick<Participant, 'app' | 'page'>;

/** The head coaches a member of the own unit, who is not in the register: sessions and goals that figures count. */
const coachOwnUnit = async (page: Page): Promise<void> => {
  await openGuidance(page);
  await button(page, t('guidance.new.coaching')).click();
  await page
    .getByRole('button', { name: new RegExp(`${t('person.typeIn')}$`) })
    .first()
    .click();
  await fillPerson(page.locator('main'), cast.personnelOfficer);
  await button(page, t('guidance.addTyped')).click();
  await beginFile(page, null, 'Daftar penerimaan berkas');
  const goal = { measure: '2 hari kerja sejak diterima', due: dayFromNow(-2) };
  await addGoals(page, [
    { ...goal, text: 'Berkas masuk tercatat dalam dua hari', state: 'met' },
    { ...goal, text: 'Kekurangan berkas disampaikan kepada pengirim', state: 'partly' },
    { ...goal, text: 'Rekap bulanan terkirim', due: dayFromNow(6) },
  ]);
  await openTab(page, 'sessions');
  for (const [index, days] of [-62, -33, -30, -4].entries()) {
    const time = { date: dayFromNow(days), startTime: '08:30', minutes: 30, place: 'Ruang Kepala Bagian' };
    await addSession(page, index + 1, { state: 'held', ...time });
  }
  await saveFile(page);
};

const document = { title: 'Keputusan Contoh tentang Pembinaan', number: '12/2026', date: '2026-01-05' };
const unit = cast.personnelHead.unit;

const elements = (file: string): readonly TypedElement[] => [
  {
    element: 'coach',
    text: `Coach adalah atasan sendiri atau yang diberi penugasan khusus (${canaries.programme}).`,
    document,
    unit,
    since: '2026-02-01',
    file,
  },
  { element: 'methods', text: 'GROW, dengan bank pertanyaan.', document, unit, since: '2026-02-01' },
  { element: 'monitoring', text: 'Sesi, tujuan, JP, dan kesenjangan, setiap triwulan.' },
];

/**
 * The programme of the institution: elements set by their document, one still a draft, and the figures of this vault.
 */
export const keepProgramme = async ({ app, page }: Keeper, { files, look }: Stage): Promise<void> => {
  await coachOwnUnit(page);
  await openPage(page, t('programme.nav'), t('programme.title'));
  for (const typed of elements(files.decision))
    await setElement(app, page, typed, async () => {
      if (typed.file !== undefined) await look(page, 'programme-element');
    });
  await showTop(page);
  await look(page, 'programme');
  await page.locator('.recharts-bar-rectangle path').first().waitFor();
  for (const [plot, name] of [
    ['sessions', 'programme-sessions'],
    ['jp', 'programme-jp'],
  ] as const) {
    await showInMiddle(page.getByRole('region', { name: t(`programme.plot.${plot}`), exact: true }));
    await look(page, name);
  }
  await showTop(page);
  await button(page, t('programme.guideline')).click();
  const paper = page.getByRole('dialog', { name: programmePaperTitles.programmeGuideline });
  await paper.locator('canvas').first().waitFor();
  await look(page, 'programme-guideline');
  await page.keyboard.press('Escape');
  await paper.waitFor({ state: 'detached' });
  await button(page, t('programme.joined.open')).click();
  await page.getByRole('heading', { level: 1, name: t('programme.joined.title') }).waitFor();
  await look(page, 'programme-figures');
  await openPage(page, t('programme.nav'), t('programme.title'));
  await button(page, t('programme.benefits.open')).click();
  await page.getByRole('heading', { level: 1, name: t('programme.benefits.title') }).waitFor();
  await look(page, 'programme-benefits');
};
