import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';
import { measureBackup } from './backup.ts';
import { measureCaseInBackend, measureCaseInWindow } from './case-open.ts';
import { measureConfirmation } from './confirmation.ts';
import { measureDocument } from './document.ts';
import { measureSealImport, measureSmallImports } from './exchange.ts';
import { measureLedger } from './ledger.ts';
import { measureSealImport as measureFormat } from './package-seal.ts';
import { prepareSetting } from './prepare.ts';
import { measureReview } from './review.ts';
import { measureMemory, startFigure, traceStarts, traceTable } from './startup.ts';
import type { Figure } from './statistics.ts';

test('bench', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bilik-bench-'));
  const say = (text: string): boolean => process.stderr.write(`${text}\n`);
  const keep = (figures: readonly Figure[]): Promise<void> =>
    writeFile(process.env.BILIK_BENCH_RESULT ?? join(folder, 'result.json'), JSON.stringify(figures, null, 2));
  try {
    const only = process.env.BILIK_BENCH_ONLY;
    if (only === 'backup') return await keep(await measureBackup(5));
    const setting = await prepareSetting(folder);
    if (only === 'confirmation') return await keep(await measureConfirmation(setting, 20));
    say('start-up …');
    const traces = await traceStarts(setting, 7);
    const startup = startFigure(traces);
    if (process.env.BILIK_BENCH_TRACE) say(traceTable(traces));
    if (only === 'start') return await keep([startup]);
    say('window of confirmation …');
    const confirmation = await measureConfirmation(setting, 20);
    say('memory …');
    const memory = await measureMemory(setting, 5);
    say('signed document …');
    const document = await measureDocument(15);
    say('case with 60 acts …');
    const backend = await measureCaseInBackend(setting, 60);
    const window = await measureCaseInWindow(setting, backend.baseline, 20);
    say('package of 20 MB …');
    const format = await measureFormat(7);
    const sealImport = await measureSealImport(7);
    say('1,000 small packages …');
    const small = await measureSmallImports(1000);
    say('ledger of 10,000 employees …');
    const ledger = await measureLedger(folder);
    say('50 held packages …');
    const held = await measureReview(50);
    say('backup of 500 MB …');
    const backup = await measureBackup(5);
    const figures = [
      startup,
      memory,
      ...confirmation,
      document,
      backend,
      window,
      format,
      sealImport,
      small,
      ...ledger,
      ...held,
      ...backup,
    ];
    await keep(figures);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
