import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import type { Confirmation, FromConfirmation, ToConfirmation } from '../../../shared/contract/confirmation.ts';
import { portMessage, portRequest } from '../../../shared/contract/control.ts';
import type { BackendEvent, Request } from '../../../shared/contract/method.ts';
import { loadRuntime } from '../../e2e/support/launch.ts';
import { installPort } from './page-port.ts';
import { servePages } from './serve-pages.ts';
import { type Answers, answerCall } from './stand-in.ts';

/** The day and hour of every screen: a Tuesday morning. */
export const now = new Date('2026-11-24T09:30:00+07:00');

/** One window, which shows page after page. */
export interface CatalogueWindow {
  readonly page: Page;
  /** Loads a page anew, answered by these. */
  readonly load: (name: 'app' | 'lock', answers: Answers, search?: string) => Promise<void>;
  /** Loads the window of confirmation, which is told this. */
  readonly loadConfirmation: (confirmation: Confirmation, search: string) => Promise<void>;
  /** From now on answered by these. */
  readonly answerBy: (answers: Answers) => void;
  /** Sends the page an event of the backend. */
  readonly emit: (event: BackendEvent) => Promise<void>;
  /** What went wrong in the page or the stand-in since the page was loaded. */
  readonly problems: () => readonly string[];
  readonly close: () => Promise<void>;
}

const pack = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
const revive = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'base64' in value
    ? new Uint8Array(Buffer.from(String(value.base64), 'base64'))
    : value;

/** What the backend says to the window of confirmation: it shows what it is to show, and refuses every passphrase. */
const answerConfirmation = (request: ToConfirmation, confirmation: Confirmation | null): string => {
  if (confirmation === null || request.message === 'cancel') return '';
  const answer: FromConfirmation =
    request.message === 'get' ? { message: 'shown', confirmation } : { message: 'refused', code: 'wrongPassphrase' };
  return JSON.stringify(answer);
};

/** Starts Electron with one bare window and the built pages. */
export const openWindow = async (): Promise<CatalogueWindow> => {
  const runtime = await loadRuntime();
  const profile = await mkdtemp(join(tmpdir(), 'bilik-catalogue-'));
  const pages = await servePages();
  const electron = await _electron.launch({
    executablePath: runtime.runtimePaths().electronExecutable,
    args: [resolve(import.meta.dirname, 'main.cjs')],
    chromiumSandbox: false,
    env: { ...(process.env as Record<string, string>), BILIK_CATALOGUE_PROFILE: profile },
    timezoneId: 'Asia/Jakarta',
  });
  const page = await electron.firstWindow();
  page.setDefaultTimeout(60_000);
  let current: Answers = {};
  let confirmation: Confirmation | null = null;
  let found: string[] = [];
  page.on('pageerror', (error) => found.push(`error in the page: ${error.message}`));
  page.on('console', (entry) => {
    if (entry.type() === 'error') found.push(`console: ${entry.text()}`);
  });
  await page.exposeFunction('bilikAnswer', (text: string): string => {
    const request = JSON.parse(text, revive) as Request | ToConfirmation;
    if ('message' in request) return answerConfirmation(request, confirmation);
    try {
      return JSON.stringify(answerCall(current, request), pack);
    } catch (thrown) {
      found.push(`${request.method}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
      return JSON.stringify({ ok: false, error: { code: 'internal' } });
    }
  });
  await page.addInitScript(installPort, { request: portRequest, message: portMessage });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.clock.setFixedTime(now);
  const open = async (name: string, search: string): Promise<void> => {
    found = [];
    // The pointer stands where the screen before left it: over something that shows what it is called.
    await page.mouse.move(0, 0);
    await page.goto(`${pages.origin}/${name}.html${search}`);
  };
  return {
    page,
    load: (name, answers, search = '') => {
      current = answers;
      return open(name, search);
    },
    loadConfirmation: (shown, search) => {
      confirmation = shown;
      return open('confirm', search);
    },
    answerBy: (answers) => {
      current = answers;
    },
    emit: (event) => page.evaluate((sent) => window.bilikEmit(sent), event),
    problems: () => found,
    close: async () => {
      await electron.close();
      pages.stop();
      await rm(profile, { recursive: true, force: true });
    },
  };
};
