import { expect, it } from 'vitest';
import { fieldIssues } from '../../../shared/domain/field-issue.ts';
import { emptyPerson, personInput, personLimits } from '../../../shared/domain/identity/person.ts';
import { textsOf } from '../../e2e/support/accessible/texts.ts';

const person = { ...emptyPerson, name: 'Sinta Contoh' };
const issuesOf = (value: unknown) => {
  const parsed = personInput.safeParse(value, { reportInput: true });
  return parsed.success ? [] : fieldIssues(parsed.error);
};

it.each([
  [{ ...person, nip: '1985' }, [{ path: ['nip'], code: 'nip' }], 'NIP terdiri atas 18 angka, atau kosong'],
  [{ ...person, name: '' }, [{ path: ['name'], code: 'required' }], 'Harus diisi'],
  [{ ...person, unit: 'x'.repeat(personLimits.unit + 1) }, [{ path: ['unit'], code: 'tooLong' }], 'Terlalu panjang'],
  [{ ...person, employmentStatus: 'unknown' }, [{ path: ['employmentStatus'], code: 'invalid' }], 'Isian belum benar'],
])('a person is refused by the field, and the person is told why: %#', (value, issues, text) => {
  expect(issuesOf(value)).toEqual(issues);
  expect(issues.map(({ code }) => textsOf('id')(`fieldIssue.${code}`))).toEqual([text]);
});

it('a person as there are is taken', () => {
  expect(issuesOf(person)).toEqual([]);
});
