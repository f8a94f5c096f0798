import type { CaseView } from '@shared/contract/case.ts';
import { only } from '@shared/domain/form/fields.ts';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { availableViews } from '../../../electron/backend/case/available-view.ts';
import { ActFields } from '../../../renderer/features/cases/act-form/ActFields.tsx';
import { fieldsToFill } from '../../../renderer/features/cases/act-form/fields-to-fill.ts';
import { prefill } from '../../../renderer/features/cases/act-form/prefill/prefill.ts';
import { noIssues } from '../../../renderer/ui/form/issues.ts';
import { drawn, words } from '../../fixtures/form-page.ts';
import { addAll, type CaseFile, type Step } from '../../property/support/case-file.ts';
import * as s from '../../property/support/steps.ts';
import { caseView, prefillContext } from './made-view.ts';

const statusCodes = ['notCounselled', 'concluded', 'closed', 'counselled', 'followedUp'];

/** What can be done in a file, as the window receives it. */
const offersIn = ({ state }: CaseFile): CaseView['available'] =>
  availableViews(
    { state, shared: state, bodies: new Map(), holder: null },
    {
      roles: ['personnelHead'],
      isShared: false,
      mayAnswer: () => true,
    },
  );

/** The choices of the form of a status, by code, where this one is chosen. */
const shownIn = (file: CaseFile, chosen = ''): string[] => {
  const act = offersIn(file).find(({ type }) => type === 'statusNotified');
  if (act === undefined) throw new Error('no status in this file');
  const props = { fields: only(fieldsToFill(act, {}, null), ['status']), value: { status: chosen }, issue: noIssues };
  const html = drawn(createElement(ActFields, { ...props, onChange: () => undefined }));
  return statusCodes.filter((code) => html.includes(`>${words(`cases.option.status.${code}`)}<`));
};

const proposedIn = (file: CaseFile, type: 'statusNotified' | 'caseClosed') => {
  const view = caseView([]);
  const { status, reason } = prefill(type, {
    ...prefillContext([]),
    view: { ...view, available: offersIn(file) },
  });
  return status ?? reason;
};

const by = (capacity: Step['capacity'], type: Step['type'], ...facts: string[]): Step => ({ type, capacity, facts });
const registered = s.fileAfter(...s.toReport, s.register);
const decided = (answer: 'yes' | 'no') => addAll(registered, [by('personnelHead', 'counsellingDecided', answer)]);
const result = s.withResult('independent');

describe('the form of a status', () => {
  it('offers one status alone after a positive decision, and proposes it', () => {
    for (const file of [decided('yes'), result]) {
      expect(shownIn(file)).toEqual(['concluded']);
      expect(proposedIn(file, 'statusNotified')).toBe('concluded');
    }
  });
  it('offers each that may be told otherwise', () => {
    for (const file of [registered, decided('no')])
      expect(shownIn(file)).toEqual(['notCounselled', 'concluded', 'closed']);
  });
  it('still shows what a draft says, which is refused', () => {
    expect(shownIn(result, 'notCounselled')).toEqual(['notCounselled', 'concluded']);
  });
});

describe('the form of closing', () => {
  const changed = s.fileAfter(...s.toReport.slice(0, 4), by('assessor', 'changeEvaluated', 'changed'));
  const left = addAll(result, [by('personnelOfficer', 'employeeLeft', 'moved')]);
  it.each([
    ['that the employee changed', changed, 'behaviourChanged'],
    ['nothing before that', s.fileAfter(...s.toReport.slice(0, 5)), ''],
    ['that nobody was counselled after a negative decision', decided('no'), 'notCounselled'],
    ['nothing after a positive one', decided('yes'), ''],
    ['that it is over, however it came out', result, 'concluded'],
    ['that the employee left, before all else', left, 'employeeLeft'],
  ])('proposes %s', (_, file, reason) => {
    expect(proposedIn(file, 'caseClosed')).toBe(reason);
  });
});
