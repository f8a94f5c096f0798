import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followUpStandings } from '../../../../shared/domain/case/follow-ups.ts';
import { phases, sessionStates } from '../../../../shared/domain/case/state.ts';
import { listPapers } from '../../../../shared/domain/documents/kind.ts';
import { roles } from '../../../../shared/domain/identity/person.ts';
import {
  type ListChoice,
  type ListRequest,
  listRequest,
  listStates,
  listsOf,
} from '../../../../shared/domain/lists/list-choice.ts';
import {
  chosenRows,
  type LearningRow,
  listedSessions,
  type RegisterRow,
  type RowOf,
} from '../../../../shared/domain/lists/list-rows.ts';
import { cellText, type ListWords, listTable } from '../../../../shared/domain/lists/list-table.ts';

const person = {
  name: 'Laras Contoh',
  nip: '199103142015032999',
  rank: 'Penata Muda',
  position: 'Analis',
  unit: 'Bidang A',
};
const file: RegisterRow = {
  number: '12',
  person,
  registeredOn: '2026-03-10',
  report: { number: 'R-1/2026', date: '2026-03-01' },
  decision: { decided: 'yes', number: 'R-2/2026', date: '2026-03-20' },
  phase: 'counselling',
  begunOn: '2026-01-05',
};
const rows: { readonly [K in keyof RowOf]: readonly RowOf[K][] } = {
  registerList: [file],
  followUpList: [
    { number: '12', person, kind: 'guidance', personInCharge: 'Raka Contoh', dueDate: '2026-05-01', standing: 'open' },
  ],
  sessionList: [
    {
      number: '12',
      person,
      date: '2026-04-01',
      startTime: '09:00',
      zone: 'WITA',
      minutes: 60,
      place: 'Ruang 2',
      state: 'held',
    },
  ],
  learningList: [{ person, jp: 1250, target: 2000, records: 3, uncounted: 1 }],
};
const byCode = <C extends string>(codes: readonly C[]) =>
  Object.fromEntries(codes.map((code) => [code, code] as const)) as unknown as Record<C, string>;
const words: ListWords = {
  phase: byCode(phases),
  standing: byCode(followUpStandings),
  session: byCode(sessionStates),
  followUp: (kind) => kind ?? '',
};

const open = { from: '', to: '', unit: '', state: null };
const choiceOf = (kind: (typeof listPapers)[number], more: object = {}): ListChoice =>
  listRequest.shape.choice.parse(
    kind === 'learningList' ? { kind, year: 2026, unit: '', state: null, ...more } : { kind, ...open, ...more },
  );
const made = (choice: ListChoice, naming: ListRequest['naming']) =>
  listTable(rows[choice.kind] as never, { choice, naming } as never, words, '2026-06-01');
const told = (table: ReturnType<typeof made>): string =>
  [...table.facts.map(({ value }) => value), ...table.rows.flat().map(cellText)].join('|');

describe('a list', () => {
  it.each(listPapers)('%s tells nobody without names, and who and for whom with them', (kind) => {
    const bare = told(made(choiceOf(kind), null));
    for (const secret of [person.name, person.nip, person.rank, person.position, 'Raka Contoh']) {
      expect(bare).not.toContain(secret);
    }
    const naming = { purpose: 'Rapat pimpinan', receiver: 'Kepala Bagian' };
    const named = told(made(choiceOf(kind), naming));
    for (const said of [person.name, person.nip, person.unit, naming.purpose, naming.receiver])
      expect(named).toContain(said);
  });

  it('has the columns that offices have, in their order', () => {
    const { columns, rows: lines } = made(choiceOf('registerList'), { purpose: 'a', receiver: 'b' });
    expect(columns.map(({ label }) => label).join(', ')).toBe(
      'No, Nomor daftar, Nama, NIP, Pangkat/Gol., Jabatan, Unit kerja, Nomor laporan, Tanggal laporan, Penetapan, Nomor penetapan, Tanggal penetapan, Keadaan',
    );
    expect(lines[0]?.map(cellText).slice(7)).toEqual([
      'R-1/2026',
      '1 Maret 2026',
      'Konseling kinerja',
      'R-2/2026',
      '20 Maret 2026',
      'counselling',
    ]);
  });

  it('names purpose and receiver, or is refused', () => {
    const choice = choiceOf('registerList');
    for (const naming of [
      { purpose: '', receiver: 'b' },
      { purpose: 'a', receiver: ' ' },
    ]) {
      expect(listRequest.safeParse({ choice, naming }).success).toBe(false);
    }
  });

  it('is narrowed by period, unit and state', () => {
    const passes = (more: object) =>
      chosenRows<'registerList'>([file], choiceOf('registerList', more) as never).length === 1;
    expect(passes({ from: '2026-03-10', to: '2026-03-10' })).toBe(true);
    expect([passes({ from: '2026-03-11' }), passes({ to: '2026-03-09' })]).toEqual([false, false]);
    expect([passes({ unit: 'BIDANG  a' }), passes({ unit: 'Bidang B' })]).toEqual([true, false]);
    expect([passes({ state: 'open' }), passes({ state: 'closed' }), passes({ state: 'counselling' })]).toEqual([
      true,
      false,
      true,
    ]);
    const jp = (target: number | null, state: string) =>
      chosenRows<'learningList'>(
        [{ ...rows.learningList[0], target } as LearningRow],
        choiceOf('learningList', { state }) as never,
      ).length;
    expect([jp(1250, 'reached'), jp(2000, 'below'), jp(null, 'below'), jp(null, 'reached')]).toEqual([1, 1, 0, 0]);
  });

  it('without a due date falls into no period that has a limit', () => {
    const undated = { ...rows.followUpList[0], dueDate: '' } as RowOf['followUpList'];
    const count = (more: object) =>
      chosenRows<'followUpList'>([undated], choiceOf('followUpList', more) as never).length;
    expect([count({}), count({ from: '2026-01-01' }), count({ to: '2026-12-31' })]).toEqual([1, 0, 0]);
  });

  it('tells of a counselling that is over the sessions that were held alone', () => {
    const sessions = sessionStates.map((state) => ({ state }));
    const told = phases.map((phase) => listedSessions(phase, sessions).length);
    expect(told).toEqual(phases.map((phase) => (['result', 'followUp', 'closed'].includes(phase) ? 1 : 3)));
  });

  it('has each row once in the order of numbers, whatever order they come in', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 20 });
    fc.assert(
      fc.property(numbers, (all) => {
        const files = all.map((number) => ({ ...file, number: String(number) }));
        const choice = choiceOf('registerList');
        const table = listTable<'registerList'>(files, { choice, naming: null } as never, words, '2026-06-01');
        expect(table.rows.map((row) => row.slice(0, 2).map(cellText))).toEqual(
          [...all].sort((a, b) => a - b).map((number, at) => [String(at + 1), String(number)]),
        );
      }),
    );
  });

  it('is made by who has what stands in it by office', () => {
    expect(Object.fromEntries(roles.map((role) => [role, listsOf([role]).length]))).toEqual({
      assessor: 2,
      assessorSuperior: 2,
      personnelOfficer: 4,
      personnelHead: 4,
      authorisedOfficial: 4,
      counsellor: 1,
      coach: 0,
      mentor: 0,
      employee: 0,
    });
    expect(listStates.registerList).toContain('closed');
  });
});
