import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { blankSetting } from '../../../shared/domain/programme/elements.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { attach } from '../../fixtures/case-steps.ts';
import { institutionSample, judging, official } from '../../fixtures/evaluations.ts';
import { conversion, learningInput } from '../../fixtures/learning.ts';
import * as people from '../../fixtures/people/cast.ts';
import { type Seen, watched } from './watched.ts';

/** What may be done with learning hours, competences, a plan and the programme. */
export const learningWatched = async (seen: Seen): Promise<void> => {
  const calls = watched(callsOn(await testVault(people.personnelOfficer, ['personnelOfficer', 'assessor'])), seen);
  const { personId } = await calls.get('persons.save', { personId: null, person: people.employee });
  await calls.get('competence.publishTable', { table: conversion() });
  const made = { personId, recordId: null, revision: 0, record: learningInput(), guidanceHash: null };
  const { recordId } = await calls.get('competence.saveRecord', made);
  await calls.get('competence.withdrawRecord', { recordId, reason: 'Salah orang' });
  const csv = join(calls.host.folder ?? '', 'masuk.csv');
  writeFileSync(
    csv,
    `NIP;Jenis;Judul;Mulai;Selesai;Satuan;Jumlah\n${people.employee.nip};E-learning;Data;2026-03-02;2026-03-04;jam;6\n`,
  );
  const fileToken = calls.context.files.issue('file', csv);
  const file = { fileToken, dayOrder: null };
  const { seen: looked } = await calls.get('competence.importRecords', { ...file, store: null });
  const store = { seen: looked, leaveOut: false };
  expect(await calls.get('competence.importRecords', { ...file, store })).toMatchObject({ stored: true });
  const { position } = people.employee;
  const competences = [{ type: 'technical' as const, name: 'Pemetaan data', level: 4, description: '' }];
  const standard = { position, citation: 'Keputusan Contoh Nomor 3', competences };
  await calls.get('competence.saveStandard', { standardId: null, revision: 0, standard });
  const present = { assessedOn: '2026-01-15', basis: 'Wawancara', levels: [{ name: 'Pemetaan data', level: 2 }] };
  await calls.get('competence.saveCompetences', { personId, present });
  const at = { personId, year: 2026 };
  await calls.get('competence.savePlan', { ...at, revision: 0, plan: { items: [], remark: '' } });
  const paper = { medium: 'ink' as const, signedOn: '2026-12-10', attachmentIds: [await attach(calls, 'evaluasi')] };
  const evaluating = { revision: 1, evaluation: judging([]), replaces: null };
  await calls.get('competence.enterEvaluation', { ...at, ...evaluating, official, paper });
  const setting = { ...blankSetting(), text: 'DIPA bagian kepegawaian.' };
  await calls.get('programme.saveElement', { element: 'budget', revision: 0, setting });
};

/** The plan of an institution, its evaluation, and the training of a coach. */
export const institutionWatched = async (seen: Seen): Promise<void> => {
  const calls = watched(callsOn(await testVault(people.authorisedOfficial, ['authorisedOfficial'])), seen);
  const plan = institutionSample({ state: 'set', lines: [] });
  await calls.get('competence.saveInstitutionPlan', { year: 2026, revision: 0, plan });
  await calls.get('competence.prepareInstitutionPlan', { year: 2026 });
  const place = { personId: null, year: 2026 };
  await calls.get('competence.prepareEvaluation', { ...place, official, content: judging([]), replaces: null });
  const evaluating = { revision: 1, evaluation: judging([]), replaces: null };
  const signed = await calls.get('competence.signEvaluation', { ...place, ...evaluating });
  await calls.get('competence.evaluationDocument', signed);
  const register = { qualification: '', topics: [], training: [], availability: '', remark: '' };
  const coach = { person: people.otherEmployee, kinds: ['coaching' as const], ...register };
  const { coachId } = await calls.get('guidance.saveCoach', { coachId: null, coach, archived: false });
  await calls.get('competence.planCoachTraining', { coachId, year: 2027 });
};
