import { lacksQualification } from '@shared/domain/guidance/coach.ts';
import { goalLacks, isSmart } from '@shared/domain/guidance/goals.ts';
import { isOtherLeader, ledBy } from '@shared/domain/guidance/leader.ts';
import { stagesOf } from '@shared/domain/guidance/stages.ts';
import {
  evaluationWays,
  type GuidanceFile,
  goalQuestions,
  guidanceFile,
  type LedFile,
  needSources,
  obstacleKinds,
} from '@shared/domain/guidance/working-file.ts';
import { obstacleFieldsOf } from '@shared/domain/guidance/working-file-fields.ts';
import { describe, expect, it } from 'vitest';
import { sampleFile, workedCoaching, workedMentoring } from '../../../fixtures/guidance.ts';
import * as people from '../../../fixtures/people/cast.ts';

// The general process of coaching and mentoring, as the working papers keep it: all of it may stay empty.

const stateOf = (code: string, file: GuidanceFile): string | undefined =>
  stagesOf(file, [], []).find((stage) => stage.code === code)?.state;

describe('the need', () => {
  it('is found by evaluation of performance, interview, or judgement of superior or personnel team', () => {
    expect(needSources).toEqual(['performanceEvaluation', 'interview', 'superiorJudgement', 'personnelTeamJudgement']);
    const file = { ...sampleFile('mentoring'), needFrom: [...needSources] };
    expect(guidanceFile.safeParse(file).success).toBe(true);
    expect(stateOf('need', sampleFile('mentoring'))).toBe('open');
    expect(stateOf('need', file)).toBe('begun');
  });
});

describe('a goal', () => {
  const goal = workedCoaching().goals[0]!;

  it('is achievable, relevant and in line with the organisation by the answer of a person alone', () => {
    expect(goalQuestions).toEqual(['achievable', 'relevant', 'aligned']);
    expect(isSmart(goal, '')).toBe(true);
    for (const question of goalQuestions) {
      const open = { ...goal, [question]: '' };
      expect([goalLacks(open, ''), isSmart(open, '')], question).toEqual([[], false]);
      const refused = { ...goal, [question]: 'no' };
      expect([goalLacks(refused, ''), isSmart(refused, '')], question).toEqual([[question], false]);
      expect(stateOf('goals', { ...workedCoaching(), goals: [refused] })).toBe('begun');
    }
  });
});

describe('a plan', () => {
  const plan = { schedule: 'Selasa', method: 'Mencoba bersama', material: 'Peta data', evaluation: 'Wawancara' };

  it('has schedule, method, material and evaluation for mentoring as for coaching', () => {
    expect(Object.keys(workedMentoring().processPlan)).toEqual(Object.keys(workedCoaching().plan));
    for (const file of [
      { ...workedCoaching(), plan },
      { ...workedMentoring(), processPlan: plan },
    ])
      expect(stateOf('plan', file)).toBe('done');
    expect(stateOf('plan', { ...workedMentoring(), processPlan: { ...plan, method: '' } })).toBe('begun');
    expect(stateOf('plan', workedMentoring())).toBe('open');
  });
});

describe('a coach or mentor', () => {
  const fit = { knowledge: 'Data', experience: 'Lima tahun', skill: 'Pemetaan', relation: 'Satu tim' };

  it('fits by knowledge, experience, skill and a good relation, in words', () => {
    expect(Object.keys(workedMentoring().fit)).toEqual(Object.keys(fit));
    expect(guidanceFile.safeParse({ ...workedCoaching(), fit }).success).toBe(true);
  });

  it('takes along what was said, when somebody else is chosen, and not when a name is mended', () => {
    const file = { ...workedCoaching(), fit, qualification: 'Sertifikat coach' };
    expect(ledBy(file, { ...file.leader, name: `${file.leader.name}, M.Si.` })).toMatchObject({
      fit,
      qualification: 'Sertifikat coach',
    });
    const other = ledBy(file, people.assessorSuperior);
    expect(other.leader).toEqual(people.assessorSuperior);
    expect(other).toMatchObject({ fit: { knowledge: '', relation: '' }, qualification: '' });
    expect(isOtherLeader({ ...file.leader, nip: '', name: 'Lar' }, { ...file.leader, nip: '', name: 'Lara' })).toBe(
      false,
    );
  });
});

describe('the qualification of a coach', () => {
  const { assessor, otherEmployee } = people;
  const entry = { person: assessor, qualification: 'Sertifikat coach' };
  const led = { kind: 'coaching' as const, leader: assessor, qualification: '' };

  it('is named as missing, also of a leader whom the register does not know', () => {
    expect(lacksQualification(led, [])).toBe(true);
    expect(lacksQualification(led, [{ ...entry, qualification: '' }])).toBe(true);
    expect(lacksQualification(led, [{ ...entry, person: otherEmployee }])).toBe(true);
    expect(lacksQualification(led, [entry])).toBe(false);
    expect(lacksQualification({ ...led, qualification: 'Pelatihan coach 2025' }, [])).toBe(false);
  });

  it('is not asked of a mentor, and blocks nothing', () => {
    expect(lacksQualification({ ...led, kind: 'mentoring' }, [])).toBe(false);
    expect(stagesOf(workedMentoring(), [], []).map(({ code }) => code)).not.toContain('qualification');
    expect(stateOf('qualification', workedCoaching())).toBe('open');
    expect(stateOf('sessions', workedCoaching())).toBe('done');
  });
});

describe('an evaluation', () => {
  it('is by evaluation of performance or by interview', () => {
    expect(evaluationWays).toEqual(['performanceEvaluation', 'interview']);
    const { evaluation } = workedCoaching();
    const file = { ...workedCoaching(), evaluation: { ...evaluation, by: [...evaluationWays] } };
    expect(guidanceFile.safeParse(file).success).toBe(true);
  });
});

describe('the results of an evaluation', () => {
  it('say whether it worked and what is to be developed further', () => {
    const results = { outcome: 'partly' as const, lessons: 'Contoh dahulu', next: 'Mentoring pemetaan data' };
    const file = { ...workedMentoring(), evaluation: { ...workedMentoring().evaluation, ...results } };
    expect(guidanceFile.parse(file)).toMatchObject({ evaluation: results });
  });
});

describe('carrying it out', () => {
  it.each([
    [workedCoaching(), 'sessions'],
    [workedMentoring(), 'log'],
  ])('follows the plan, and the evaluation follows both: $kind', (file, sessions) => {
    const codes = stagesOf(file, [], []).map(({ code }) => code);
    expect(codes.filter((code) => ['plan', sessions, 'evaluation'].includes(code))).toEqual([
      'plan',
      sessions,
      'evaluation',
    ]);
  });
});

describe('an obstacle', () => {
  it('is of the programme: time, ability or resistance, what was agreed, whether it helped; never whose', () => {
    expect(obstacleKinds).toEqual(['time', 'ability', 'resistance']);
    const obstacle = { kind: 'time', agreed: 'Sesi pada jam kerja', helped: 'partly' };
    const taken = (change: object): boolean =>
      guidanceFile.safeParse({ ...workedMentoring(), obstacles: [{ ...obstacle, ...change }] }).success;
    expect([taken({}), taken({ helped: '' })]).toEqual([true, true]);
    expect([taken({ kind: 'anger' }), taken({ person: people.employee }), taken({ of: 'coachee' })]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('of resistance is offered where several take part alone; what older papers say of one stays', () => {
    const offered = (participants: LedFile['participants']) => {
      const { options } = obstacleFieldsOf({ participants }).obstacles.fields.kind;
      return options.codes.filter((code) => !options.past.some((past) => past === code));
    };
    expect(offered([people.employee])).toEqual(['time', 'ability']);
    expect(offered([people.employee, people.otherEmployee])).toEqual(['time', 'ability', 'resistance']);
    const older = { ...workedMentoring(), obstacles: [{ kind: 'resistance', agreed: '', helped: '' }] };
    expect(guidanceFile.safeParse(older).success).toBe(true);
  });
});

describe('working papers of before', () => {
  const older = (file: LedFile): object => {
    const { needFrom, fit, obstacles, ...rest } = file as never as Record<string, unknown>;
    const { qualification, processPlan, ...base } = rest;
    const { by, ...evaluation } = file.evaluation;
    const goals = file.goals.map(({ achievable, relevant, aligned, ...goal }) => goal);
    return { ...base, goals, evaluation };
  };

  it.each([workedCoaching(), workedMentoring()])('have what they did not say yet empty: $kind', (file) => {
    const goals = file.goals.map((goal) => ({ ...goal, achievable: '', relevant: '', aligned: '' }));
    expect(guidanceFile.parse(older(file))).toEqual({ ...file, goals });
  });
});
