import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { paperDate } from '@shared/domain/documents/paper-date.ts';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { translateInto } from '../../electron/cli/texts.ts';
import { actDay, wasRecordedLate } from '../../renderer/features/cases/view/act-day.ts';
import { formatDate } from '../../renderer/lib/format.ts';
import { evaluated, observed, sign } from '../fixtures/case-walks.ts';
import { bilik } from '../fixtures/cli.ts';
import { temporaryFolder } from '../fixtures/database-deps.ts';
import { foundInstitution, look, type Member, send, take } from '../fixtures/institution.ts';
import * as people from '../fixtures/people/cast.ts';

// What really leaves a vault in one time zone and comes to vaults in others: the day of an act is that of its signer,
// in all that a person sees of it.

const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'UTC', 'America/New_York'] as const;
const here = process.env.TZ ?? '';
const t = translateInto('id');
const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

afterEach(() => {
  process.env.TZ = here;
});

/** What somebody sees with the computer in each zone; one where all are the same. */
const seenInAll = async (see: () => Promise<unknown>): Promise<unknown[]> => {
  const seen = new Map<string, unknown>();
  for (const zone of zones) {
    process.env.TZ = zone;
    const value = await see();
    seen.set(JSON.stringify(value), value);
  }
  return [...seen.values()];
};

const stated = ['stated', 'statedLate'].map((key) => t(`cli.days.${key}`, { day: '' }));
/** What the command says of the days on which acts of a file were signed. */
const daysVerified = async (files: readonly string[], identity?: string): Promise<string[]> => {
  const { out } = await bilik(['verify', ...files, ...(identity === undefined ? [] : ['--identity', identity])]);
  return out.split('\n').flatMap((line) => {
    const label = stated.find((start) => line.trim().startsWith(start));
    return label === undefined ? [] : [line.trim().slice(label.length)];
  });
};

const reviewed = async (at: Member, files: readonly string[], identity: string) => {
  const { acts } = await look(at, files);
  return {
    review: [...new Set(acts.map(({ statedOn }) => statedOn))],
    shown: [...new Set(acts.map(({ statedOn }) => formatDate(statedOn)))],
    lines: [...new Set(await daysVerified(files, identity))],
  };
};

const opened = async ({ calls }: Member, caseId: string, hash: string) => {
  const { acts } = await calls.get('case.open', { caseId });
  const paper = (await calls.get('documents.list', {})).find(({ actHash }) => actHash === hash);
  const { reading } = await calls.get('documents.reading', { documentId: paper?.documentId ?? '' });
  const html = calls.host.jobs.at(-1)?.html ?? '';
  calls.host.saveTarget = join(temporaryFolder(), 'laporan.pdf');
  await calls.get('documents.export', { documentIds: [paper?.documentId ?? ''] });
  return {
    timeline: acts.map((act) => [formatDate(actDay(act)), act.statedOn, act.isDayTold, wasRecordedLate(act)]),
    reading: [reading?.statedOn, reading?.isDayTold],
    html,
    lines: await daysVerified([calls.host.saveTarget]),
  };
};

test('an act that was sealed in one zone has the day of its signer in every other', async () => {
  let at = Date.parse('2026-12-01T00:00:00Z');
  const { assessor, officer } = (await foundInstitution(cast, { now: () => at })).members;
  const identity = join(temporaryFolder(), 'identitas.txt');
  writeFileSync(identity, `${officer.vault.keys.receivingIdentities.join('\n')}\n`);
  const minutesLater = fc.integer({ min: 1, max: 3 * 24 * 60 });
  await fc.assert(
    fc.asyncProperty(minutesLater, fc.constantFrom(...zones), fc.constantFrom(...zones), async (later, from, to) => {
      at += later * 60_000;
      const day = new Intl.DateTimeFormat('sv-SE', { timeZone: from }).format(at);
      process.env.TZ = from;
      const caseId = await observed(assessor.calls);
      await evaluated(assessor.calls, caseId);
      const hash = await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
      await assessor.calls.get('documents.ofAct', { hash });
      const ownPage = assessor.calls.host.jobs.at(-1)?.html ?? '';
      const files = await send(assessor, officer, caseId);
      for (const file of files) expect(basename(file)).not.toContain(day.replaceAll('-', ''));
      const shown = paperDate(day) ?? '';

      const before = { review: [day], shown: [shown], lines: [day] };
      expect(await seenInAll(() => reviewed(officer, files, identity))).toEqual([before]);
      process.env.TZ = to;
      await take(officer, files);
      const [after, ...others] = (await seenInAll(() => opened(officer, caseId, hash))) as Awaited<
        ReturnType<typeof opened>
      >[];
      expect(others).toEqual([]);
      // An act that tells of no other day stands under that of its signature.
      const { timeline = [] } = after ?? {};
      expect(timeline.filter(([, , , isLate]) => !isLate)).toEqual(
        timeline.flatMap(([, , , isLate]) => (isLate ? [] : [[shown, day, true, false]])),
      );
      expect(new Set(timeline.map(([, statedOn, isDayTold]) => `${statedOn} ${isDayTold}`))).toEqual(
        new Set([`${day} true`]),
      );
      expect(after).toMatchObject({ reading: [day, true], html: ownPage, lines: [day] });
      expect(ownPage).toContain(shown);
    }),
    { numRuns: 4 },
  );
}, 120_000);
