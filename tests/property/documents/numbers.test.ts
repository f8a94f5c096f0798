import { classifications } from '@shared/domain/case/content/fields.ts';
import { formatDocumentNumber, otherThanDay, readDocumentNumber } from '@shared/domain/documents/document-number.ts';
import { numberKinds, numberPresets, numberRuleOf, presetNumbering } from '@shared/domain/documents/numbering.ts';
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
