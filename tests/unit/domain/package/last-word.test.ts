import { actOf } from '@shared/domain/case/state.ts';
import { lastWord } from '@shared/domain/package/last-word.ts';
import { describe, expect, it } from 'vitest';
import { addAll, type Step } from '../../../property/support/case-file.ts';
import * as s from '../../../property/support/steps.ts';

// What is still told of a file that names the wrong employee (law: mistaken).

/** How each act of a file is told after this last word, by type. */
const toldAfter = (file: ReturnType<typeof s.fileAfter>, capacity: Step['capacity']) => {
  const { state } = addAll(file, [{ type: 'employeeMistaken', capacity }]);
  const formOf = lastWord(state) ?? expect.fail('no last word');
  return state.acts.map(({ hash, type }) => ({ type, level: actOf(state, hash)?.level ?? 2, form: formOf(hash) }));
};

describe('the last word on a file', () => {
  it('tells everybody itself whole, of the rest the headers that all could have, and nothing that few have', () => {
    const told = toldAfter(s.withResult('independent'), 'personnelHead');
    expect(new Set(told.map(({ level }) => level))).toEqual(new Set([0, 1, 2]));
    for (const { type, level, form } of told)
      expect(form, type).toBe(type === 'employeeMistaken' ? 'all' : level === 0 ? 'header' : 'nothing');
  });

  it('tells whole besides what says whose post the assessor’s is, where the assessor says it', () => {
    const forms = (type: string, by: Step['capacity'], file = s.fileAfter(...s.toReport.slice(0, 2))) =>
      toldAfter(file, by).find((act) => act.type === type)?.form;
    expect(forms('caseOpened', 'assessor')).toBe('all');
    expect(forms('feedbackRecorded', 'assessor')).toBe('header');
    expect(forms('caseOpened', 'personnelHead', s.withResult('independent'))).toBe('header');
  });

  it('is none of any other file', () => {
    expect(lastWord(s.withResult('independent').state)).toBeNull();
  });
});
