import { rowOf } from '@shared/domain/case/act-table.ts';
import { type ActType, actTypes } from '@shared/domain/case/act-type.ts';
import { deliveries, deliveriesOfDraft } from '@shared/domain/case/routes.ts';
import { reportingRoute, resultReceivers, sightOf } from '@shared/domain/case/sight.ts';
import { actOf, type CaseState } from '@shared/domain/case/state.ts';
import { type Role, roles } from '@shared/domain/identity/person.ts';
import { describe, expect, it } from 'vitest';
import { addAll, draftOf } from '../../../property/support/case-file.ts';
import * as s from '../../../property/support/steps.ts';

const whole = (state: CaseState, hash: string | undefined): Role[] => {
  const act = actOf(state, hash ?? null);
  const forms = act === undefined ? undefined : deliveries(act, state);
  return roles.filter((role) => forms?.[role] === 'all');
};

describe('reporting route (law: route)', () => {
  it('goes by the kind of counsellor', () => {
    expect(reportingRoute('trainedAssessor')).toEqual({ need: 'all', roles: ['assessorSuperior'] });
    expect(reportingRoute('counsellingOfficial')).toEqual({ need: 'all', roles: ['assessor', 'assessorSuperior'] });
    expect(reportingRoute('independent')).toEqual({ need: 'any', roles: ['authorisedOfficial', 'personnelHead'] });
  });

  it.each([
    ['trainedAssessor', ['assessorSuperior', 'counsellor']],
    ['counsellingOfficial', ['assessor', 'assessorSuperior', 'counsellor']],
    ['independent', ['personnelHead', 'counsellor']],
  ] as const)('gives the record of a %s to its receivers alone', (kind, receivers) => {
    const { state } = s.withResult(kind);
    expect(whole(state, state.result?.hash)).toEqual(receivers);
  });

  it('gives the record of an independent counsellor to whoever assigned, or whoever else confirmed it', () => {
    const file = s.fileAfter(
      ...s.toReport,
      ...s.toAccepted('independent', 'authorisedOfficial'),
      s.schedule,
      s.hold,
      s.signResult,
    );
    expect(resultReceivers(file.state)).toEqual(['authorisedOfficial']);
    expect(resultReceivers(addAll(file, [s.receive('personnelHead')]).state)).toEqual([
      'authorisedOfficial',
      'personnelHead',
    ]);
  });

  it('never gives it to a head who is the assessor', () => {
    const opened = { type: 'caseOpened', capacity: 'assessor', facts: ['assessorIsHead'] } as const;
    const file = s.fileAfter(
      { ...opened, facts: [...opened.facts] },
      ...s.toReport.slice(1),
      ...s.toAccepted('independent', 'authorisedOfficial'),
      s.schedule,
      s.hold,
      s.signResult,
    );
    const { result } = file.state;
    const act = actOf(file.state, result?.hash ?? null);
    expect(act && deliveries(act, file.state)).toMatchObject({
      personnelHead: 'nothing',
      assessor: 'nothing',
      authorisedOfficial: 'all',
    });
  });
});

describe('what each role is given', () => {
  it('the counsellor gets report and evidence, nobody outside of the file gets anything', () => {
    const { state } = s.withResult('independent');
    expect(whole(state, state.report?.hash)).toContain('counsellor');
    const feedback = state.acts.find(({ type }) => type === 'feedbackRecorded');
    expect(whole(state, feedback?.hash)).toContain('counsellor');
    for (const act of state.acts) {
      expect(deliveries(act, state)).toMatchObject({ employee: 'nothing', coach: 'nothing', mentor: 'nothing' });
    }
  });

  it('the personnel unit gets nothing before the report, then at least the headers of what its list needs', () => {
    const before = s.fileAfter(...s.toReport.slice(0, 5)).state;
    const after = s.withResult('trainedAssessor').state;
    expect(sightOf(before, 'personnelOfficer')).toBeNull();
    const forms = after.acts.filter(({ level }) => level < 2).map((act) => deliveries(act, after).personnelOfficer);
    expect(forms).not.toContain('nothing');
    expect(whole(after, after.result?.hash)).not.toContain('personnelHead');
  });

  it('a correction goes where the act goes that it corrects', () => {
    const { state } = s.withResult('independent');
    const correction = draftOf({ type: 'actCorrected', capacity: 'counsellor', about: state.result?.hash ?? null });
    const result = actOf(state, state.result?.hash ?? null);
    expect(deliveriesOfDraft(state, correction)).toEqual(result && deliveries(result, state));
  });

  it('an act that is not recorded yet is routed as the case would stand with it', () => {
    const { state } = s.fileAfter(...s.toReport, ...s.toAccepted('independent').slice(0, 2));
    const draft = draftOf({ type: 'counsellorAssigned', capacity: 'personnelHead', facts: ['independent'] });
    expect(deliveriesOfDraft(state, draft).counsellor).toBe('all');
  });

  it('every type of act has someone to whom it goes whole', () => {
    const { state } = s.withResult('counsellingOfficial');
    const types = new Set(state.acts.map(({ type }) => type));
    for (const act of state.acts) expect(whole(state, act.hash).length, act.type).toBeGreaterThan(0);
    expect(actTypes.filter((type) => types.has(type)).length).toBe(types.size);
  });
});

describe('what an act is about', () => {
  it('never lies deeper than the act: a header tells nothing of what its receiver may not see', () => {
    const levelOf = (type: ActType): number => {
      const { level } = rowOf(type);
      return level === 'target' ? 2 : level;
    };
    for (const type of actTypes) {
      const { level, aboutTypes } = rowOf(type);
      // As far as what it is about, whatever that is.
      if (level === 'target') continue;
      for (const target of aboutTypes) expect(levelOf(target), `${type} about ${target}`).toBeLessThanOrEqual(level);
    }
  });
});
