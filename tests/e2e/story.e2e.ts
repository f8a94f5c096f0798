import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { playAssessor } from './support/story/assessor.ts';
import { playCounsellor } from './support/story/counsellor.ts';
import { playPersonnelAfter, playPersonnelBefore } from './support/story/personnel.ts';
import { writeSampleFiles } from './support/story/sample-files.ts';

test('a case from first observation to follow-up in three vaults', async () => {
  test.setTimeout(300_000);
  const folder = await mkdtemp(join(tmpdir(), 'bilik-story-'));
  await mkdir(join(folder, 'documents'));
  const stage = {
    folder,
    files: await writeSampleFiles(join(folder, 'files')),
    tell: (step: string) => console.log(step),
    look: async (p: import('@playwright/test').Page, name: string) => {
      if (process.env.LOOK) await p.screenshot({ path: `/tmp/scratch/${name}.png` });
    },
  };
  const assessor = await playAssessor(stage);
  const personnel = await playPersonnelBefore(stage, assessor.report);
  const counsellor = await playCounsellor(stage, personnel.letter);
  await playPersonnelAfter(personnel, stage, counsellor.result);
  for (const who of [assessor, personnel, counsellor]) await who.app.close();
});
