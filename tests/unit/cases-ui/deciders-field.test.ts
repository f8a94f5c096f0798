import { mayDecide } from '@shared/domain/case/acts/follow-up.ts';
import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import { emptyCase } from '@shared/domain/case/state.ts';
import { only } from '@shared/domain/form/fields.ts';
import { emptyPerson, type Role } from '@shared/domain/identity/person.ts';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { ActFields } from '../../../renderer/features/cases/act-form/ActFields.tsx';
import { FormToolsProvider } from '../../../renderer/features/cases/act-form/form-tools.ts';
import { noIssues } from '../../../renderer/ui/form/issues.ts';
import { drawn, words } from '../../fixtures/form-page.ts';
import { caseView, prefillContext } from './made-view.ts';

const { settings } = prefillContext([]);
const fields = only(fieldsOf('followUpDecided'), ['deciders']);

/** The field of who decides, in a file of which these roles may decide, with these that are named already. */
const fieldIn = (may: readonly Role[], named: readonly Role[]): string => {
  const view = { ...caseView([]), mayDecide: [...may] };
  const tools = { view, settings, about: null, documentKind: null, date: '2026-11-24', capacity: 'personnelHead' };
  const value = { deciders: named.map((role) => ({ role, person: emptyPerson })) };
  const field = createElement(ActFields, { fields, value, issue: noIssues, onChange: () => undefined });
  return drawn(createElement(FormToolsProvider, { value: tools as never }, field));
};

/** Whether one more can be added, by the button of the field. */
const offersMore = (html: string): boolean => {
  const button = html.split('<button').find((part) => part.includes(words('cases.rows.addDecider'))) ?? '';
  expect(button).not.toBe('');
  return !/^[^>]*\sdisabled=""/.test(button);
};

describe('the field of who decides the follow-up', () => {
  const usually = mayDecide(emptyCase);
  const headIsAssessor = mayDecide({ ...emptyCase, assessorIsHead: true });

  it('offers each role that may decide the file, until all are named', () => {
    expect(usually.length).toBeGreaterThan(headIsAssessor.length);
    for (let named = 0; named < usually.length; named += 1)
      expect(offersMore(fieldIn(usually, usually.slice(0, named)))).toBe(true);
    expect(offersMore(fieldIn(usually, usually))).toBe(false);
  });

  it('does not offer the head who is the assessor', () => {
    expect(headIsAssessor).not.toContain('personnelHead');
    expect(offersMore(fieldIn(headIsAssessor, headIsAssessor))).toBe(false);
    expect(offersMore(fieldIn(usually, headIsAssessor))).toBe(true);
  });
});
