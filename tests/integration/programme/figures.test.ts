import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagesOfKind } from '../../../electron/backend/exchange/ledger/package-rows.ts';
import { takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { sealFigures } from '../../../electron/backend/exchange/send/seal-figures.ts';
import { readPackage } from '../../../electron/backend/formats/package/read-package.ts';
import { bytesAsSource } from '../../../electron/backend/formats/package/sources.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { foundInstitution, look, type Member, outputOf, take } from '../../fixtures/institution.ts';
import { joinWith03 } from '../../fixtures/joined-03.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { coachings, type Guided } from '../../fixtures/programme-figures.ts';
import { begin } from '../guidance/support.ts';

// law: figuresLeave. Figures of several vaults, by packages.

const period = '2026-1';
const now = Date.parse('2026-11-26T04:00:00Z');

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  coach: { person: people.assessor, roles: ['assessor', 'coach'] },
  mentor: { person: people.counsellor, roles: ['mentor'] },
} as const;
const meet = async () => {
  const institution = await foundInstitution(cast, { now: () => now });
  return { ...institution.members, institution };
};

const guide = async ({ calls }: Pick<Member, 'calls'>, ...all: Guided[]): Promise<void> => {
  for (const file of all.flatMap((each) => coachings(each))) await begin(calls, file);
};

const seal = async (from: Member, to: Pick<Member, 'entryId'>, of = period): Promise<string[]> =>
  unwrap(await sealFigures(from.exchange, outputOf(from), { period: of, entryId: to.entryId })).files.map((name) =>
    join(from.outbox, name),
  );

const refusal = async (from: Member, to: Pick<Member, 'entryId'>, of = period): Promise<string | undefined> => {
  const sealed = await sealFigures(from.exchange, outputOf(from), { period: of, entryId: to.entryId });
  return sealed.ok ? undefined : sealed.error.code;
};

const figuresOf = ({ calls }: Member, of = period) => calls.get('programme.figures', { period: of });

/** What a sealed package holds, as its receiver opens it. */
const opened = async (at: Member, [path]: readonly string[]) =>
  unwrap(await readPackage(bytesAsSource(readFileSync(path!)), at.vault.keys.receivingIdentities));

describe('figures of two vaults', () => {
  it('stand joined by unit, each vault once, with who sent them and when', async () => {
    const { officer, coach, mentor } = await meet();
    await guide(officer, { unit: 'Bidang Peragaan', people: 5, sessions: 1 });
    await guide(coach, { unit: 'Bidang Peragaan', people: 6, sessions: 2, goals: ['met'] });
    await guide(mentor, { unit: 'Pos Kecil', people: 2, sessions: 3 });
    const inside = await take(officer, await seal(coach, officer));
    expect(inside).toMatchObject({ kind: 'figures', figures: { period, units: 1 }, acts: [], files: [] });
    await take(officer, await seal(mentor, officer));
    const { joined, sources, leftAt } = await figuresOf(officer);
    expect(joined.guidance.units).toEqual([
      { unit: '', counts: expect.objectContaining({ people: 'small', coaching: 'withheld' }) },
      { unit: 'Bidang Peragaan', counts: expect.objectContaining({ people: 11, coaching: 17, met: { atLeast: 6 } }) },
    ]);
    expect(joined.guidance.total).toMatchObject({ people: { atLeast: 11 }, mentoring: 0 });
    expect(sources.map(({ name }) => name).sort()).toEqual([coach.person.name, mentor.person.name].sort());
    expect(leftAt).toBeNull();
  });

  // The attacks: the same file again; the same figures in another package; what was sealed earlier comes later.
  it('count once, sent twice or renewed, in whichever order they come', async () => {
    const { officer, coach } = await meet();
    await guide(coach, { unit: 'Bidang Peragaan', people: 6, sessions: 1 });
    const first = await seal(coach, officer);
    const second = await seal(coach, officer);
    await take(officer, second);
    await take(officer, first);
    expect((await look(officer, first)).held).toBe('packageDuplicate');
    const { joined, sources } = await figuresOf(officer);
    expect(joined.guidance.total.people).toBe(6);
    expect(sources).toHaveLength(1);
  });

  // The attack: two tables of one half-year, and what happened between them by subtraction.
  it('never change once they have left: no difference of two exports tells anything', async () => {
    const { officer, coach } = await meet();
    await guide(coach, { unit: 'Bidang Peragaan', people: 6, sessions: 1 });
    const first = await opened(officer, await seal(coach, officer));
    await guide(
      coach,
      { unit: 'Bidang Lain', people: 1, sessions: 1 },
      { unit: 'Bidang Peragaan', people: 7, sessions: 1 },
    );
    const second = await opened(officer, await seal(coach, officer));
    expect(second.figures).toEqual(first.figures);
    const { own, leftAt } = await figuresOf(coach);
    expect(own.guidance.units.map(({ unit }) => unit)).toEqual(['Bidang Peragaan']);
    expect(leftAt).not.toBeNull();
    const tally = { period, unit: '', sheets: 9, productivity: 5, creativity: 5, satisfaction: 5, engagement: 5 };
    expect(await coach.calls.code('programme.addTally', { tally })).toBe('figuresLeft');
  });

  it('leave when their half-year is over alone, and not where there are none', async () => {
    const { officer, coach } = await meet();
    expect(await refusal(coach, officer)).toBe('nothingToSend');
    expect(await refusal(coach, officer, '2026-2')).toBe('figuresNotOver');
    await guide(coach, { unit: 'Bidang Peragaan', people: 6, sessions: 1 });
    expect(await refusal(coach, officer, '2026-2')).toBe('figuresNotOver');
    expect((await figuresOf(coach, '2026-2')).isOver).toBe(false);
  });

  it('are still open where the person did not save them', async () => {
    const { officer, coach } = await meet();
    await guide(coach, { unit: 'Bidang Peragaan', people: 6, sessions: 1 });
    const cancelled = { ...outputOf(coach), choose: async () => null };
    const asked = await sealFigures(coach.exchange, cancelled, { period, entryId: officer.entryId });
    expect(asked).toMatchObject({ ok: true, value: { saved: false } });
    expect((await figuresOf(coach)).leftAt).toBeNull();
    await guide(coach, { unit: 'Bidang Peragaan', people: 7, sessions: 1 });
    expect((await figuresOf(coach)).own.guidance.total.people).toBe(7);
  });

  // The attack: while one package is being saved, another one is given up, more is recorded, and a third one leaves.
  it('never change either while several packages are under way', async () => {
    const { officer, coach } = await meet();
    await guide(coach, { unit: 'Bidang Peragaan', people: 6, sessions: 1 });
    const asked: { answer?: (folder: string) => void } = {};
    const waiting = {
      ...outputOf(coach),
      choose: () =>
        new Promise<string>((answer) => {
          asked.answer = answer;
        }),
    };
    const to = { period, entryId: officer.entryId };
    const first = sealFigures(coach.exchange, waiting, to);
    await sealFigures(coach.exchange, { ...outputOf(coach), choose: async () => null }, to);
    await guide(coach, { unit: 'Bidang Lain', people: 7, sessions: 1 });
    const later = await opened(officer, await seal(coach, officer));
    asked.answer?.(coach.outbox);
    const paths = unwrap(await first).files.map((name) => join(coach.outbox, name));
    expect((await opened(officer, paths)).figures).toEqual(later.figures);
  });

  // The attack: the disk fails once the package is written, so nobody knows that it left.
  it('never change either where saving broke off after something was written', async () => {
    const { officer, coach } = await meet();
    await guide(coach, { unit: 'Bidang Peragaan', people: 6, sessions: 1 });
    const output = outputOf(coach);
    const written: string[] = [];
    const broken: typeof output = {
      ...output,
      save: async (...args) => {
        const saved = await output.save(...args);
        written.push(...(saved.ok ? (saved.value?.files ?? []) : []));
        throw new Error('disk');
      },
    };
    const to = { period, entryId: officer.entryId };
    await expect(sealFigures(coach.exchange, broken, to)).rejects.toThrow('disk');
    // What was given up afterwards takes nothing away of what stood there.
    await sealFigures(coach.exchange, { ...output, choose: async () => null }, to);
    await guide(coach, { unit: 'Bidang Lain', people: 7, sessions: 1 });
    const later = await opened(officer, await seal(coach, officer));
    const first = await opened(
      officer,
      written.map((name) => join(coach.outbox, name)),
    );
    expect(later.figures).toEqual(first.figures);
  });

  // The attack: who carries the package, or keeps its manifest, learns counts or units from it.
  it('stand in a member of the package alone: manifest and ledger tell none of them', async () => {
    const { officer, coach } = await meet();
    await guide(coach, { unit: 'Bidang Peragaan', people: 6, sessions: 2 });
    const paths = await seal(coach, officer);
    const { manifestBytes, figures } = await opened(officer, paths);
    expect(Buffer.from(figures ?? []).toString()).toContain('Bidang Peragaan');
    await take(officer, paths);
    const kept = [coach, officer].flatMap(({ vault }) =>
      (['in', 'out'] as const).flatMap((way) =>
        packagesOfKind(vault.records, way, 'figures').map(({ manifest }) => JSON.stringify(manifest)),
      ),
    );
    expect(kept).toHaveLength(2);
    for (const text of [Buffer.from(manifestBytes).toString(), ...kept]) {
      expect(text).not.toContain('Peragaan');
      expect(text).not.toContain('coaching');
    }
    expect(paths.join()).not.toMatch(/angka|figures|2026-1/i);
  });

  // The attack: figures are sent to a colleague, or to somebody whom nobody knows.
  it('go to people of the office alone; a stranger and a colleague are not offered', async () => {
    const { officer, coach, mentor } = await meet();
    await guide(coach, { unit: 'Bidang Peragaan', people: 6, sessions: 1 });
    const { receivers, certified } = await coach.calls.get('exchange.figuresReceivers', {});
    expect([certified, receivers.map(({ entryId }) => entryId)]).toEqual([true, [officer.entryId]]);
    expect(await refusal(coach, mentor)).toBe('unknownEntry');
    expect(await refusal(coach, { entryId: 'f'.repeat(32) })).toBe('unknownEntry');
    expect((await figuresOf(coach)).leftAt).toBeNull();
  });

  it('are held, and nothing changes, in a vault that is no longer of the office', async () => {
    const { officer, coach, institution } = await meet();
    await guide(coach, { unit: 'Bidang Peragaan', people: 6, sessions: 1 });
    const paths = await seal(coach, officer);
    const { takeDirectory } = await import('../../../electron/backend/identity/trusted-directory.ts');
    const { writable } = await import('../../fixtures/writable.ts');
    const file = institution.publish((directory) => ({
      ...directory,
      entries: directory.entries.map((entry) =>
        entry.entryId === officer.entryId
          ? { ...entry, roles: entry.roles.map((role) => ({ ...role, role: 'coach' as const })) }
          : entry,
      ),
    }));
    unwrap(takeDirectory(officer.exchange.work, writable(officer.vault.records), file));
    const before = dumpVault(officer.vault);
    const inspection = await look(officer, paths);
    expect(inspection.held).toBe('figuresNotForMe');
    expect((await takeIn(officer.exchange, inspection.inspectionId, true)).ok).toBe(false);
    expect(dumpVault(officer.vault)).toBe(before);
  });

  it('are refused by 0.3 as newer than it is', async () => {
    const institution = await foundInstitution(cast, { now: () => now });
    const { coach } = institution.members;
    const { head } = await joinWith03(institution, {
      head: { person: people.personnelHead, roles: ['personnelHead'] },
    });
    await guide(coach, { unit: 'Bidang Peragaan', people: 6, sessions: 1 });
    const paths = await seal(coach, head);
    expect(await head.ask<object>({ do: 'look', paths })).toMatchObject({ held: 'newerFormat' });
  });
});

describe('what employees say that it helped with', () => {
  const tally = {
    period,
    unit: 'Bidang A',
    sheets: 12,
    productivity: 7,
    creativity: 6,
    satisfaction: 0,
    engagement: 12,
  };

  it('is added up from sheets that were counted together, and taken away while nothing has left', async () => {
    const { officer } = await meet();
    const { calls } = officer;
    const { tallyId } = await calls.get('programme.addTally', { tally });
    await calls.get('programme.addTally', {
      tally: { ...tally, unit: '', sheets: 5, engagement: 5, productivity: 0, creativity: 0 },
    });
    const { joined } = await figuresOf(officer);
    expect(joined.benefits.units.map(({ unit, counts }) => [unit, counts.sheets, counts.productivity])).toEqual([
      ['', 5, 'withheld'],
      ['Bidang A', 12, 7],
    ]);
    expect(joined.benefits.units[1]?.counts).toMatchObject({ satisfaction: 'small', engagement: 'withheld' });
    await calls.get('programme.removeTally', { tallyId, period });
    expect(await calls.code('programme.removeTally', { tallyId, period })).toBe('unknownTally');
    expect(await calls.get('programme.tallies', { period })).toHaveLength(1);
  });

  // The attack: the vault is read after an employee ticked a sheet in it, or a single sheet was entered.
  it('is in no vault by person: what is ticked leaves nothing, and fewer than five sheets are refused', async () => {
    const { coach, officer } = await meet();
    const before = dumpVault(coach.vault);
    await coach.calls.get('programme.prepareBenefitSheet', { unit: 'Bidang A', benefits: ['satisfaction'] });
    expect(dumpVault(coach.vault)).toBe(before);
    expect(
      await officer.calls.code('programme.addTally', {
        tally: { ...tally, sheets: 4, productivity: 1, creativity: 1, engagement: 1 },
      }),
    ).toBe('invalidInput');
  });
});
