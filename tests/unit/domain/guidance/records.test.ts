import { belongsTo, maySignAs, partyOf, requiredParties, signatureRules } from '@shared/domain/guidance/record.ts';
import { recordKinds } from '@shared/domain/guidance/record-contents.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { describe, expect, it } from 'vitest';
import {
  coachingSample,
  communitySample,
  internshipSample,
  mentoringSample,
  preCoachingSample,
  sampleId,
  summarySample,
} from '../../../fixtures/guidance.ts';
import * as people from '../../../fixtures/people/cast.ts';

const record = (content: Parameters<typeof requiredParties>[0]['content'], participants = [people.employee]) => ({
  format: 'bilik/guidance-record/v1' as const,
  recordId: sampleId('1'),
  guidanceId: sampleId('2'),
  guidance: 'coaching' as const,
  topic: 'Mutu data',
  institution: people.institution,
  period: '2026',
  leader: people.assessor,
  participants,
  content,
  statedAt: '2026-11-20T02:00:00.000Z' as never,
});

describe('who signs a record', () => {
  it('is named for every kind, with a source', () => {
    expect(Object.keys(signatureRules).sort()).toEqual([...recordKinds].sort());
  });

  it('are leader and participants of a coaching or mentoring, the employee alone of what the employee writes', () => {
    expect(requiredParties(record(coachingSample()))).toEqual([0, 1]);
    expect(requiredParties(record(coachingSample(), [people.employee, people.otherEmployee]))).toEqual([0, 1, 2]);
    expect(requiredParties(record(mentoringSample))).toEqual([0, 1]);
    expect(requiredParties(record(preCoachingSample))).toEqual([1]);
    expect(requiredParties(record(communitySample, [people.employee, people.otherEmployee]))).toEqual([0, 1, 2]);
    expect(requiredParties(record(internshipSample))).toEqual([0, 1]);
  });

  it('is the leader alone where the employee refused to sign a summary', () => {
    expect(requiredParties(record(summarySample('signed')))).toEqual([0, 1]);
    expect(requiredParties(record(summarySample('refused')))).toEqual([0]);
  });
});

describe('a party', () => {
  it('is found by number, else by name', () => {
    expect(partyOf(record(coachingSample()), people.assessor)).toBe(0);
    expect(partyOf(record(coachingSample()), { ...people.employee, name: 'Lain' })).toBe(1);
    expect(partyOf(record(coachingSample()), people.otherEmployee)).toBeUndefined();
  });

  it('signs as itself, and leads only in a role for it', () => {
    const assessor = ({ nip }: PersonInput): boolean => nip === people.assessor.nip;
    const employee = ({ nip }: PersonInput): boolean => nip === people.employee.nip;
    expect(maySignAs(record(coachingSample()), 0, assessor, ['assessor'])).toBe(true);
    expect(maySignAs(record(coachingSample()), 0, assessor, ['counsellor'])).toBe(false);
    expect(maySignAs(record(coachingSample()), 1, employee, ['employee'])).toBe(true);
    expect(maySignAs(record(coachingSample()), 1, assessor, ['employee'])).toBe(false);
    expect(maySignAs(record(coachingSample()), 7, employee, ['employee'])).toBe(false);
    expect(maySignAs(record(preCoachingSample), 0, assessor, ['assessor'])).toBe(false);
  });
});

describe('a kind of record', () => {
  it('stands in files of its guidance alone; a feedback summary in those of coaching and mentoring', () => {
    expect(belongsTo('coaching', 'mentoring')).toBe(false);
    expect(belongsTo('mentoringPlan', 'mentoring')).toBe(true);
    expect(belongsTo('feedbackSummary', 'coaching')).toBe(true);
    expect(belongsTo('feedbackSummary', 'mentoring')).toBe(true);
    expect(belongsTo('learningCommunity', 'learningCommunity')).toBe(true);
    expect(belongsTo('internship', 'internship')).toBe(true);
    expect(belongsTo('internship', 'learningCommunity')).toBe(false);
    expect(belongsTo('feedbackSummary', 'learningCommunity')).toBe(false);
  });
});
