import type { Page } from '@playwright/test';
import { textsOf } from '../e2e/support/accessible/texts.ts';
import { confirmationOf, leaveConfirmation } from '../e2e/support/confirmation.ts';
import { launchApp, type RunningApp } from '../e2e/support/launch.ts';
import { goTo } from '../e2e/support/steps/case-steps.ts';
import { unlock } from '../e2e/support/steps/vault-steps.ts';
import { familyPss } from './memory.ts';
import type { BenchSetting } from './setting.ts';
import { type Figure, figure, median, percentile } from './statistics.ts';

const t = textsOf('id');
/** From the press to the window, at most, in milliseconds. */
const aim = 200;
/** Time for the pages to come to rest before memory is read, in milliseconds. */
const rest = 2500;

interface Watched {
  clickedAt: number;
  shownAt: number;
}

/** Keeps when the latest window above another one was shown. */
const watchShown = ({ electron }: RunningApp): Promise<void> =>
  electron.evaluate(({ app }) => {
    app.on('browser-window-created', (_event, window) => {
      window.once('show', () => {
        if (window.getParentWindow() !== null) (globalThis as unknown as Watched).shownAt = Date.now();
      });
    });
  });

const watchClicks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.addEventListener(
      'click',
      () => {
        (window as unknown as Watched).clickedAt = Date.now();
      },
      { capture: true },
    );
  });

/** From the press on what asks for a confirmation until its window is shown. */
const showOnce = async ({ electron }: RunningApp, page: Page): Promise<number> => {
  await page.getByRole('button', { name: t('auditTrail.export'), exact: true }).click();
  await confirmationOf(page);
  const clicked = await page.evaluate(() => (window as unknown as Watched).clickedAt);
  const shown = await electron.evaluate(() => (globalThis as unknown as Watched).shownAt);
  return shown - clicked;
};

/** Press → window of confirmation shown (p95), and the memory of all processes with it, against that before. */
export const measureConfirmation = async (setting: BenchSetting, rounds: number): Promise<readonly Figure[]> => {
  const app = await launchApp({ home: setting.home });
  try {
    const page = await unlock(app, setting.passphrase);
    await watchShown(app);
    await goTo(page, t('settings.nav'));
    await page.getByRole('tab', { name: t('settings.security'), exact: true }).click();
    await page.getByRole('button', { name: t('auditTrail.open'), exact: true }).click();
    await page.getByRole('button', { name: t('auditTrail.export'), exact: true }).waitFor();
    await watchClicks(page);
    const took: number[] = [];
    const [without, withIt]: [number[], number[]] = [[], []];
    const pss = (): Promise<number> => familyPss(app.electron.process().pid ?? 0);
    for (let round = -1; round < rounds; round += 1) {
      const sample = round >= 0 && round < 3;
      if (sample) {
        await page.waitForTimeout(rest);
        without.push(await pss());
      }
      const one = await showOnce(app, page);
      if (round >= 0) took.push(one);
      if (sample) {
        await page.waitForTimeout(rest);
        withIt.push(await pss());
      }
      await leaveConfirmation(page);
    }
    return [
      figure('confirmation.shownP95', 'ms', percentile(took, 0.95), aim, 1),
      figure('confirmation.pss', 'MiB', median(withIt), median(without), null),
    ];
  } finally {
    await app.close();
  }
};
