import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonAnswer } from '@shared/contract/competence-file.ts';
import { learningKindNames } from '@shared/domain/competence/kinds.ts';
import { learningUnits } from '@shared/domain/competence/learning-record.ts';
import { plainName } from '@shared/domain/identity/name-words.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { plainUnit } from '@shared/domain/identity/same-person.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from '../../../electron/backend/crypto/hash.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { learningInput } from '../../fixtures/learning.ts';
import * as people from '../../fixtures/people/cast.ts';

// What the app writes it reads, whoever the people of the file are, and gives each record to the same person again.

const odd = [',', ';', '\t', '|', '"', "'", '=', '+', '-', '–', '@', '.', ' ', '0', '1', '(', '/'];
const scripts = ['محمد', 'أ', 'Ñ', 'ß', 'é', '李', '👩‍💻', '🇮🇩', '\u200d', '\u200f', 'e\u0301', '\u00a0', 'Ω'];
const part = fc.oneof(
  fc.constantFrom('Dr.', 'H.', 'Hj.', 'A.', 'M.', 'S.Pd.', 'M.Si.,', ', S.H.', 'Ph.D', 'bin', "Nur'aini", '"Aji"'),
  fc.constantFrom('=1+1', '+62', '-Budi', '@rahmat', "'Ali", "=cmd|'/C calc'!A0", '1E5', '2026-01-02', '1/2', 'TRUE'),
  fc.string({ unit: fc.constantFrom(...odd, ...scripts), minLength: 1, maxLength: 6 }),
);
/** Whatever a person may type into one line, with a word that somebody can be known by. */
const line = fc
  .tuple(fc.array(part, { maxLength: 3 }), fc.constantFrom('Contoh', 'Rahmat', 'عمر', 'Peraga'), fc.array(part))
  .map(([before, word, behind]) => [...before, word, ...behind.slice(0, 3)].join(' ').slice(0, 120));
const text = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(' '));
const twoDigits = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, '0'));
const day = fc.tuple(twoDigits(1, 10), twoDigits(1, 28)).map(([month, date]) => `2026-${month}-${date}`);

const person = fc.record({
  name: line,
  hasNip: fc.boolean(),
  unit: fc.oneof(fc.constantFrom('', 'Bagian Contoh'), line),
  records: fc.array(
    fc.record({
      kind: fc.constantFrom(...learningKindNames),
      title: line,
      organiser: text,
      from: fc.oneof(day, fc.constant('2025-12-31')),
      to: fc.oneof(day, fc.constant('2026-10-31')),
      unit: fc.constantFrom(...learningUnits),
      amount: fc.oneof(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(1, 10, 50, 100, 250, 1005)),
      certificateNumber: text,
      remark: text,
      abroad: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

/** Two of a name and unit without a number: nobody could tell their rows apart. */
const told = ({ name, unit, hasNip }: { name: string; unit: string; hasNip: boolean }, at: number): string =>
  hasNip ? `nip ${at}` : `${plainName(name)} ${plainUnit(unit)}`;

const nipOf = (at: number): string => `19910314201503${1000 + at}`;
type Learnt = ReturnType<typeof learningInput>;
const wordsOf = ({
  kind,
  title,
  organiser,
  from,
  to,
  unit,
  amount,
  certificateNumber,
  remark,
  abroad,
}: Learnt): string =>
  JSON.stringify([kind, title, organiser, from, to, unit, amount, certificateNumber, remark, abroad === true]);

it('gives each record back to whose it was, whatever people, units, days and amounts are', async () => {
  const all = fc.uniqueArray(person, { minLength: 2, maxLength: 5, comparator: (a, b) => told(a, 0) === told(b, 1) });
  await fc.assert(
    fc.asyncProperty(all, async (drawn) => {
      const vault = await testVault(people.personnelOfficer, ['personnelOfficer']);
      const calls = callsOn(vault, { now: () => Date.parse('2026-11-26T04:00:00Z') });
      const folder = calls.host.folder ?? '';
      const ids: string[] = [];
      for (const [at, { name, hasNip, unit, records }] of drawn.entries()) {
        const one: PersonInput = { ...people.employee, name, nip: hasNip ? nipOf(at) : '', unit };
        const { personId } = await calls.get('persons.save', { personId: null, person: one });
        ids.push(personId);
        for (const [row, typed] of records.entries()) {
          const [from, to] = [typed.from, typed.to].sort() as [string, string];
          const title = `${typed.title} ${row}`;
          const record = learningInput({ ...typed, from, to, title });
          await calls.get('competence.saveRecord', {
            personId,
            recordId: null,
            revision: 0,
            guidanceHash: null,
            record,
          });
        }
      }
      const recordsOf = async (personId: string) =>
        (await calls.get('competence.employee', { personId })).records.filter(({ withdrawn }) => withdrawn === null);
      const kept = async (): Promise<string[][]> => {
        const lists: string[][] = [];
        for (const personId of ids) lists.push((await recordsOf(personId)).map(wordsOf).sort());
        return lists;
      };
      const before = await kept();
      calls.host.saveTarget = join(folder, 'keluar.csv');
      await calls.get('competence.exportCsv', { what: 'records', year: 2026 });
      const bytes = readFileSync(calls.host.saveTarget);
      const path = join(folder, 'masuk.csv');
      writeFileSync(path, bytes);
      calls.host.files = [path];
      const load = async (answers: PersonAnswer[], store: boolean) => {
        const [file] = await calls.get('dialog.chooseFiles', { purpose: 'csv' });
        const said = store ? { seen: sha256(bytes).toString('hex'), leaveOut: false } : null;
        const asked = { fileToken: file?.token ?? '', dayOrder: null, people: answers, store: said };
        return calls.get('competence.importRecords', asked);
      };
      // Of whom a question is asked, a person says which of them it is: nobody else stands under that name and unit.
      const looked = await load([], false);
      const register = await calls.get('persons.list', { includeArchived: true });
      const answers = looked.people.map(({ nip, name, unitOfWork, fitting }) => {
        const fits = new Set(fitting.map(({ personId }) => personId));
        const [one] = register.filter(
          (known) =>
            fits.has(known.personId) &&
            known.nip === '' &&
            plainName(known.name) === plainName(name) &&
            plainUnit(known.unit) === plainUnit(unitOfWork),
        );
        return { nip, name, unitOfWork, personId: one?.personId ?? null };
      });
      const count = before.flat().length;
      expect(await load(answers, false)).toMatchObject({ accepted: 0, known: count, problems: [], askOrder: null });
      for (const personId of ids)
        for (const { recordId } of await recordsOf(personId))
          await calls.get('competence.withdrawRecord', { recordId, reason: 'Keliru.' });
      expect(await load(answers, true)).toMatchObject({ accepted: count, known: 0, problems: [], stored: true });
      expect(await kept()).toEqual(before);
      vault.close();
    }),
    { numRuns: 25, seed: 12 },
  );
}, 300_000);
