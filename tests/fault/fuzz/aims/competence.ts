import { insertVersion } from '../../../../electron/backend/competence/table-rows.ts';
import { transactRecords } from '../../../../electron/backend/db/transact.ts';
import { blankSetting, programmeElements } from '../../../../shared/domain/programme/elements.ts';
import { ok } from '../../../../shared/kernel/result.ts';
import { institutionSample, judging, official } from '../../../fixtures/evaluations.ts';
import { conversion, conversionRow, idOf, learningInput } from '../../../fixtures/learning.ts';
import * as people from '../../../fixtures/people/cast.ts';
import type { Aiming, Aims } from '../aim.ts';
import { planOf } from '../filled.ts';
import { freshFile } from './files.ts';

/** A learning record that stands, new or old. */
const learnt = async (at: Aiming): Promise<string> => {
  const standing = at.dice.percent(50) ? at.one('learningId') : '';
  if (standing !== '') return standing;
  const record = learningInput({ title: `Kegiatan ${at.dice.hex(4)}` });
  const input = { personId: at.one('personId'), recordId: null, revision: 0, record, guidanceHash: null };
  return (await at.call('competence.saveRecord', input))?.recordId ?? idOf(0);
};

/** A record as it stands, to be changed. */
const standing = (at: Aiming) => {
  const rows = at.rows('records', 'SELECT id, person_id, revision FROM learning_records WHERE withdrawn IS NULL');
  if (rows.length === 0) return { personId: at.one('personId'), recordId: null, revision: 0 };
  const row = at.dice.pick(rows);
  return { personId: String(row.person_id), recordId: String(row.id), revision: Number(row.revision) };
};

/** Learning records of a person. */
const learntBy = (at: Aiming, personId: string): string[] =>
  at
    .rows('records', 'SELECT id, person_id FROM learning_records WHERE withdrawn IS NULL')
    .flatMap((row) => (row.person_id === personId ? [String(row.id)] : []));

/** A person and a year for which there is a plan already, with its revision, or none yet. */
const planned = (at: Aiming): { personId: string; year: number; revision: number } => {
  const rows = at.rows(
    'records',
    `SELECT person_id, year, revision FROM development_plans p
    WHERE evaluation IS NULL AND NOT EXISTS (
      SELECT 1 FROM plan_evaluations e WHERE e.person_id = p.person_id AND e.year = p.year
    )`,
  );
  const none = { personId: at.one('personId'), year: 1990 + at.dice.int(100), revision: 0 };
  if (rows.length === 0 || at.dice.percent(30)) return none;
  const row = at.dice.pick(rows);
  return { personId: String(row.person_id), year: Number(row.year), revision: Number(row.revision) };
};

/** A plan that is there and not evaluated yet. */
const openPlan = async (at: Aiming): Promise<{ personId: string; year: number; revision: number }> => {
  const plan = planned(at);
  if (plan.revision > 0) return plan;
  const saved = await at.call('competence.savePlan', { ...plan, plan: planOf([]) });
  return { ...plan, revision: saved?.revision ?? 1 };
};

/** An evaluation of an open plan, now and then one that judges nothing. */
const evaluating = async (at: Aiming) => {
  const ids = planOf([]).items.map(({ itemId }) => itemId);
  return { ...(await openPlan(at)), evaluation: judging(at.dice.percent(80) ? ids : []), replaces: null, clock: null };
};

/** The institution's plan as it may be written next, in a year with one or without. */
const institution = (at: Aiming) => {
  const rows = at.rows('records', "SELECT year, revision FROM institution_plans WHERE json ->> 'state' IS NOT 'set'");
  const plan = institutionSample({ state: at.dice.pick(['drafted', 'proposed', 'set'] as const) });
  if (rows.length === 0 || at.dice.percent(40)) return { year: 1990 + at.dice.int(200), revision: 0, plan };
  const row = at.dice.pick(rows);
  return { year: Number(row.year), revision: Number(row.revision), plan };
};

/** The same, once it is written. */
const savedInstitution = async (at: Aiming) => {
  const saving = institution(at);
  await at.call('competence.saveInstitutionPlan', saving);
  return saving;
};

/** A version of the table as a wrong clock published it; its number. */
const publishedByWrongClock = ({ world }: Aiming): number => {
  const records = world.vault()?.records;
  const newest = records?.$client.prepare('SELECT coalesce(max(version_no), 0) FROM conversion_versions').pluck().get();
  const versionNo = Number(newest ?? 0) + 1;
  if (records === undefined) return versionNo;
  transactRecords(records, (tx) => {
    insertVersion(tx, versionNo, conversion({ fromYear: 2091 }), '2090-01-01T00:00:00.000Z');
    return ok({});
  });
  return versionNo;
};

/** A version of the table that a good clock published, withdrawn or not; its number. */
const publishedBefore = async (at: Aiming): Promise<number> => {
  const versions = at.rows('records', 'SELECT version_no FROM conversion_versions');
  if (versions.length > 0) return Number(at.dice.pick(versions).version_no);
  const table = conversion({ fromYear: new Date().getUTCFullYear(), rows: [conversionRow({})] });
  return (await at.call('competence.publishTable', { table }))?.versionNo ?? 1;
};

/** Half-years that are over. */
const halves = Array.from({ length: 40 }, (_, at) => `${1990 + Math.floor(at / 2)}-${(at % 2) + 1}`);
const tallyOf = (period: string) => ({
  period,
  unit: '',
  sheets: 9,
  productivity: 5,
  creativity: 5,
  satisfaction: 5,
  engagement: 5,
});

/** Competence and the programme. */
export const competenceAims: Aims = {
  'competence.saveRecord': async (at) => {
    const record = learningInput({
      title: `Kegiatan ${at.dice.hex(2)}`,
      evidence: at.dice.percent(30) ? [await freshFile(at)] : [],
    });
    const added = { personId: at.one('personId'), recordId: null, revision: 0 };
    return { ...(at.dice.percent(40) ? standing(at) : added), record, guidanceHash: null };
  },
  'competence.withdrawRecord': async (at) => ({ recordId: await learnt(at), reason: 'Salah orang' }),
  'competence.publishTable': ({ dice }) => ({
    table: conversion({
      // One of next year leaves none of this year to be published.
      fromYear: new Date().getUTCFullYear() + (dice.percent(15) ? -1 : Number(dice.percent(2))),
      rows: [conversionRow({ jpPerUnit: 100 * (1 + dice.int(5)) })],
    }),
  }),
  'competence.saveTemplate': ({ dice }) => ({ what: dice.pick(['records', 'table'] as const) }),
  'competence.withdrawTable': async (at) => ({
    versionNo: at.dice.percent(70) ? publishedByWrongClock(at) : await publishedBefore(at),
    reason: 'Jam komputer keliru',
  }),
  'competence.savePlan': (at) => {
    const plan = planned(at);
    const records = learntBy(at, plan.personId);
    return { ...plan, plan: planOf(records.slice(0, at.dice.int(2))) };
  },
  'competence.saveStandard': ({ dice }) => ({
    standardId: null,
    revision: 0,
    standard: { position: `Jabatan ${dice.hex(4)}`, citation: 'Keputusan Contoh Nomor 4', competences: [] },
  }),
  'competence.importRecords': async (at) => {
    const file = { fileToken: at.file('.csv'), dayOrder: null };
    if (at.dice.percent(30)) return { ...file, store: null };
    const { seen = '0'.repeat(64) } = (await at.call('competence.importRecords', { ...file, store: null })) ?? {};
    return { ...file, store: { seen, leaveOut: at.dice.percent(50) } };
  },
  'competence.readTable': (at) => ({ fileToken: at.file('.csv') }),
  'competence.competences': (at) => ({ personId: at.one('personId') }),
  'competence.employee': (at) => ({ personId: at.one('personId') }),
  'competence.plan': (at) => ({ personId: at.one('personId'), year: 2026 }),
  'competence.institutionPlan': () => ({ year: 2026 }),
  'competence.saveInstitutionPlan': (at) => institution(at),
  'competence.prepareInstitutionPlan': async (at) => ({ year: (await savedInstitution(at)).year }),
  'competence.signEvaluation': (at) => evaluating(at),
  'competence.enterEvaluation': async (at) => ({
    ...(await evaluating(at)),
    official,
    paper: { medium: 'ink', signedOn: '2026-12-15', attachmentIds: [await freshFile(at)] },
  }),
  'competence.prepareEvaluation': async (at) => {
    const { personId, year, evaluation, replaces } = await evaluating(at);
    return { personId, year, official, content: evaluation, replaces };
  },
  'competence.evaluationDocument': async (at) => ({
    hash:
      at.one('evaluationHash') ||
      ((await at.call('competence.signEvaluation', await evaluating(at)))?.hash ?? '0'.repeat(64)),
  }),
  'competence.planCoachTraining': async (at) => {
    const person = { ...people.otherEmployee, nip: '', name: `Coach ${at.dice.hex(4)}` };
    const register = { qualification: '', topics: [], training: [], availability: '', remark: '' };
    const coach = { person, kinds: ['coaching' as const], ...register };
    const saved = await at.call('guidance.saveCoach', { coachId: null, coach, archived: false });
    return { coachId: saved?.coachId ?? idOf(0), year: 2026 + at.dice.int(20) };
  },
  'programme.figures': (at) => ({ period: at.dice.pick(halves) }),
  'programme.tallies': (at) => ({ period: at.dice.pick(halves) }),
  'programme.addTally': (at) => ({ tally: tallyOf(at.dice.pick(halves)) }),
  'programme.removeTally': async (at) => {
    const period = at.dice.pick(halves);
    return { tallyId: (await at.call('programme.addTally', { tally: tallyOf(period) }))?.tallyId ?? '', period };
  },
  'programme.seal': async (at) => {
    const period = at.dice.pick(halves);
    await at.call('programme.addTally', { tally: tallyOf(period) });
    const { receivers } = (await at.call('exchange.figuresReceivers', {})) ?? { receivers: [] };
    return { period, entryId: receivers[0]?.entryId ?? '' };
  },
  'programme.saveElement': async (at) => {
    const element = at.dice.pick(programmeElements);
    const rows = at.rows(
      'records',
      `SELECT max(revision) AS newest FROM programme_settings WHERE element = '${element}'`,
    );
    const attachmentIds = at.dice.percent(30) ? [await freshFile(at)] : [];
    const setting = { ...blankSetting(), text: `DIPA ${at.dice.hex(2)}`, attachmentIds };
    return { element, revision: Number(rows[0]?.newest ?? 0), setting };
  },
};
