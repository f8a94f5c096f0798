import { classifications } from '@shared/domain/case/content/fields.ts';
import { formatDocumentNumber, otherThanDay, readDocumentNumber } from '@shared/domain/documents/document-number.ts';
import {
  type BorneNumber,
  countOf,
  countScopes,
  identityOf,
  numberKindOf,
  numberKinds,
  numberPresets,
  numberRuleOf,
  presetNumbering,
  readAs,
} from '@shared/domain/documents/numbering.ts';

import fc from 'fast-check';
import { expect, test } from 'vitest';

const seed = 20261201;
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const codes = fc.record({
  positionCode: fc.constantFrom('', 'IJ', 'BKP-2', '417.603.3', 'Set/KP'),
  classificationCode: fc.constantFrom('', 'KP.07.6', '800.1.10.4', 'OT.01'),
});
const made = fc.record({
  numbering: fc.tuple(fc.constantFrom(...numberPresets), codes).map((given) => presetNumbering(...given)),
  kind: fc.constantFrom(...numberKinds),
  classification: fc.constantFrom(...classifications),
  sequence: fc.integer({ min: 1, max: 99_999 }),
  date: day,
});

test('a number of any template is read back, and is of the month and year of its day', () => {
  fc.assert(
    fc.property(made, day, ({ numbering, kind, ...parts }, other) => {
      const { template } = numberRuleOf(numbering, kind);
      const number = formatDocumentNumber(template, { ...numbering, ...parts });
      if (!number.ok) throw new Error(template);
      const read = readDocumentNumber(template, numbering, number.value);
      expect(read, number.value).toMatchObject({ sequence: parts.sequence, inserted: '' });
      expect([null, parts.classification]).toContain(read?.mark);
      expect(otherThanDay({ ...numbering, template }, number.value, parts.date)).toBeNull();
      const found = otherThanDay({ ...numbering, template }, number.value, other);
      if (template.includes('{tahun}') && other.slice(0, 4) !== parts.date.slice(0, 4)) expect(found).toBe('year');
      else if (template.includes('bulan') && other.slice(5, 7) !== parts.date.slice(5, 7)) expect(found).toBe('month');
      else expect(found).toBeNull();
    }),
    { seed, numRuns: 400 },
  );
});

const papers = ['invitation', 'assignmentLetter', 'behaviourReport', 'followUpDecision', 'registrationNote'] as const;
const signing = fc.record({
  paper: fc.constantFrom(...papers),
  signatory: fc.constantFrom('Kepala Bagian Umum', 'Plt. Kepala Bagian Umum', 'Sekretaris'),
  mark: fc.constantFrom(...classifications),
  date: day.map((date) => `${Number(date.slice(0, 4)) % 2 === 0 ? '2026' : '2027'}${date.slice(4, 8)}07`),
  /** Numbers that the secretary skips before this one. */
  skipped: fc.integer({ min: 0, max: 3 }),
});

test('proposals are never doubles: over New Year, in any scope, whatever numbers are skipped', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...numberPresets),
      codes,
      fc.constantFrom(...countScopes),
      fc.array(signing, { minLength: 1, maxLength: 25 }),
      (preset, given, scope, history) => {
        const set = presetNumbering(preset, given);
        // One template for all: within one count nothing but the running number tells papers apart.
        const numbering = { ...set, kinds: {}, scope };
        const borne: BorneNumber[] = [];
        const seen = new Set<string>();
        for (const { skipped, ...counted } of history) {
          const year = counted.date.slice(0, 4);
          const count = countOf(numbering, counted);
          const before = borne.filter((it) => countOf(numbering, it) === count && it.date.startsWith(year));
          const last = Math.max(0, ...before.map((it) => readAs(numbering, it)?.sequence ?? 0));
          const { template } = numberRuleOf(numbering, numberKindOf(counted.paper));
          const parts = { ...numbering, ...counted, classification: counted.mark, sequence: last + 1 + skipped };
          const number = formatDocumentNumber(template, parts);
          if (!number.ok) throw new Error(template);
          const paper = { ...counted, number: number.value, office: '' };
          const identity = identityOf(numbering, paper);
          expect(identity).not.toBeNull();
          expect(seen.has(identity ?? '')).toBe(false);
          seen.add(identity ?? '');
          borne.push(paper);
          // The same number later in the year is a double; of another office it is none.
          expect(identityOf(numbering, { ...paper, date: `${year}-12-31` })).toBe(identity);
          expect(identityOf(numbering, { ...paper, office: 'lain' })).not.toBe(identity);
        }
      },
    ),
    { seed, numRuns: 150 },
  );
});

test('a number put between two others is read with its letter, and is no double', () => {
  const numbering = presetNumbering('central', { positionCode: 'IJ', classificationCode: 'OT.01' });
  const paper = { paper: 'invitation', signatory: '', mark: 'ordinary', date: '2026-04-02', office: '' } as const;
  for (const number of ['31.a/IJ/OT.01/04/2026', '31a/IJ/OT.01/04/2026', '31-B/IJ/04/2026'])
    expect(identityOf(numbering, { ...paper, number })).toBeNull();
  const same = ['31/IJ/OT.01/04/2026', '031/IJ/KP.07.6/04/2026', ' 31/ij/OT.01/12/2026'];
  expect(new Set(same.map((number) => identityOf(numbering, { ...paper, number }))).size).toBe(1);
});
