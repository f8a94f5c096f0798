import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readMeta, writeMeta } from '../../../electron/backend/db/meta-json.ts';
import { clashingPairs } from '../../../shared/domain/guidance/calendar.ts';
import { newCoachingSession } from '../../../shared/domain/guidance/drafts.ts';
import type { CoachingFile } from '../../../shared/domain/guidance/working-file.ts';
import { type Calls, callsOn, testVault } from '../../fixtures/calls.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { coachingSample, sampleFile, sampleId, workedCoaching } from '../../fixtures/guidance.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';
import { begin, make } from './support.ts';

type Session = CoachingFile['sessions'][number];

const setting = async () => {
  const vault = await testVault(people.assessor, ['assessor']);
  const calls = callsOn(vault, { now: () => Date.parse('2026-11-26T04:00:00Z') });
  return { vault, calls };
};

const session = (digit: string, change: Partial<Session>): Session => ({
  ...newCoachingSession(sampleId(digit)),
  ...change,
});

/** A file with these sessions, and nothing else that is due. */
const withSessions = (...sessions: Session[]): CoachingFile => ({ ...sampleFile('coaching'), sessions });

const morning = { date: '2026-12-01', startTime: '09:00', minutes: 45, place: 'Ruang A; lantai 2, gedung "Timur"' };

describe('the calendar', () => {
  it('holds the sessions of all files in their order, within the days asked for', async () => {
    const { calls } = await setting();
    // Neither as the files come nor as their sessions do.
    const around = ['13:00', '08:00'].map((startTime, at) => session(`${at + 5}`, { ...morning, startTime }));
    const first = await begin(calls, withSessions(...around));
    const second = await begin(calls, withSessions(session('3', morning), session('4', { date: '2027-01-01' })));
    const found = await calls.get('guidance.calendar', { from: '2026-12-01', to: '2026-12-31' });
    expect(found.map(({ guidanceId, startTime }) => [guidanceId, startTime])).toEqual([
      [first, '08:00'],
      [second, '09:00'],
      [first, '13:00'],
    ]);
    expect(found[0]).toMatchObject({ kind: 'coaching', label: people.employee.name, state: 'planned', minutes: 45 });
  });

  it('tells which sessions of different files lie over each other; one after the other does not clash', async () => {
    const { calls } = await setting();
    const late = { ...morning, date: '2026-12-01', startTime: '23:30', minutes: 60 };
    await begin(calls, withSessions(session('2', morning), session('3', late)));
    await begin(calls, withSessions(session('4', { ...morning, startTime: '09:45' })));
    await begin(calls, withSessions(session('5', { ...morning, startTime: '10:00', minutes: null })));
    await begin(calls, withSessions(session('6', { ...morning, date: '2026-12-02', startTime: '00:15' })));
    await begin(calls, withSessions(session('7', { ...morning, startTime: '' })));
    const found = await calls.get('guidance.calendar', { from: '2026-12-01', to: '2026-12-02' });
    expect(found).toHaveLength(6);
    const pairs = clashingPairs(found.map((entry) => ({ ...entry, id: entry.sessionId })));
    expect(pairs.map((pair) => pair.map(({ id }) => id[0]))).toEqual([
      ['4', '5'],
      ['3', '6'],
    ]);
  });

  it('names a group by its first participant and how many more', async () => {
    const { calls } = await setting();
    const participants = [people.employee, people.otherEmployee];
    await begin(calls, { ...sampleFile('coaching', { participants }), sessions: [session('2', morning)] });
    const [entry] = await calls.get('guidance.calendar', { from: morning.date, to: morning.date });
    expect(entry?.label).toBe(`${people.employee.name} +1`);
  });

  it('leaves as .ics without a name or a topic, in lines that RFC 5545 allows', async () => {
    const { calls } = await setting();
    const place = `${morning.place} ${'panjang '.repeat(20)}é`.trim();
    const sessions = [
      session('2', { ...morning, place }),
      session('3', { date: '2026-12-02' }),
      session('4', { date: '2026-12-03', state: 'held' }),
    ];
    const guidanceId = await begin(calls, withSessions(...sessions));
    calls.host.saveTarget = join(calls.host.folder ?? '', 'jadwal.ics');
    expect(await calls.get('guidance.exportCalendar', { guidanceId })).toEqual({ saved: true, count: 2 });
    const bytes = readFileSync(calls.host.saveTarget);
    const lines = bytes.toString('utf8').split('\r\n');
    expect(bytes.toString('utf8')).not.toMatch(/[^\r]\n/);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    const text = lines.join('\n').replace(/\n[ \t]/g, '');
    expect(text.match(/^BEGIN:VEVENT$/gm)).toHaveLength(2);
    expect(text).toContain('DTSTART:20261201T090000\nDTEND:20261201T094500');
    expect(text).toContain('DTSTART;VALUE=DATE:20261202');
    expect(text.match(/^SUMMARY:.*$/gm)).toEqual(['SUMMARY:Pertemuan', 'SUMMARY:Pertemuan']);
    expect(text).toContain(`LOCATION:Ruang A\\; lantai 2\\, gedung "Timur" ${'panjang '.repeat(20)}é`);
    const { topic, participants, leader } = sampleFile('coaching');
    for (const told of [topic, leader.name, ...participants.map(({ name }) => name)]) expect(text).not.toContain(told);
  });

  it.each([
    ['pictures of several signs', '👨\u200d👩\u200d👧'.repeat(18)],
    ['accents of their own', 'e\u0301'.repeat(90)],
    ['letters of three bytes', '漢'.repeat(70)],
    ['signs that are escaped', 'a\\b;c,d:e"f'.repeat(9)],
    ['the end of a line in the midst', `${'x'.repeat(64)}\nEND:VEVENT`],
  ])('keeps a place of %s whole, in lines of at most 75 bytes', async (_what, place) => {
    const { calls } = await setting();
    await begin(calls, withSessions(session('2', { ...morning, place })));
    calls.host.saveTarget = join(calls.host.folder ?? '', 'jadwal.ics');
    await calls.get('guidance.exportCalendar', { guidanceId: null });
    const text = readFileSync(calls.host.saveTarget, 'utf8');
    const lines = text.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || line.includes('\ufffd'))).toEqual([]);
    const whole = text.replace(/\r\n[ \t]/g, '');
    expect(whole.match(/^(BEGIN|END):VEVENT\r$/gm)).toHaveLength(2);
    const told = /^LOCATION:(.*)\r$/m.exec(whole)?.[1] ?? '';
    expect(told.replace(/\\(.)/g, (_sign, escaped: string) => (escaped === 'n' ? '\n' : escaped))).toBe(place);
  });

  it('writes a day of eight figures, whatever year was typed', async () => {
    const { calls } = await setting();
    const slip = { ...morning, date: '0206-12-01', zone: 'WIB' as const };
    await begin(calls, withSessions(session('2', slip), session('3', { date: '0012-12-01' })));
    calls.host.saveTarget = join(calls.host.folder ?? '', 'jadwal.ics');
    await calls.get('guidance.exportCalendar', { guidanceId: null });
    const text = readFileSync(calls.host.saveTarget, 'utf8');
    expect(text).toContain('DTSTART:02061201T020000Z\r\nDTEND:02061201T024500Z');
    expect(text).toContain('DTSTART;VALUE=DATE:00121201\r\nDTEND;VALUE=DATE:00121202');
  });

  it('has no sign in a place that a calendar may not have', async () => {
    const { calls } = await setting();
    await begin(calls, withSessions(session('2', { ...morning, place: 'Ruang\u000bA\u2028lantai\u00852' })));
    calls.host.saveTarget = join(calls.host.folder ?? '', 'jadwal.ics');
    await calls.get('guidance.exportCalendar', { guidanceId: null });
    expect(readFileSync(calls.host.saveTarget, 'utf8')).toContain('LOCATION:Ruang A lantai 2\r\n');
  });

  it('leaves with each session under its own id, stamped, an hour long where nothing else is known', async () => {
    const { calls } = await setting();
    await begin(calls, withSessions(session('2', { ...morning, minutes: null, startTime: '23:30' })));
    await begin(calls, withSessions(session('3', { date: '2026-12-31' })));
    calls.host.saveTarget = join(calls.host.folder ?? '', 'jadwal.ics');
    expect(await calls.get('guidance.exportCalendar', { guidanceId: null })).toEqual({ saved: true, count: 2 });
    const text = readFileSync(calls.host.saveTarget, 'utf8').replace(/\r\n[ \t]/g, '');
    const events = text.split('BEGIN:VEVENT\r\n').slice(1);
    const fields = events.map((event) => event.slice(0, event.indexOf('END:VEVENT')).trim().split('\r\n'));
    const withoutSequence = fields.map((lines) => lines.filter((line) => !/^(SEQUENCE|X-)/.test(line)));
    expect(withoutSequence).toEqual([
      [
        `UID:${sampleId('2')}`,
        'DTSTAMP:20261126T040000Z',
        'DTSTART:20261201T233000',
        'DTEND:20261202T003000',
        'SUMMARY:Pertemuan',
        'LOCATION:Ruang A\\; lantai 2\\, gedung "Timur"',
        'ORGANIZER;CN="Bilik":mailto:bilik@bilik.invalid',
        'STATUS:CONFIRMED',
      ],
      [
        `UID:${sampleId('3')}`,
        'DTSTAMP:20261126T040000Z',
        'DTSTART;VALUE=DATE:20261231',
        'DTEND;VALUE=DATE:20270101',
        'SUMMARY:Pertemuan',
        'ORGANIZER;CN="Bilik":mailto:bilik@bilik.invalid',
        'STATUS:CONFIRMED',
      ],
    ]);
  });

  it('leaves with the moment of a time whose zone is said, which every calendar shows by its own clocks', async () => {
    const zones = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' } as const;
    const times = ['00:15', '08:30', '09:00', '23:30'].flatMap((startTime, hour) =>
      (Object.keys(zones) as (keyof typeof zones)[]).map((zone, at) =>
        session((hour * 3 + at).toString(16), { ...morning, startTime, zone }),
      ),
    );
    const { calls } = await setting();
    await begin(calls, withSessions(...times, session('f', { ...morning, zone: 'WIT', startTime: '' })));
    calls.host.saveTarget = join(calls.host.folder ?? '', 'jadwal.ics');
    const here = process.env.TZ;
    const files = new Set<string>();
    for (const zone of ['Asia/Jakarta', 'Asia/Jayapura', 'UTC', 'America/New_York']) {
      process.env.TZ = zone;
      await calls.get('guidance.exportCalendar', { guidanceId: null });
      files.add(readFileSync(calls.host.saveTarget, 'utf8'));
    }
    process.env.TZ = here;
    const [text = ''] = files;
    expect(files.size).toBe(1);
    expect(text).toContain('DTSTART;VALUE=DATE:20261201');
    const shown = (iso: string, timeZone: string): string =>
      new Date(iso).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    for (const { sessionId, startTime, zone = '' } of times) {
      const event = text.split('BEGIN:VEVENT').find((part) => part.includes(`UID:${sessionId}`));
      const [, ...parts] = event?.match(/DTSTART:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00Z\r/) ?? [];
      const [year, month, day, hours, minutes] = parts;
      const at = `${year}-${month}-${day}T${hours}:${minutes}:00Z`;
      expect(zone && shown(at, zones[zone])).toBe(`${morning.date} ${startTime}`);
    }
    // Nine o'clock in Jayapura is seven in Jakarta.
    expect(text).toContain('DTSTART:20261201T000000Z\r\nDTEND:20261201T004500Z');
    expect(shown('2026-12-01T00:00:00Z', zones.WIB)).toBe('2026-12-01 07:00');
  });

  describe('that leaves once more', () => {
    const save = async (calls: Calls, guidanceId: string | null) => {
      calls.host.saveTarget = join(calls.host.folder ?? '', 'jadwal.ics');
      const { count } = await calls.get('guidance.exportCalendar', { guidanceId });
      const text = readFileSync(calls.host.saveTarget, 'utf8').replace(/\r\n[ \t]/g, '');
      expect(text).toContain('\r\nMETHOD:PUBLISH\r\n');
      const said = text
        .split('BEGIN:VEVENT')
        .slice(1)
        .map((event) => ['UID', 'SEQUENCE', 'STATUS'].map((name) => event.match(`\n${name}:(.*)\r`)?.[1]?.slice(0, 9)));
      expect(said).toHaveLength(count);
      return said.map(([uid, ...rest]) => [uid?.[0], ...rest]);
    };
    const change = async (calls: Calls, guidanceId: string, ...sessions: Session[]) => {
      const { revision } = await calls.get('guidance.get', { guidanceId });
      await calls.get('guidance.save', { guidanceId, revision, file: withSessions(...sessions) });
    };

    it('counts each change of a session, and nothing where nothing changed', async () => {
      const { calls } = await setting();
      const guidanceId = await begin(calls, withSessions(session('2', morning)));
      expect(await save(calls, null)).toEqual([['2', '0', 'CONFIRMED']]);
      expect(await save(calls, guidanceId)).toEqual([['2', '0', 'CONFIRMED']]);
      await change(calls, guidanceId, session('2', { ...morning, date: '2026-12-03' }));
      expect(await save(calls, guidanceId)).toEqual([['2', '1', 'CONFIRMED']]);
      expect(await save(calls, null)).toEqual([['2', '1', 'CONFIRMED']]);
      for (const [index, part] of [{ startTime: '10:00' }, { minutes: 90 }, { place: 'Ruang B' }].entries()) {
        await change(calls, guidanceId, session('2', { ...morning, ...part }));
        expect(await save(calls, null)).toEqual([['2', String(index + 2), 'CONFIRMED']]);
      }
    });

    it('counts another zone as a change, and what was written before zones were asked for as none', async () => {
      const { vault, calls } = await setting();
      const guidanceId = await begin(calls, withSessions(session('2', { ...morning, place: 'Ruang B' })));
      await save(calls, null);
      await change(calls, guidanceId, session('2', morning));
      expect(await save(calls, null)).toEqual([['2', '1', 'CONFIRMED']]);
      const written = readMeta(vault.records, 'calendarSent', z.array(z.looseObject({ zone: z.string() })));
      const before = (written ?? []).map(({ zone: _, ...sent }) => sent);
      writeMeta(writable(vault.records), 'calendarSent', before);
      expect(await save(calls, null)).toEqual([['2', '1', 'CONFIRMED']]);
      await change(calls, guidanceId, session('2', { ...morning, zone: 'WIT' }));
      expect(await save(calls, null)).toEqual([['2', '2', 'CONFIRMED']]);
    });

    it.each([
      ['taken out', []],
      ['missed', [session('2', { ...morning, state: 'missed' })]],
      ['left without a day', [session('2', { ...morning, date: '' })]],
    ])('calls off a session that was %s, as long as its day is to come', async (_how, sessions) => {
      const { vault, calls } = await setting();
      const guidanceId = await begin(calls, withSessions(session('2', morning), session('3', morning)));
      const other = await begin(calls, withSessions(session('4', morning)));
      await save(calls, null);
      await change(calls, guidanceId, ...sessions, session('3', morning));
      const dropped = [
        ['3', '0', 'CONFIRMED'],
        ['2', '1', 'CANCELLED'],
      ];
      expect(await save(calls, guidanceId)).toEqual(dropped);
      expect(await save(calls, guidanceId)).toEqual(dropped);
      expect(await save(calls, other)).toEqual([['4', '0', 'CONFIRMED']]);
      const later = callsOn(vault, { now: () => Date.parse('2026-12-05T04:00:00Z') });
      expect(await save(later, guidanceId)).toEqual([['3', '0', 'CONFIRMED']]);
    });

    it('says so when nothing is planned any more; one that is planned again counts on', async () => {
      const { calls } = await setting();
      const guidanceId = await begin(calls, withSessions(session('2', morning)));
      await save(calls, guidanceId);
      await change(calls, guidanceId);
      expect(await save(calls, guidanceId)).toEqual([['2', '1', 'CANCELLED']]);
      await change(calls, guidanceId, session('2', morning));
      expect(await save(calls, guidanceId)).toEqual([['2', '2', 'CONFIRMED']]);
    });

    it.each([
      ['was held, and was not after all', { ...morning, state: 'held' as const }, '2026-11-27'],
      ['was missed, and is held later', { ...morning, state: 'missed' as const }, '2026-12-05'],
    ])('counts on where a session %s', async (_how, meanwhile, day) => {
      const { vault, calls } = await setting();
      const later = callsOn(vault, { now: () => Date.parse(`${day}T04:00:00Z`) });
      const guidanceId = await begin(calls, withSessions(session('2', morning), session('3', morning)));
      await save(calls, guidanceId);
      await change(calls, guidanceId, session('2', { ...morning, place: 'Ruang B' }), session('3', morning));
      expect(await save(calls, guidanceId)).toContainEqual(['2', '1', 'CONFIRMED']);
      await change(calls, guidanceId, session('2', meanwhile), session('3', morning));
      expect((await save(later, guidanceId)).map(([uid]) => uid)).toEqual(['3']);
      const anew = session('2', { ...morning, date: '2026-12-20' });
      await change(calls, guidanceId, anew, session('3', morning));
      expect(await save(later, guidanceId)).toContainEqual(['2', '2', 'CONFIRMED']);
    });

    it('leaves a session that was held as it is', async () => {
      const { calls } = await setting();
      const guidanceId = await begin(calls, withSessions(session('2', morning), session('3', morning)));
      await save(calls, guidanceId);
      await change(calls, guidanceId, session('2', { ...morning, state: 'held' }), session('3', morning));
      expect(await save(calls, guidanceId)).toEqual([['3', '0', 'CONFIRMED']]);
    });
  });

  it('records nothing when the dialog is cancelled; a place that fails is recorded, and nothing lies there', async () => {
    const { vault, calls } = await setting();
    await begin(calls, withSessions(session('2', morning)));
    const before = dumpVault(vault);
    calls.host.saveTarget = null;
    expect(await calls.get('guidance.exportCalendar', { guidanceId: null })).toEqual({ saved: false, count: 0 });
    expect(dumpVault(vault)).toBe(before);
    calls.host.saveTarget = join(calls.host.folder ?? '', 'tidak-ada', 'jadwal.ics');
    expect(await calls.code('guidance.exportCalendar', { guidanceId: null })).toBe('exportFailed');
    expect(existsSync(calls.host.saveTarget)).toBe(false);
    const trail = await calls.get('audit.list', { store: 'records', before: null, limit: 1 });
    expect(trail.entries.map(({ kind }) => kind)).toEqual(['calendarExported']);
  });

  it('leaves for no file that is unknown or has nothing planned, and nothing changes', async () => {
    const { vault, calls } = await setting();
    const guidanceId = await begin(calls, withSessions(session('2', { ...morning, state: 'missed' })));
    calls.host.saveTarget = join(calls.host.folder ?? '', 'jadwal.ics');
    const before = dumpVault(vault);
    expect(await calls.code('guidance.exportCalendar', { guidanceId: sampleId('9') })).toBe('unknownGuidance');
    expect(await calls.code('guidance.exportCalendar', { guidanceId })).toBe('nothingPlanned');
    expect(dumpVault(vault)).toBe(before);
    expect(existsSync(calls.host.saveTarget)).toBe(false);
  });
});

describe('reminders', () => {
  const due = async (calls: Awaited<ReturnType<typeof setting>>['calls'], today = '2026-11-28') =>
    (await calls.get('guidance.reminders', { today })).map(({ kind, date }) => [kind, date]);

  it('name what is due within a week, the earliest first', async () => {
    const { calls } = await setting();
    const guidanceId = await begin(calls, workedCoaching());
    await make(calls, guidanceId, coachingSample(), false);
    expect(await due(calls)).toEqual([
      ['signature', coachingSample().date],
      ['action', '2026-11-27'],
      ['goal', '2026-12-05'],
    ]);
    expect(await due(calls, '2026-11-27')).not.toContainEqual(['goal', '2026-12-05']);
    expect(await due(calls, '2026-12-06')).toContainEqual(['evaluation', '2026-12-05']);
  });

  it('name planned sessions up to a week ahead, of all files, with whom and what about', async () => {
    const { calls } = await setting();
    await begin(calls, withSessions(session('2', { date: '2026-12-05' }), session('3', { date: '2026-12-06' })));
    const held = session('4', { date: '2026-12-01', state: 'held' });
    const second = await begin(calls, withSessions(session('5', { date: '2026-12-04' }), held));
    expect(await due(calls)).toEqual([
      ['session', '2026-12-04'],
      ['session', '2026-12-05'],
    ]);
    const [first] = await calls.get('guidance.reminders', { today: '2026-11-28' });
    const { topic } = sampleFile('coaching');
    expect(first).toMatchObject({ guidanceId: second, label: people.employee.name, topic });
  });

  it('say nothing of a file that was concluded', async () => {
    const { calls } = await setting();
    await begin(calls, { ...workedCoaching(), status: 'concluded' });
    expect(await due(calls)).toEqual([]);
  });
});
