import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../electron/backend/crypto/canonical-json.ts';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { verifyDocument } from '../../../electron/backend/formats/pdf/verify.ts';
import {
  readEvaluation,
  signEvaluationBytes,
  writeEvaluation,
} from '../../../electron/backend/formats/record/evaluation-crypto.ts';
import { recordHash } from '../../../electron/backend/formats/record/record-crypto.ts';
import { eraseYear } from '../../../electron/backend/retention/erase-records.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import { workspaceOf } from '../../../electron/backend/workspace/workspace.ts';
import type { EvaluationRecord } from '../../../shared/domain/competence/evaluation.ts';
import { guidanceSignatureDomain } from '../../../shared/domain/guidance/record.ts';
import { fromHex, toHex } from '../../../shared/kernel/bytes.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { attach } from '../../fixtures/case-steps.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { institutionSample, judging, official, planItem } from '../../fixtures/evaluations.ts';
import * as people from '../../fixtures/people/cast.ts';
import { unwrap } from '../../fixtures/results.ts';
import type { Calls } from '../../fixtures/vault-calls.ts';
import { writable } from '../../fixtures/writable.ts';

const clock = { now: () => Date.parse('2026-12-15T04:00:00Z') };
const year = 2026;
const item = planItem();

/** A vault of the authorised official, with an employee who has a plan. */
const setting = async (roles: readonly ('authorisedOfficial' | 'personnelOfficer')[] = ['authorisedOfficial']) => {
  const vault = await testVault(people.authorisedOfficial, roles);
  const calls = callsOn(vault, clock);
  const { personId } = await calls.get('persons.save', { personId: null, person: people.employee });
  await calls.get('competence.savePlan', { personId, year, revision: 0, plan: { items: [item], remark: '' } });
  return { vault, calls, personId };
};

const first = (personId: string) => ({
  personId,
  year,
  revision: 1,
  evaluation: judging([item.itemId]),
  replaces: null,
});
const evaluationsOf = async (calls: Calls, personId: string) =>
  (await calls.get('competence.plan', { personId, year })).evaluations;
const scanned = async (calls: Calls) => ({
  medium: 'ink' as const,
  signedOn: '2026-12-12',
  attachmentIds: [await attach(calls, 'pindaian evaluasi')],
});

describe('an evaluation', () => {
  it('is signed by the authorised official in the own vault, and closes the plan', async () => {
    const { calls, personId } = await setting();
    await calls.get('competence.signEvaluation', first(personId));
    const [only] = await evaluationsOf(calls, personId);
    expect(only).toMatchObject({ signedAt: '2026-12-15T04:00:00.000Z', paper: null, isReplaced: false });
    expect(only?.record).toMatchObject({ official, signing: 'vault', replaces: null });
    const { lacks } = await calls.get('competence.plan', { personId, year });
    expect(lacks.map(({ code }) => code)).not.toContain('notEvaluated');
    const plan = { items: [], remark: '' };
    expect(await calls.code('competence.savePlan', { personId, year, revision: 1, plan })).toBe('planEvaluated');
  });

  it('is not signed by anybody else, and by nobody about the own plan', async () => {
    const { calls, personId } = await setting(['personnelOfficer']);
    expect(await calls.code('competence.signEvaluation', first(personId))).toBe('roleNotHeld');
    const own = (await calls.get('session.get', {})).unlocked?.person.personId ?? '';
    await calls.get('competence.savePlan', { personId: own, year, revision: 0, plan: { items: [item], remark: '' } });
    const paper = await scanned(calls);
    expect(await calls.code('competence.enterEvaluation', { ...first(own), official, paper })).toBe('evaluatesSelf');
  });

  it('is kept with the scan of its paper where the official signed by hand, and not without', async () => {
    const { vault, calls, personId } = await setting(['personnelOfficer']);
    const before = dumpVault(vault);
    const nothing = { medium: 'ink' as const, signedOn: '2026-12-12', attachmentIds: ['0'.repeat(32)] };
    const entering = { ...first(personId), official };
    expect(await calls.code('competence.enterEvaluation', { ...entering, paper: nothing })).toBe('unknownAttachment');
    expect(dumpVault(vault)).toBe(before);
    const paper = await scanned(calls);
    const byTte = { ...paper, medium: 'tte' as const };
    expect(await calls.code('competence.enterEvaluation', { ...entering, paper: byTte })).toBe('paperNotSigned');
    const { hash } = await calls.get('competence.enterEvaluation', { ...entering, paper });
    const [only] = await evaluationsOf(calls, personId);
    expect(only).toMatchObject({ signedAt: null, paper });
    expect(await calls.code('competence.evaluationDocument', { hash })).toBe('evaluationOnPaper');
    const place = { store: 'records' as const, attachmentId: paper.attachmentIds[0] ?? '' };
    expect(await calls.code('attachments.discard', place)).toBe('attachmentInUse');
  });

  it('is corrected by a later one, which names it and says why; the earlier one stays', async () => {
    const { vault, calls, personId } = await setting();
    const { hash } = await calls.get('competence.signEvaluation', first(personId));
    const again = first(personId);
    expect(await calls.code('competence.signEvaluation', again)).toBe('planEvaluated');
    const other = { ...again, replaces: { evaluation: 'f'.repeat(64), why: 'Keliru' } };
    expect(await calls.code('competence.signEvaluation', other)).toBe('evaluationChanged');
    const replaces = { evaluation: hash, why: 'Hasil triwulan 4 belum masuk' };
    const evaluation = judging([item.itemId], 'partly');
    await calls.get('competence.signEvaluation', { ...again, evaluation, replaces });
    const [latest, earlier] = await evaluationsOf(calls, personId);
    expect(latest).toMatchObject({ isReplaced: false, record: { replaces, content: evaluation } });
    expect(earlier).toMatchObject({ hash, isReplaced: true, record: { content: judging([item.itemId]) } });
    // Two corrections of the same one would leave two that count.
    expect(await calls.code('competence.signEvaluation', { ...again, replaces })).toBe('evaluationChanged');
    expect(() => vault.records.$client.exec("UPDATE plan_evaluations SET bytes = x'00'")).toThrow(/never changes/);
    expect(() => vault.records.$client.exec('DELETE FROM plan_evaluations')).toThrow(/never deleted/);
  });

  it('of version 0.3 is shown as what it is, signed by nobody, and may be replaced by one that is signed', async () => {
    const { vault, calls, personId } = await setting();
    const results = [{ itemId: item.itemId, outcome: 'met', level: 3, remark: '' }];
    const typed = JSON.stringify({ date: '2026-11-01', official: 'Nama Diketik', office: '', results });
    // The plan as 0.3 wrote it: without the costs.
    writable(vault.records).run(
      sql`UPDATE development_plans SET evaluation = ${typed}, json = json_remove(json, '$.items[0].cost')`,
    );
    const opened = await calls.get('competence.plan', { personId, year });
    expect(opened).toMatchObject({ evaluation: { official: 'Nama Diketik' }, evaluations: [] });
    expect(opened.lacks.map(({ code }) => code)).not.toContain('notEvaluated');
    expect(await calls.code('competence.signEvaluation', first(personId))).toBe('planEvaluated');
    const replaces = { evaluation: 'unsigned' as const, why: 'Belum ditandatangani' };
    await calls.get('competence.signEvaluation', { ...first(personId), replaces });
    const after = await calls.get('competence.plan', { personId, year });
    expect(after.evaluations[0]?.record?.replaces).toEqual(replaces);
    expect(after.evaluation?.official).toBe('Nama Diketik');
  });
});

/** Rows as somebody who has the database in hand may write them, past the triggers. */
const tamper = (vault: OpenVault, change: ReturnType<typeof sql>): void => {
  const records = writable(vault.records);
  records.run(sql`DROP TRIGGER IF EXISTS plan_evaluations_keep`);
  records.run(change);
};

/** Puts other bytes in the place of an evaluation, under their own hash, with this signature. */
const putInPlace = (
  vault: OpenVault,
  record: EvaluationRecord,
  signed: { readonly key: string; readonly statement: Uint8Array; readonly signature: Uint8Array },
): void => {
  const bytes = writeEvaluation(record);
  const [hash, key] = [Buffer.from(fromHex(recordHash(bytes))), Buffer.from(fromHex(signed.key))];
  const [statement, signature] = [Buffer.from(signed.statement), Buffer.from(signed.signature)];
  tamper(
    vault,
    sql`UPDATE plan_evaluations SET hash = ${hash}, bytes = ${Buffer.from(bytes)}, key = ${key},
      statement = ${statement}, signature = ${signature}`,
  );
};

interface Stored {
  readonly bytes: Buffer;
  readonly key: Buffer;
  readonly statement: Buffer;
  readonly signature: Buffer;
}
const stored = (vault: OpenVault): Stored =>
  vault.records.$client.prepare('SELECT bytes, key, statement, signature FROM plan_evaluations').get() as Stored;
const recordIn = (vault: OpenVault): EvaluationRecord => {
  const record = readEvaluation(stored(vault).bytes);
  if (record === undefined) throw new Error('no evaluation');
  return record;
};
const time = { at: '2026-12-15T04:00:00.000Z', corrected: false };

interface Attack {
  readonly vault: OpenVault;
  readonly personId: string;
  readonly stranger: OpenVault;
}

/** What somebody tries with a signed evaluation, by its name. */
const attacks: Readonly<Record<string, (at: Attack) => void>> = {
  'altered: another outcome under the old hash and signature': ({ vault }) => {
    const text = stored(vault).bytes.toString().replace('"met"', '"notMet"');
    tamper(vault, sql`UPDATE plan_evaluations SET bytes = ${Buffer.from(text)}`);
  },
  'altered: another outcome under its own hash, with the old signature': ({ vault }) => {
    const record = recordIn(vault);
    const { key, statement, signature } = stored(vault);
    putInPlace(
      vault,
      { ...record, content: judging([item.itemId], 'notMet') },
      {
        key: toHex(key),
        statement,
        signature,
      },
    );
  },
  'forged: another outcome signed by a key that is not this vault’s': ({ vault, stranger }) => {
    const record = { ...recordIn(vault), content: judging([item.itemId], 'notMet') };
    const hash = recordHash(writeEvaluation(record));
    putInPlace(vault, record, signEvaluationBytes(stranger, hash, time));
  },
  'other key: the same words signed by somebody else': ({ vault, stranger }) => {
    const record = recordIn(vault);
    putInPlace(vault, record, signEvaluationBytes(stranger, recordHash(writeEvaluation(record)), time));
  },
  'other key: the signature of somebody else under the key of this vault': ({ vault, stranger }) => {
    const record = recordIn(vault);
    const hash = recordHash(writeEvaluation(record));
    const { statement } = signEvaluationBytes(vault, hash, time);
    const { signature } = signEvaluationBytes(stranger, hash, time);
    putInPlace(vault, record, { key: toHex(vault.publicKey), statement, signature });
  },
  're-labelled: a signature of guidance over the same statement': ({ vault }) => {
    const record = recordIn(vault);
    const { key, statement } = signEvaluationBytes(vault, recordHash(writeEvaluation(record)), time);
    putInPlace(vault, record, { key, statement, signature: vault.sign(guidanceSignatureDomain, statement) });
  },
  're-labelled: a statement about another evaluation': ({ vault }) => {
    putInPlace(vault, recordIn(vault), signEvaluationBytes(vault, 'a'.repeat(64), time));
  },
  're-labelled: a statement of another format': ({ vault }) => {
    const record = recordIn(vault);
    const key = toHex(vault.publicKey);
    const evaluation = recordHash(writeEvaluation(record));
    const statement = canonicalJson({ format: 'bilik/other/v1', evaluation, key, signedAt: time.at });
    putInPlace(vault, record, { key, statement, signature: vault.sign('bilik/plan-evaluation/v1\n', statement) });
  },
  're-labelled: signed in the vault, shown as from paper': ({ vault }) =>
    tamper(
      vault,
      sql`UPDATE plan_evaluations SET key = NULL, statement = NULL, signature = NULL, paper_medium = 'ink',
        paper_signed_on = '2026-12-12'`,
    ),
  'altered: the plan changed under its evaluation': ({ vault, personId }) =>
    tamper(
      vault,
      sql`UPDATE development_plans SET json = json_set(json, '$.items[0].aim', 'Lain') WHERE person_id = ${personId}`,
    ),
};

describe('an evaluation that is not what was signed is refused', () => {
  it.each(Object.keys(attacks))('%s', async (name) => {
    const { vault, calls, personId } = await setting();
    const stranger = await testVault(people.authorisedOfficial, ['authorisedOfficial']);
    await calls.get('competence.signEvaluation', first(personId));
    attacks[name]?.({ vault, personId, stranger });
    const opened = await calls.get('competence.plan', { personId, year });
    expect(opened.evaluations.map(({ record }) => record)).toEqual([null]);
    // It says nothing of the items any more, keeps the plan closed, and makes no paper.
    expect(opened.lacks.map(({ code }) => code)).toContain('notEvaluated');
    const plan = { items: [], remark: '' };
    expect(await calls.code('competence.savePlan', { personId, year, revision: 1, plan })).toBe('planEvaluated');
    const hash = opened.evaluations[0]?.hash ?? '';
    expect(await calls.code('competence.evaluationDocument', { hash })).toBe('evaluationDamaged');
  });

  it('re-labelled: of another employee, another year, or the institution', async () => {
    const { vault, calls, personId } = await setting();
    const other = await calls.get('persons.save', { personId: null, person: people.otherEmployee });
    const plan = { items: [item], remark: '' };
    await calls.get('competence.savePlan', { personId: other.personId, year, revision: 0, plan });
    await calls.get('competence.savePlan', { personId, year: 2027, revision: 0, plan });
    await calls.get('competence.signEvaluation', first(personId));
    tamper(vault, sql`UPDATE plan_evaluations SET person_id = ${other.personId}`);
    expect((await evaluationsOf(calls, other.personId)).map(({ record }) => record)).toEqual([null]);
    tamper(vault, sql`UPDATE plan_evaluations SET person_id = ${personId}, year = 2027`);
    const next = await calls.get('competence.plan', { personId, year: 2027 });
    expect(next.evaluations.map(({ record }) => record)).toEqual([null]);
    tamper(vault, sql`UPDATE plan_evaluations SET person_id = NULL, year = 2026`);
    const institution = await calls.get('competence.institutionPlan', { year });
    expect(institution.evaluations.map(({ record }) => record)).toEqual([null]);
  });
});

describe('the paper of an evaluation', () => {
  const pdfOf = async (calls: Calls, personId: string): Promise<Uint8Array> => {
    const { hash } = await calls.get('competence.signEvaluation', first(personId));
    const { documentId } = await calls.get('competence.evaluationDocument', { hash });
    expect(await calls.get('competence.evaluationDocument', { hash })).toEqual({ documentId });
    const { bytes } = await calls.get('documents.read', { documentId, offset: 0, length: 1_048_576 });
    return new Uint8Array(bytes);
  };

  it('is signed, carries the evaluation, prints again, and is listed with whose plan it is', async () => {
    const { calls, personId } = await setting();
    const bytes = await pdfOf(calls, personId);
    const check = verifyDocument(bytes, clock.now(), []);
    expect(check).toMatchObject({ content: 'whole', maker: 'bilik', record: { kind: 'planEvaluation' } });
    const [listed] = await calls.get('documents.list', {});
    expect(listed).toMatchObject({ kind: 'planEvaluation', employeeName: people.employee.name });
    const source = { documentId: listed?.documentId ?? '' };
    expect(await calls.get('documents.print', { source })).toEqual({ printed: true });
  });

  it('altered: another evaluation inside is told as damaged', async () => {
    const { calls, personId } = await setting();
    const text = Buffer.from(await pdfOf(calls, personId)).toString('latin1');
    const name = Buffer.from('evaluasi.json', 'utf16le').swap16().toString('hex').toUpperCase();
    expect(text).toContain(name);
    // A second file of that name: nobody can tell which one was signed.
    const specification = /\/UF\s*<FEFF[0-9A-F]+>\s*\/EF\s*<<\s*\/F\s+\d+\s+0\s+R/.exec(text)?.[0] ?? '';
    const at = text.indexOf('startxref');
    const doubled = Buffer.from(`${text.slice(0, at)}${specification}\n${text.slice(at)}`, 'latin1');
    const check = verifyDocument(new Uint8Array(doubled), clock.now(), []);
    expect(check.content).toBe('damaged');
    expect(check.findings).toContain('evaluationInvalid');
  });
});

/** Another official, whose name stands nowhere else. */
const other = { name: 'Pejabat Lain Contoh', nip: '', office: 'Kepala' };

describe('the erasure of a year of learning records', () => {
  it('takes employees’ evaluations with scans and signed papers; the institution’s, which names none, stays', async () => {
    const { vault, calls, personId } = await setting();
    const { hash } = await calls.get('competence.signEvaluation', first(personId));
    await calls.get('competence.evaluationDocument', { hash });
    const paper = await scanned(calls);
    const replaces = { evaluation: hash, why: 'Hasil triwulan 4' };
    await calls.get('competence.enterEvaluation', { ...first(personId), replaces, official: other, paper });
    const plan = institutionSample({ state: 'set', lines: [] });
    await calls.get('competence.saveInstitutionPlan', { year, revision: 0, plan });
    const whole = { personId: null, year, revision: 1, evaluation: judging(['kind:mentoring']), replaces: null };
    await calls.get('competence.signEvaluation', whole);
    const work = workspaceOf(calls.context);
    const at = '2026-12-15T04:00:00.000Z';
    unwrap(transactRecords(vault.records, (tx) => ok(eraseYear(work, tx, String(year), { erasureId: null, at }))));
    const rows = (table: string) => vault.records.$client.prepare(`SELECT * FROM ${table}`).all();
    expect(rows('plan_evaluations')).toMatchObject([{ person_id: null }]);
    for (const table of ['plan_evaluation_attachments', 'documents', 'attachments', 'development_plans'])
      expect(rows(table)).toEqual([]);
    const { evaluations } = await calls.get('competence.institutionPlan', { year });
    expect(evaluations.map(({ record }) => record === null)).toEqual([false]);
    expect(dumpVault(vault)).not.toContain(other.name);
  });
});
