import { join } from 'node:path';
import { sealRecord } from '../../../electron/backend/exchange/send/seal-record.ts';
import { newCoachingSession } from '../../../shared/domain/guidance/drafts.ts';
import { blankSetting } from '../../../shared/domain/programme/elements.ts';
import { attach, step } from '../../fixtures/case-steps.ts';
import { registered, sign } from '../../fixtures/case-walks.ts';
import { addressOf, forgeAct, forgeFile, forgePackage } from '../../fixtures/forge.ts';
import { coachingSample, sampleFile, sampleId, summarySample, workedCoaching } from '../../fixtures/guidance.ts';
import { look, type Member, outputOf, take } from '../../fixtures/institution.ts';
import { conversion, conversionRow, idOf, learningInput } from '../../fixtures/learning.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

// What else lies in the vault of the fuzz: coaching and mentoring, competence, the programme, what is held.

/** Working papers that the holder leads, with a session that is still to come. */
export const ownCoaching = (holder: Pick<Member, 'person'>, participant = people.assessor) => {
  const file = workedCoaching();
  const next = { ...newCoachingSession(sampleId('2')), date: '2099-01-05', startTime: '09:00', minutes: 30 };
  return { ...file, leader: holder.person, participants: [participant], sessions: [...file.sessions, next] };
};

const recordFrom = async ({ calls }: Member, guidanceId: string, refused = false): Promise<string> => {
  const content = refused ? summarySample('refused') : coachingSample();
  return (await calls.get('guidance.makeRecord', { guidanceId, content, sign: true })).hash;
};

/** Coaching that the holder leads, of which some is signed and complete, and a record that came from a colleague. */
export const fillGuidance = async (holder: Member, assessor: Member): Promise<void> => {
  const begin = async ({ calls }: Member, file: ReturnType<typeof ownCoaching>) =>
    (await calls.get('guidance.save', { guidanceId: null, revision: 0, file })).guidanceId;
  const withColleague = await begin(holder, ownCoaching(holder));
  await recordFrom(holder, withColleague);
  const withEmployee = await begin(holder, ownCoaching(holder, people.employee));
  await holder.calls.get('guidance.documentOf', { hash: await recordFrom(holder, withEmployee, true) });
  const mentoring = sampleFile('mentoring', { leader: holder.person, participants: [people.assessor] });
  await holder.calls.get('guidance.save', { guidanceId: null, revision: 0, file: mentoring });
  const theirs = await recordFrom(assessor, await begin(assessor, ownCoaching(assessor, holder.person)));
  const sealed = unwrap(
    await sealRecord(assessor.exchange, outputOf(assessor), { hash: theirs, entryId: holder.entryId }),
  );
  await take(
    holder,
    sealed.files.map((name) => join(assessor.outbox, name)),
  );
};

/** A plan with one item, which came of a learning record. */
export const planOf = (recordIds: readonly string[]) => ({
  items: [
    {
      itemId: idOf(1),
      competence: 'Pengelolaan data',
      aim: 'Laporan tepat waktu',
      kind: 'eLearning' as const,
      activity: 'Pelatihan daring',
      quarter: 2,
      plannedJp: 600,
      cost: 250_000,
      recordIds: [...recordIds],
    },
  ],
  remark: '',
});

/** Learning records of everyone, a table that counts them, a standard, a plan. */
export const fillCompetence = async ({ calls }: Member): Promise<void> => {
  const table = conversion({ rows: [conversionRow()] });
  await calls.get('competence.publishTable', { table });
  const persons = await calls.get('persons.list', { includeArchived: true });
  for (const [index, { personId }] of persons.entries()) {
    const record = learningInput({ title: `Kegiatan ${index}` });
    const input = { personId, recordId: null, revision: 0, record, guidanceHash: null };
    const { recordId } = await calls.get('competence.saveRecord', input);
    await calls.get('competence.savePlan', { personId, year: 2026, revision: 0, plan: planOf([recordId]) });
  }
  const competences = [{ type: 'technical' as const, name: 'Pengelolaan data', level: 3, description: '' }];
  const standard = { position: people.employee.position, citation: 'Keputusan Contoh Nomor 3', competences };
  await calls.get('competence.saveStandard', { standardId: null, revision: 0, standard });
  const attachmentIds = [await attach(calls, 'keputusan')];
  const setting = { ...blankSetting(), text: 'DIPA bagian kepegawaian.', attachmentIds };
  await calls.get('programme.saveElement', { element: 'budget', revision: 0, setting });
};

/** A correction of identity that the holder may answer again and again. */
export const fillIdentity = async ({ calls }: Member): Promise<void> => {
  await sign(calls, await registered(calls), 'identityCorrected', 'personnelOfficer');
};

/** Packages that are held, since their acts are nobody's to sign. */
export const holdSome = async (holder: Member, stranger: Member, count: number): Promise<void> => {
  const to = await addressOf(holder);
  for (let left = count; left > 0; left -= 1) {
    const file = forgeFile(`bukti ${left}`);
    const { content } = step('caseOpened', 'assessor');
    const act = forgeAct(stranger, { caseId: null, type: 'caseOpened', capacity: 'assessor', refs: [], content });
    const { caseId } = act.header;
    const path = await forgePackage(stranger, to, { caseId, acts: [act], blobs: [file.bytes] });
    await look(holder, [path]);
  }
};
