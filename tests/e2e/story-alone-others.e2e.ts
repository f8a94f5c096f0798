import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { loadCase } from '../../electron/backend/case/load-case.ts';
import { defaultSettings } from '../../electron/backend/settings/settings.ts';
import * as people from '../fixtures/people/cast.ts';
import { textsOf } from './support/accessible/texts.ts';
import { makeSeat, returnTo } from './support/exchange/seats.ts';
import { launchApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { actName, goOnTo, recordAct, signAct } from './support/steps/case-steps.ts';
import { countOn, takenOn } from './support/steps/counted.ts';
import { unlock } from './support/steps/vault-steps.ts';
import { beginnings, type Walk, type WalkedAct, walks } from './support/story/alone-others.ts';
import { beginningsIn03, in03 } from './support/story/in-03.ts';
import { writeSampleFiles } from './support/story/sample-files.ts';

// One person with a vault carries a whole case, everyone else on paper: in the vaults of head, official, officer and
// counsellor. What others keep by law is a record for oneself.

const t = textsOf('id');
const whose = people.employee.name;

/** How the form of the last act is left. */
const finish = { here: signAct, paper: recordAct };

/** The press in the window of confirmation. */
const inConfirmation = 1;

/**
 * Presses of an act in 0.3, from the page of the file and back. They were counted from paper; signed here the scan is
 * not chosen, which was one press.
 */
const pressesIn03 = ({ type, way }: WalkedAct): number =>
  in03[type as keyof typeof in03].presses - (way === 'here' ? 1 : 0);

const carry = async (walk: Walk, folder: string): Promise<void> => {
  const { person, roles, from, acts } = walk;
  const seat = await makeSeat(folder, 'user', { person, roles });
  const { personnelHead, assessorSuperior, authorisedOfficial } = people;
  const settings = { ...defaultSettings(people.institution), personnelHead, assessorSuperior, authorisedOfficial };
  await seat.calls.get('settings.set', settings);
  seat.leave();
  const app = await launchApp({ home: seat.home });
  try {
    app.electron.context().setDefaultTimeout(30_000);
    const page = await unlock(app, passphrase);
    const files = await writeSampleFiles(join(folder, 'files'));
    const work = { app, page, passphrase, whose };
    await countOn(page);
    const taken: { readonly type: string; readonly now: number; readonly before: number }[] = [];
    const take = async (type: string, before: number): Promise<void> => {
      const { presses } = await takenOn(page);
      // A counter that hears nothing would let everything pass.
      expect(presses).toBeGreaterThan(0);
      taken.push({ type, now: presses + inConfirmation, before });
    };
    await beginnings[from](work, { folder, files, tell: () => {}, look: async () => {} });
    await goOnTo(page, acts[0].type);
    await take(from, beginningsIn03[from].presses);
    for (const [at, act] of acts.entries()) {
      const next = acts[at + 1];
      await act.fill(work, files.scan);
      await (next === undefined ? finish[act.way](page, whose) : goOnTo(page, next.type));
      await take(act.type, pressesIn03(act));
    }
    const sum = (of: 'now' | 'before') => taken.reduce((all, each) => all + each[of], 0);
    expect(sum('now'), JSON.stringify(taken)).toBeLessThanOrEqual(sum('before'));
    const timeline = page.getByRole('list', { name: t('cases.view.timeline') }).getByRole('listitem');
    for (const { type } of acts) {
      const entry = timeline.filter({ has: page.getByText(actName(type), { exact: true }) });
      await expect(entry, type).toHaveCount(1);
      await expect(entry.getByText(t('cases.timeline.withoutEffect'), { exact: true }), type).toHaveCount(0);
    }
  } finally {
    await app.close();
  }
  // Nobody else has a vault, so the window does not ask who keeps which paper; the acts say it.
  const { vault, calls, leave } = await returnTo(seat);
  const [file] = await calls.get('case.list', {});
  const { acts: made, state } = loadCase(vault.records, file?.caseId ?? '');
  leave();
  expect(state.closed).toBe(true);
  const own = made.filter(({ header }) => 'scope' in header && header.scope === 'own').map(({ header }) => header.type);
  expect(own).toEqual(acts.filter((act) => act.own).map(({ type }) => type));
};

for (const [name, walk] of Object.entries(walks)) {
  test(`the ${name} carries a whole case alone`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bilik-alone-'));
    try {
      await carry(walk, folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}
