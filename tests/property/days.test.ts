import { daysOf, daysOfRole, isDayTold, isOneMoment, statedOnOf } from '@shared/domain/case/act-days.ts';
import type { ActHeader } from '@shared/domain/case/header.ts';
import { documentModel } from '@shared/domain/documents/document-model.ts';
import { certificationFaults } from '@shared/domain/package/certification.ts';
import {
  addDays,
  daysBetween,
  daysNear,
  isDayOf,
  mondayOf,
  toLocalDay,
  toLocalStamp,
  zoneOf,
} from '@shared/kernel/date.ts';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { actOnPaper } from '../../electron/backend/documents/act-on-paper.ts';
import { dayLines } from '../../electron/cli/day-lines.ts';
import { translateInto } from '../../electron/cli/texts.ts';
import { formatDate, formatDateTime, formatTime } from '../../renderer/lib/format.ts';
import { monthDays, monthSpan, shiftMonth } from '../../renderer/ui/month-days.ts';
import { signedContext } from '../fixtures/document-contexts.ts';

/** Zones of Indonesia, Greenwich, and one on its other side that changes its clocks. */
const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'UTC', 'America/New_York'] as const;
const here = process.env.TZ ?? '';

/** What something comes to where the computer is in each zone; it stays in its own. */
const inEach = <T>(run: () => T): T[] => {
  const before = process.env.TZ ?? '';
  const values = zones.map((zone) => {
    process.env.TZ = zone;
    return run();
  });
  process.env.TZ = before;
  return values;
};

const only = <T>(values: readonly T[]): T => {
  for (const value of values) expect(value).toEqual(values[0]);
  return values[0] as T;
};

const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true });
const days = moments.map((moment) => moment.toISOString().slice(0, 10));
const key = 'a'.repeat(64);

/** What an act says of its day: on the invitation, on the copy of a paper, and in the command. */
const said = (header: ActHeader): string[] => {
  const onPaper = (kind: 'invitation' | 'employeeCopy'): string[] => {
    const context = signedContext(kind);
    const { statedOn, isDayTold: told } = actOnPaper({ header, body: null });
    // A letter that names no day of its own bears that of the act.
    const content = { ...context.act?.content, letterDate: '' };
    const act = context.act && { ...context.act, content, statedOn, isDayTold: told };
    const copied = context.original?.act;
    const original = copied &&
      context.original && { ...context.original, act: { ...copied, statedOn, isDayTold: told } };
    const { dateLine, sections, enclosed } = documentModel(kind, {
      ...context,
      act,
      original: original ?? null,
    });
    const recorded = [...sections, ...enclosed].flatMap(({ blocks }) =>
      blocks.flatMap((block) => ('value' in block && block.label === 'Dicatat' ? [String(block.value)] : [])),
    );
    return kind === 'invitation' ? [String(dateLine)] : recorded.slice(0, 1);
  };
  const lines = dayLines({ ...daysOf(header, null), clockCorrected: false }, translateInto('id'));
  return [...onPaper('invitation'), ...onPaper('employeeCopy'), lines.join('\n')];
};

afterEach(() => {
  process.env.TZ = here;
});

describe('in whichever zone a computer is', () => {
  test('its zones are those that it has', () => {
    expect(inEach(() => new Date('2026-06-15T00:00:00Z').getHours())).toEqual([7, 8, 9, 0, 20]);
    expect(inEach(() => zoneOf('2026-06-15T00:00:00Z'))).toEqual(['WIB', 'WITA', 'WIT', 'UTC', 'EDT']);
  });

  test('the day that a signer saw is the day of an act of v2, on screen too', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (moment, signedIn) => {
        process.env.TZ = signedIn;
        const statedAt = moment.toISOString();
        const header = {
          format: 'bilik/act/v2',
          statedAt,
          statedOn: toLocalDay(statedAt),
        } as Partial<ActHeader> as ActHeader;
        const shown = formatDate(statedOnOf(header));
        expect(isOneMoment(header)).toBe(true);
        const said = inEach(() => [
          statedOnOf(header),
          isDayTold(header),
          daysOfRole(header),
          formatDate(statedOnOf(header)),
        ]);
        expect(only(said)).toEqual([toLocalDay(statedAt), true, [toLocalDay(statedAt)], shown]);
      }),
      { numRuns: 60 },
    );
  });

  test('an act of v2 has one day on paper and in the command; of one of v1 both say whose it is', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (moment, signedIn) => {
        process.env.TZ = signedIn;
        const statedAt = moment.toISOString();
        const v2 = {
          format: 'bilik/act/v2',
          statedAt,
          statedOn: toLocalDay(statedAt),
        } as Partial<ActHeader> as ActHeader;
        const v1 = { format: 'bilik/act/v1', statedAt } as Partial<ActHeader> as ActHeader;
        const unmarked = said(v1).map((text) => text.replace(/ \(menurut.*|\n.*/s, ''));
        expect(only(inEach(() => said(v2)))).toEqual(unmarked);
        const isMarked = (text: string): boolean => /menurut komputer (yang mencetak\)|ini)$/.test(text);
        for (const texts of inEach(() => said(v1))) expect(texts.map(isMarked)).toEqual([true, true, true]);
      }),
      { numRuns: 30 },
    );
  });

  test('an act of v1 is judged by the same days', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const statedAt = moment.toISOString();
        const asked = only(inEach(() => daysOfRole({ statedAt })));
        expect(asked).toEqual(daysNear(statedAt));
        for (const day of inEach(() => toLocalDay(statedAt))) expect(asked).toContain(day);
      }),
      { numRuns: 60 },
    );
  });

  test('a role is had or not, and a forged day gets nothing that a day either way would not', () => {
    const span = fc.tuple(days, fc.nat({ max: 40 }));
    fc.assert(
      fc.property(
        span,
        fc.integer({ min: -6, max: 46 }),
        fc.nat({ max: 1439 }),
        fc.integer({ min: -5, max: 5 }),
        (role, at, minute, off) => {
          const [from, length] = role;
          const stated = new Date(Date.parse(`${addDays(from, at)}T00:00:00Z`) + minute * 60_000).toISOString();
          const statedOn = addDays(stated.slice(0, 10), off);
          const entry = {
            entryId: 'e'.repeat(32),
            person: { name: 'Contoh', nipEnd: '', unit: '' },
            formerNames: [],
            roles: [{ role: 'assessor', from, to: addDays(from, length) }],
            keys: [{ key, revoked: null }],
          };
          const faults = (header: { readonly statedAt: string; readonly statedOn?: string }) =>
            only(
              inEach(() =>
                certificationFaults(
                  { entries: [entry as never] },
                  {
                    type: 'feedbackRecorded',
                    facts: [],
                    authorKey: key,
                    capacity: 'assessor',
                    origin: 'vault',
                    ...header,
                  },
                  null,
                  stated,
                  { hash: 'a'.repeat(64), isListTaken: () => false },
                ),
              ),
            );
          const forged = faults({ statedAt: stated, statedOn });
          if (!faults({ statedAt: stated }).includes('actNotCertified')) return;
          expect(forged).toEqual(['actNotCertified']);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('days are counted, shifted and laid out alike', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -800, max: 800 }), (day, by) => {
        const shifted = only(inEach(() => addDays(day, by)));
        expect(only(inEach(() => daysBetween(day, shifted)))).toBe(by);
        expect(new Date(`${only(inEach(() => mondayOf(day)))}T00:00:00Z`).getUTCDay()).toBe(1);
        const month = day.slice(0, 7);
        only(inEach(() => [monthDays(month), monthSpan(month), shiftMonth(month, by), formatDate(day)]));
      }),
      { numRuns: 60 },
    );
  });
});

describe('of one moment', () => {
  test('day, time and zone on screen and in names are those of one place', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (moment, zone) => {
        process.env.TZ = zone;
        const day = toLocalDay(moment.getTime());
        expect(toLocalDay(moment.toISOString())).toBe(day);
        expect(isDayOf(day, moment.toISOString())).toBe(true);
        expect(toLocalStamp(moment.getTime()).startsWith(`${day.replaceAll('-', '')}-`)).toBe(true);
        expect(toLocalStamp(moment.getTime()).slice(9, 13)).toBe(formatTime(moment.toISOString()).replace('.', ''));
        expect(formatDateTime(moment.toISOString()).endsWith(` ${zoneOf(moment.toISOString())}`)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('a day is its own, and what is no date stays what it is', () => {
    expect(inEach(() => toLocalDay('2026-11-24'))).toEqual(zones.map(() => '2026-11-24'));
    expect(toLocalDay('kapan')).toBe('kapan');
  });

  test('the same morning is another day in Jakarta than in Jayapura', () => {
    expect(inEach(() => toLocalDay('2026-05-05T16:30:00.000Z'))).toEqual([
      '2026-05-05',
      '2026-05-06',
      '2026-05-06',
      '2026-05-05',
      '2026-05-05',
    ]);
  });

  test('every zone of the platform has days that its moments can be', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      process.env.TZ = zone;
      for (const at of [Date.UTC(2026, 0, 1), Date.UTC(2026, 6, 1, 11, 30), Date.UTC(2026, 10, 1, 23, 59)])
        expect(isDayOf(toLocalDay(at), new Date(at).toISOString())).toBe(true);
    }
  });
});
