import { describe, expect, it } from 'vitest';
import { withWritten } from '../../../renderer/features/cases/act-form/follow-from.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { actView, prefillContext } from './made-view.ts';

const record = { reportNumber: '5/2026', reportDate: '2026-04-22' };
const known = (acts: Parameters<typeof prefillContext>[0] = []) => {
  const context = prefillContext(acts);
  return { ...context, settings: { ...context.settings, objectionWay: 'Kepada atasan langsung.' } };
};
const none = { reportNumber: '', reportDate: '', objection: '', items: [{ kind: '' }] };
const choose = (kind: string, content: object = none, on = known()) =>
  withWritten('followUpDecided', { ...content }, ['items', [{ kind }]], on);

describe('a decision on the follow-up', () => {
  it('marks what the settings say weighs on the employee, with the way of objection', () => {
    expect(choose('transferProposal')).toMatchObject({
      items: [{ kind: 'transferProposal', burdensome: true }],
      objection: 'Kepada atasan langsung.',
    });
    expect(choose('guidance')).toMatchObject({ items: [{ burdensome: false }], objection: '' });
    const own = known();
    const custom = { ...own, settings: { ...own.settings, burdensomeFollowUps: ['custom1'] } };
    expect(choose('custom1', none, custom)).toMatchObject({ items: [{ burdensome: true }] });
    expect(choose('transferProposal', none, custom)).toMatchObject({ items: [{ burdensome: false }] });
  });
  it('keeps a mark that a person sets or takes away', () => {
    const heavy = { ...none, items: [{ kind: 'transferProposal', burdensome: true }] };
    const light = [{ kind: 'transferProposal', burdensome: false }];
    expect(withWritten('followUpDecided', heavy, ['items', light], known())).toMatchObject({ items: light });
  });
  it('cites the report for a recommendation of discipline alone, and takes back only what it proposed', () => {
    const view = known([actView('resultSigned', { ...contents.resultSigned, ...record })]);
    const cited = choose('disciplineRecommendation', none, view);
    expect(cited).toMatchObject(record);
    expect(choose('guidance', cited, view)).toMatchObject({ reportNumber: '', reportDate: '', objection: '' });
    const typed = { ...cited, reportNumber: '6/2026', objection: 'Lain.' };
    expect(choose('guidance', typed, view)).toMatchObject({ reportNumber: '6/2026', objection: 'Lain.' });
  });
  it('changes nothing else, and no other act', () => {
    expect(withWritten('followUpDecided', none, ['number', '1'], known())).toEqual({ ...none, number: '1' });
    expect(withWritten('sessionHeld', { a: 1 }, ['items', []], known())).toEqual({ a: 1, items: [] });
  });
});
