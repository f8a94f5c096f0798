import { only } from '@shared/domain/form/fields.ts';
import { coachFields } from '@shared/domain/guidance/coach-fields.ts';
import { emptyPerson, type PersonInput } from '@shared/domain/identity/person.ts';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { FormFields } from '../../../renderer/ui/form/FormFields.tsx';
import { noIssues } from '../../../renderer/ui/form/issues.ts';
import { drawn, words } from '../../fixtures/form-page.ts';

const fields = only(coachFields, ['person']);
const shown = (person: PersonInput): string =>
  drawn(createElement(FormFields, { fields, value: { person }, onChange: () => undefined, issue: noIssues }), []);

describe('a person that is picked first and typed in on demand', () => {
  it('keeps all that is typed while the name is not there yet, or not there again', () => {
    const page = shown({ ...emptyPerson, nip: '199001012015031001', position: 'Arsiparis Ahli Muda' });
    expect(page).toContain('199001012015031001');
    expect(page).toContain('Arsiparis Ahli Muda');
  });

  it('asks to pick somebody while nothing is typed', () => {
    const page = shown(emptyPerson);
    expect(page).toContain(words('person.typeIn'));
    expect(page).not.toContain(words('person.nip'));
  });
});
