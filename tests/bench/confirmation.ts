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

/** Keeps in each window of confirmation when its page had drawn what is to be confirmed. */
const watchDrawn = ({ electron }: RunningApp): Promise<unknown> =>
  electron.context().addInitScript(() => {
    if (window.location.pathname !== '/confirm.html') return;
    new MutationObserver((_changes, observer) => {
      if (document.querySelector('h1') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        (window as unknown as Watched).shownAt = Date.now();
      });
    }).observe(document, { childList: true, subtree: true });
  });

interface Took {
  readonly shown: number;
  readonly drawn: number;
}

/** From the press on what asks for a confirmation until its window is shown, and until all of it is drawn. */
const showOnce = async ({ electron }: RunningApp, page: Page): Promise<Took> => {
  await page.getByRole('button', { name: t('auditTrail.export'), exact: true }).click();
  const above = await confirmationOf(page);
  const drawnIn = await above.waitForFunction(() => (window as unknown as Partial<Watched>).shownAt);
  const clicked = await page.evaluate(() => (window as unknown as Watched).clickedAt);
  const shown = await electron.evaluate(() => (globalThis as unknown as Watched).shownAt);
  return { shown: shown - clicked, drawn: ((await drawnIn.jsonValue()) ?? 0) - clicked };
};

/**
 * Press → window of confirmation shown and drawn (p95); the memory of all processes with one that stands ready, against
 * that before; and with one that is shown, against one that stands ready.
 */
export const measureConfirmation = async (setting: BenchSetting, rounds: number): Promise<readonly Figure[]> => {
  const app = await launchApp({ home: setting.home });
  try {
    await watchShown(app);
    await watchDrawn(app);
    const page = await unlock(app, setting.passphrase);
    const pss = (): Promise<number> => familyPss(app.electron.process().pid ?? 0);
    await page.waitForTimeout(rest);
    const untouched = await pss();
    // The first key that is pressed has a window made ready.
    await page.keyboard.press('Shift');
    await page.waitForTimeout(rest);
    const ready = await pss();
    await goTo(page, t('settings.nav'));
    await page.getByRole('tab', { name: t('settings.security'), exact: true }).click();
    await page.getByRole('button', { name: t('auditTrail.open'), exact: true }).click();
    await page.getByRole('button', { name: t('auditTrail.export'), exact: true }).waitFor();
    await watchClicks(page);
    const took: Took[] = [];
    const [without, withIt]: [number[], number[]] = [[], []];
    for (let round = -1; round < rounds; round += 1) {
      const sample = round >= 0 && round < 3;
      // As long as a person takes from one act to the next, and more: the next window is made ready meanwhile.
      await page.waitForTimeout(rest);
      if (sample) without.push(await pss());
      const one = await showOnce(app, page);
      if (round >= 0) took.push(one);
      if (sample) {
        await page.waitForTimeout(rest);
        withIt.push(await pss());
      }
      await leaveConfirmation(page);
    }
    return [
      figure(
        'confirmation.shownP95',
        'ms',
        percentile(
          took.map(({ shown }) => shown),
          0.95,
        ),
        aim,
        1,
      ),
      figure(
        'confirmation.drawnP95',
        'ms',
        percentile(
          took.map(({ drawn }) => drawn),
          0.95,
        ),
        aim,
        1,
      ),
      figure('confirmation.readyPss', 'MiB', ready, untouched, null),
      figure('confirmation.pss', 'MiB', median(withIt), median(without), null),
    ];
  } finally {
    await app.close();
  }
};
