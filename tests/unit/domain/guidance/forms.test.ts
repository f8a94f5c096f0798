import { formFacts, formsOf, guidanceForms, trainingForms } from '@shared/domain/guidance/choice-forms.ts';
import { coachInput } from '@shared/domain/guidance/coach.ts';
import { mentoringPrinciples } from '@shared/domain/guidance/mentoring-help.ts';
import { guidanceRecordSchema, leaderRoles, maxParticipants } from '@shared/domain/guidance/record.ts';
import {
  coachingContent,
  mentoringFormTitles,
  mentoringPlanContent,
  preCoachingContent,
} from '@shared/domain/guidance/record-contents.ts';
import { recordFields } from '@shared/domain/guidance/record-fields.ts';
import { guidanceRules } from '@shared/domain/guidance/rules.ts';
import { leaderBases, mentoringStages } from '@shared/domain/guidance/working-file.ts';
import guidance from '@shared/i18n/id/guidance.json' with { type: 'json' };
import guidanceChoice from '@shared/i18n/id/guidance-choice.json' with { type: 'json' };
import guidanceFile from '@shared/i18n/id/guidance-file.json' with { type: 'json' };
import guidanceHelp from '@shared/i18n/id/guidance-help.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { coachingSample, preCoachingSample, workedCoaching } from '../../../fixtures/guidance.ts';
import * as people from '../../../fixtures/people/cast.ts';

const fieldsOf = ({ shape }: { readonly shape: object }): string[] => Object.keys(shape);

describe('forms of guidance', () => {
  it('are coaching, mentoring and training beside konseling', () => {
    expect(guidanceForms).toEqual(['coaching', 'mentoring', 'counselling', 'formalTraining', 'informalTraining']);
  });

  it('of training are formal and informal, both where training is recommended', () => {
    expect(trainingForms).toEqual(['formalTraining', 'informalTraining']);
    expect(formsOf('training')).toEqual([...trainingForms]);
    expect([formsOf('mentoring'), formsOf('talkFirst')]).toEqual([['mentoring'], []]);
    expect(guidanceChoice.guidanceChoice.trainingWay).toMatch(/rencana pengembangan.*JP/);
  });

  it.each([
    ['coaching', /strategi.*kemampuan dalam dirinya.*bertanggung jawab/],
    ['mentoring', /hal baru.*kesalahan/],
  ] as const)('say what they are for: %s', (form, aim) => {
    expect(guidanceChoice.guidanceChoice.aimOf[form]).toMatch(aim);
    expect(guidanceRules.formAims).toBe('R6');
  });

  it.each([
    ['coaching', /pengetahuan dan\/atau keterampilan baru.*motivasi atau ide baru.*pekerjaan dan karier/],
    ['mentoring', /pengetahuan teknis baru dan pengalaman baru/],
  ] as const)('say what is expected of them: %s', (form, result) => {
    expect(guidanceChoice.guidanceChoice.resultOf[form]).toMatch(result);
    expect(guidanceRules.expectedResults).toBe('article');
  });

  it('differ in length and qualification as the table of comparison says', () => {
    expect(formFacts).toEqual({
      coaching: { length: 'short', qualification: true },
      mentoring: { length: 'long', qualification: false },
      counselling: { length: 'either', qualification: true },
    });
  });

  it('differ in their way: a coach asks and digs out, a mentor shares, konseling resolves behaviour', () => {
    const { coaching, mentoring, counselling } = guidanceChoice.guidanceChoice.wayOf;
    expect(coaching).toMatch(/pertanyaan.*menggali potensi/);
    expect(mentoring).toMatch(/pengetahuan dan pengalaman/);
    expect(counselling).toMatch(/masalah perilaku, secara individual dan rahasia/);
  });

  it('are led by the own superior, or by a coach or mentor with a special assignment', () => {
    expect(leaderBases).toEqual(['ownSuperior', 'specialAssignment']);
    expect(leaderRoles.coaching).toEqual(['coach', 'assessor', 'assessorSuperior']);
    expect(leaderRoles.mentoring).toEqual(['mentor', 'coach', 'assessor', 'assessorSuperior']);
  });

  it('take one person or a group', () => {
    const { participants } = guidanceRecordSchema.shape;
    expect(participants.safeParse([people.employee]).success).toBe(true);
    expect(participants.safeParse([people.employee, people.otherEmployee]).success).toBe(true);
    expect(participants.safeParse([]).success).toBe(false);
    expect(maxParticipants).toBeGreaterThan(1);
  });
});

describe('words of the regulation', () => {
  it('stand on screen', () => {
    const { field, plan, basis } = guidance.guidance;
    expect([field.progress, field.problem, field.exploration, field.method, field.process, field.quality]).toEqual([
      'Progres hasil kerja, termasuk strategi yang telah dilakukan',
      'Masalah atau hambatan',
      'Penggalian permasalahan',
      'Metode kerja',
      'Proses kerja',
      'Kualitas kerja',
    ]);
    expect(plan.skill).toBe('Keahlian dan/atau keterampilan spesifik');
    expect([basis.ownSuperior, basis.specialAssignment]).toEqual([
      'Pimpinan',
      'Pihak lain yang diberikan penugasan khusus',
    ]);
  });

  it('stand on paper', () => {
    const { progress, problem, exploration } = recordFields.coaching;
    const { method, process, quality } = exploration.fields;
    expect([progress.paper.part, problem.paper.part, method.paper.part]).toEqual([
      'Progres hasil kerja',
      'Masalah atau hambatan',
      'Penggalian permasalahan',
    ]);
    expect([method, process, quality].map(({ paper }) => paper.label)).toEqual([
      'Metode kerja',
      'Proses kerja',
      'Kualitas kerja',
    ]);
    expect(recordFields.mentoringPlan.skill.paper.part).toBe('Keahlian dan/atau keterampilan spesifik');
  });
});

describe('coaching', () => {
  it('begins with four things that the employee reports, alternatives only where there are some', () => {
    expect(fieldsOf(preCoachingContent)).toEqual(['kind', 'date', 'progress', 'problem', 'cause', 'alternatives']);
    for (const field of ['progress', 'problem', 'cause'])
      expect(preCoachingContent.safeParse({ ...preCoachingSample, [field]: '' }).success, field).toBe(false);
    expect(preCoachingContent.safeParse({ ...preCoachingSample, alternatives: '' }).success).toBe(true);
  });

  it('explores method, process and quality of work, and discusses alternatives', () => {
    expect(fieldsOf(coachingContent.shape.exploration)).toEqual(['method', 'process', 'quality']);
    expect(coachingContent.safeParse({ ...coachingSample(), discussion: '' }).success).toBe(false);
  });

  it('asks its coach for empathy', () => {
    expect(guidanceFile.guidance.sessionsIntro).toMatch(/permasalahan.*berempati.*alternatif solusi/);
  });

  it('is planned by schedule, method, material and evaluation', () => {
    expect(Object.keys(workedCoaching().plan)).toEqual(['schedule', 'method', 'material', 'evaluation']);
  });

  it('may adjust measure of success and target, and need not', () => {
    const { adjustment } = coachingContent.shape;
    expect(fieldsOf(adjustment.unwrap())).toEqual(expect.arrayContaining(['measure', 'target']));
    expect(adjustment.safeParse(null).success).toBe(true);
  });

  it('asks no expertise in the subject of its coach', () => {
    const coach = { person: people.assessor, kinds: ['coaching'], topics: [], training: [] };
    expect(coachInput.safeParse({ ...coach, qualification: '', availability: '', remark: '' }).success).toBe(true);
    expect(guidanceChoice.guidanceChoice.row.coachingSmallSkill).toContain('Coach tidak harus ahli');
  });
});

describe('mentoring', () => {
  it('begins with a plan of six things that the employee writes', () => {
    const [kind, date, ...asked] = fieldsOf(mentoringPlanContent);
    expect([kind, date]).toEqual(['kind', 'date']);
    expect(asked).toEqual(['purpose', 'skill', 'steps', 'period', 'change', 'measure']);
  });

  it('has four forms, by the names of the regulation', () => {
    expect(Object.values(mentoringFormTitles)).toEqual([
      'Shadowing Events',
      'Work Sharing',
      'Hands-on-training',
      'Introducing',
    ]);
  });

  it.each([
    ['shadowing', /dilibatkan dalam proyek atau kegiatan mentor.*mengamati/],
    ['workSharing', /berkontribusi secara aktif dalam proyek atau kegiatan mentor.*pengalaman/],
    ['handsOn', /menggali peluang.*memperkenalkan pekerjaan baru.*melatih/],
    ['introducing', /mengenalkan.*keahlian dan\/atau keterampilan yang ingin dikembangkan/],
  ] as const)('means by each form what the regulation means: %s', (form, meaning) => {
    expect(guidanceHelp.guidanceHelp.mentoringForm[form].text).toMatch(meaning);
  });

  it.each([
    ['prescriptive', /kontrak.*batas.*kerahasiaan/],
    ['persuasive', /inti hubungan.*mentee.*organisasi/],
    ['collaborative', /masalah umum.*masalah khusus.*peta jalan/],
    ['confirmative', /bimbingan dengan memberikan arahan/],
  ] as const)('means by each stage what the source means, in this order: %s', (stage, meaning) => {
    expect(guidanceHelp.guidanceHelp.mentoringStage[stage].text).toMatch(meaning);
    expect(mentoringStages).toEqual(['prescriptive', 'persuasive', 'collaborative', 'confirmative']);
  });
  it.each([
    ['synergy', /mentor dan mentee sama-sama diperkaya.*belajar, bukan mengajar.*bertanggung jawab/],
    ['relationship', /kemitraan.*tidak dibuat bergantung.*pemikiran kritis yang mandiri/],
    ['uniqueness', /membedakan mentoring dari coaching dan konseling.*arahan/],
  ] as const)('means by each principle what the source means: %s', (principle, meaning) => {
    expect(guidanceHelp.guidanceHelp.mentoringPrinciple[principle].text).toMatch(meaning);
    expect(mentoringPrinciples.map((known) => known.principle)).toEqual(['synergy', 'relationship', 'uniqueness']);
  });
});
