import { employee } from '../../../fixtures/people/cast.ts';
import { closeDialog, goTo, type Tour } from './case-screens.ts';

/** The pages of the navigation as they are; `state` names what they hold. */
export const tourPages = async (tour: Tour, state: 'empty' | 'filled'): Promise<void> => {
  for (const area of ['home', 'cases', 'exchange', 'notes', 'schedule', 'papers', 'employees', 'help']) {
    await goTo(tour, area);
    await tour.look(tour.page, `${area} ${state}`);
  }
};

/** The three ways to begin a file. */
export const tourBeginnings = async (tour: Tour): Promise<void> => {
  const { page, t, look } = tour;
  for (const way of ['new', 'fromPaper', 'assigned'] as const) {
    await goTo(tour, 'cases');
    await page.getByRole('button', { name: t(`cases.start.${way}`), exact: true }).click();
    const title = t(way === 'new' ? 'cases.newCase.title' : `cases.${way}.title`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await look(page, `begin: ${way}`);
    await page.getByRole('button', { name: t(way === 'new' ? 'cases.newCase.submit' : `cases.${way}.submit`) }).click();
    await look(page, `begin: ${way}, incomplete`);
  }
};

/** Settings, part by part. */
export const tourSettings = async (tour: Tour): Promise<void> => {
  const { page, t, look } = tour;
  await goTo(tour, 'settings');
  for (const tab of ['profile', 'institution', 'documents', 'security', 'appearance']) {
    await page.getByRole('tab', { name: t(`settings.${tab}`), exact: true }).click();
    await page.getByRole('tabpanel', { name: t(`settings.${tab}`), exact: true }).waitFor();
    await look(page, `settings: ${tab}`);
  }
};

/** An open note, a person's dialog, the filter's dialog, the palette, the menus of the top bar. */
export const tourDialogs = async (tour: Tour): Promise<void> => {
  const { page, t, look } = tour;
  await goTo(tour, 'notes');
  await page.getByRole('button', { name: /^Pertemuan pertama/ }).click();
  await page.getByRole('textbox', { name: t('notes.text') }).waitFor();
  await look(page, 'note');
  await goTo(tour, 'employees');
  await page.getByRole('button', { name: `${t('employees.edit')}: ${employee.name}` }).click();
  await page.getByRole('dialog', { name: t('employees.editTitle') }).waitFor();
  await look(page, 'employee');
  await closeDialog(page);
  await goTo(tour, 'cases');
  await page.getByRole('button', { name: t('cases.list.saved') }).click();
  await page.getByRole('menuitem', { name: t('cases.list.save') }).click();
  await page.getByRole('dialog', { name: t('cases.list.save') }).waitFor();
  await look(page, 'save a filter');
  await closeDialog(page);
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog', { name: t('app.palette') }).waitFor();
  await look(page, 'palette');
  await closeDialog(page);
  for (const menu of ['language', 'scheme']) {
    await page.getByRole('button', { name: t(`app.${menu}`), exact: true }).click();
    await page.getByRole('menu').waitFor();
    await look(page, `menu: ${menu}`);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  }
};
