import { newGuidanceFile } from '@shared/domain/guidance/drafts.ts';
import { communitySteps, communityValues } from '@shared/domain/guidance/learning-contents.ts';
import { leaderRoles, learnersOf } from '@shared/domain/guidance/record.ts';
import { recordContent } from '@shared/domain/guidance/record-contents.ts';
import { remindersOf } from '@shared/domain/guidance/reminders.ts';
import { stagesOf } from '@shared/domain/guidance/stages.ts';
import { learningReportOf } from '@shared/domain/guidance/to-record.ts';
import { type GuidanceFile, guidanceFile } from '@shared/domain/guidance/working-file.ts';
import { roles } from '@shared/domain/identity/person.ts';
import learning from '@shared/i18n/id/guidance-learning.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import {
  communitySample,
  internshipSample,
  sampleFile,
  workedCommunity,
  workedInternship,
} from '../../../fixtures/guidance.ts';
import * as people from '../../../fixtures/people/cast.ts';

const { community, communityValue, internship } = learning.guidance;
const stateOf = (file: GuidanceFile, complete = false) =>
  Object.fromEntries(
    stagesOf(file, complete && file.kind !== 'dialogue' ? [{ kind: file.kind, complete }] : [], []).map(
      ({ code, state }) => [code, state],
    ),
  );

describe('a learning community', () => {
  it('has three steps with 4, 4 and 3 parts, named as the source names them, in its order', () => {
    const named = Object.entries(communitySteps).map(([step, parts]) => [
      step,
      ...(parts as readonly (keyof typeof community)[]).map((part) => community[part]),
    ]);
    expect(named).toEqual([
      ['preparation', 'Identifikasi permasalahan', 'Penentuan komunitas', 'Penyadaran komunitas', 'Komitmen'],
      [
        'carryingOut',
        'Suasana keterbukaan',
        'Komunikasi dan kolaborasi',
        'Identifikasi alternatif',
        'Transfer pengetahuan, keterampilan, dan nilai',
      ],
      ['evaluation', 'Pengukuran pencapaian hasil', 'Penguatan (reinforcement)', 'Keberlanjutan (sustainable)'],
    ]);
  });

  it('holds by four values, each with what the source says of it', () => {
    expect(communityValues.map((value) => communityValue[value])).toEqual([
      { name: 'Keterbukaan', text: 'pembelajaran terbuka, sebagai sumber informasi.' },
      { name: 'Kolaborasi', text: 'semua orang harus bisa dan memiliki kompetensi.' },
      { name: 'Keunggulan', text: 'mengejar kualitas, menantang untuk menjadi yang terbaik.' },
      { name: 'Demokratisasi', text: 'menghormati keberagaman, tanpa diskriminasi dan tanpa dominasi.' },
    ]);
  });

  it('is of several people with an aim for all: who coordinates learns with the members', () => {
    const { leader, participants } = workedCommunity();
    expect(learnersOf({ leader, participants, content: communitySample })).toEqual([leader, ...participants]);
    expect(leaderRoles.learningCommunity).toEqual(roles);
    expect(recordContent.safeParse({ ...communitySample, aim: '' }).success).toBe(false);
  });

  it('goes through its steps in its stages', () => {
    const blank = sampleFile('learningCommunity');
    expect(Object.keys(stateOf(blank))).toEqual([
      'communityAim',
      'preparation',
      'carryingOut',
      'meetings',
      'communityEvaluation',
      'learningReport',
    ]);
    expect(new Set(Object.values(stateOf(blank)))).toEqual(new Set(['open']));
    const half = { ...blank, parts: { ...blank.parts, problem: 'Peta data hanya dipahami satu orang.' } };
    expect(stateOf(half)).toMatchObject({ preparation: 'begun', carryingOut: 'open' });
    expect(new Set(Object.values(stateOf(workedCommunity(), true)))).toEqual(new Set(['done']));
  });
});

describe('a magang', () => {
  it('is practice at a real workplace, applies what was learned, and meets a network and a culture', () => {
    const { workplaceIntro, gainedIntro } = internship;
    expect(workplaceIntro).toContain('lingkungan kerja nyata');
    expect(gainedIntro).toBe(
      'Pengalaman praktis, ilmu yang diterapkan dalam pekerjaan, jaringan profesional, dan budaya organisasi.',
    );
    for (const name of ['workplace', 'experience', 'log'])
      expect(recordContent.safeParse({ ...internshipSample, [name]: name === 'log' ? [] : '' }).success).toBe(false);
    for (const name of ['application', 'network', 'culture'])
      expect(recordContent.safeParse({ ...internshipSample, [name]: '' }).success).toBe(true);
  });

  it('is supervised by somebody who learns nothing by it', () => {
    const { leader, participants } = workedInternship();
    expect(learnersOf({ leader, participants, content: internshipSample })).toEqual(participants);
  });

  it('goes through its stages', () => {
    const blank = sampleFile('internship');
    expect(Object.keys(stateOf(blank))).toEqual([
      'workplace',
      'practice',
      'experience',
      'network',
      'assessment',
      'learningReport',
    ]);
    expect(stateOf(blank)).toMatchObject({ workplace: 'begun', practice: 'open', network: 'open' });
    const told = { ...blank, parts: { ...blank.parts, experience: 'Melayani permintaan data.' } };
    expect(stateOf(told)).toMatchObject({ practice: 'open', experience: 'begun' });
    expect(new Set(Object.values(stateOf(workedInternship(), true)))).toEqual(new Set(['done']));
  });
});

describe.each([
  ['learning community', workedCommunity, communitySample],
  ['magang', workedInternship, internshipSample],
] as const)('the report of a %s', (_name, worked, sample) => {
  it('has what is written and every session that was held, by date', () => {
    const file = worked();
    const [first, second] = file.sessions;
    const shuffled = {
      ...file,
      sessions: [second!, { ...first!, sessionId: '9'.repeat(32), state: 'missed' }, first!],
    };
    expect(learningReportOf(guidanceFile.parse(shuffled) as typeof file, sample.date)).toEqual(sample);
  });

  it('needs at least one session that was held', () => {
    const report = learningReportOf({ ...worked(), sessions: [] }, sample.date);
    expect(recordContent.safeParse(report).error?.issues.map(({ path }) => path[0])).toEqual(['log']);
  });
});

it('files of learning begin with who and what about, and remind of sessions and of what was agreed', () => {
  for (const kind of ['learningCommunity', 'internship'] as const) {
    const start = { topic: 'Peta data', institution: '', period: '', leader: people.assessor };
    const blank = newGuidanceFile(kind, { ...start, participants: [people.employee] });
    expect(guidanceFile.parse(blank)).toEqual(blank);
    const actions = [{ actionId: 'b'.repeat(32), text: 'Membawa contoh', due: '2026-11-20', done: false, note: '' }];
    expect(remindersOf({ ...blank, actions }, ['2026-11-21'], '2026-11-22')).toEqual([
      { kind: 'action', date: '2026-11-20' },
      { kind: 'signature', date: '2026-11-21' },
    ]);
  }
});
