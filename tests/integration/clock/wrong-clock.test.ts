import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { presentYear } from '@shared/domain/fields.ts';
import { describe, expect, it } from 'vitest';
import { trustedDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { attachBytes } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { bilik } from '../../fixtures/cli.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { conversion, conversionRow, learningInput } from '../../fixtures/learning.ts';
import * as people from '../../fixtures/people/cast.ts';
import type { Calls } from '../../fixtures/vault-calls.ts';

// What a clock leaves behind that stood in 2010 or 2031 for a while (an empty battery, a slip in the settings).

const wrong = ['2010-01-01', '2031-06-15', '1970-01-01', '2099-12-31'] as const;
const at = (day: string) => ({ now: () => Date.parse(`${day}T04:00:00Z`) });
const today = '2026-11-26';

const kindsOf = async (calls: Calls): Promise<string[]> =>
  (await calls.get('audit.list', { store: 'records', before: null, limit: 200 })).entries.map(({ kind, about }) =>
    about.detail === null ? kind : `${kind} ${about.detail}`,
  );

/** A signed paper of a new case. */
const paperOf = async (calls: Calls): Promise<Uint8Array<ArrayBuffer>> => {
  const caseId = await observed(calls);
  await evaluated(calls, caseId);
  const hash = await sign(calls, caseId, 'reportSubmitted', 'assessor');
  const { documentId } = await calls.get('documents.ofAct', { hash });
  const { bytes } = await calls.get('documents.read', { documentId, offset: 0, length: 1_048_576 });
  return Uint8Array.from(bytes);
};

/** What a paper is said to be, and the years in which its certificate counts. */
const verdictOn = async (calls: Calls, pdf: Uint8Array<ArrayBuffer>) => {
  const attachmentId = await attachBytes(calls, pdf);
  const { verdict, content, signer, signatures } = await calls.get('documents.check', { attachmentId });
  const years = signatures.map(({ validFrom, validTo }) => [validFrom, validTo].map((time) => time.slice(0, 4)));
  return { verdict, content, signer, years };
};

/** What the command says of a paper. */
const commandOn = async (pdf: Uint8Array<ArrayBuffer>): Promise<number> => {
  const file = join(temporaryFolder(), 'kertas.pdf');
  writeFileSync(file, pdf);
  return (await bilik(['verify', file])).code;
};

describe.each(wrong)('a clock that stood in %s', (day) => {
  it('leaves later papers signed by a certificate of their time', async () => {
    const vault = await testVault(people.assessor, ['assessor']);
    await paperOf(callsOn(vault, at(day)));
    const calls = callsOn(vault, at(today));
    await calls.get('overview.stateClock', { reason: 'earlierWrong' });
    for (const paper of [await paperOf(calls), await paperOf(calls)]) {
      expect(await verdictOn(calls, paper)).toEqual({
        verdict: 'genuine',
        content: 'whole',
        signer: 'bound',
        years: [['2026', '2036']],
      });
      expect(await commandOn(paper)).toBe(0);
    }
  });

  it('leaves what learning counts as it was', async () => {
    const vault = await testVault(people.personnelOfficer, ['personnelOfficer']);
    const calls = callsOn(vault, at(today));
    const other = callsOn(vault, at(day));
    await calls.get('competence.publishTable', { table: conversion() });
    const { personId } = await calls.get('persons.save', { personId: null, person: people.employee });
    const add = (record: ReturnType<typeof learningInput>) =>
      calls.get('competence.saveRecord', { personId, recordId: null, revision: 0, record, guidanceHash: null });
    await add(learningInput());
    await add(learningInput({ title: 'Yang akan datang', from: '2026-12-07', to: '2026-12-09' }));
    const counts = async (by: Calls) =>
      (await by.get('competence.employee', { personId })).records.map(({ verdict }) => verdict).sort();
    const before = await counts(calls);
    expect(before).toEqual(['counted', 'planned']);
    await counts(other);
    expect(await counts(calls)).toEqual(before);
  });

  it('is told on Beranda and in the trail, and is as before once it has come back', async () => {
    const vault = await testVault(people.assessor, ['assessor']);
    const calls = callsOn(vault, at(today));
    const other = callsOn(vault, at(day));
    const clockOf = async (by: Calls) => (await by.get('overview.home', { today })).clock;
    await calls.get('persons.save', { personId: null, person: people.employee });
    expect(await clockOf(calls)).toBeNull();
    expect(await clockOf(other)).toEqual({ reads: day, known: today });
    await other.get('persons.save', { personId: null, person: people.otherEmployee });
    expect(await clockOf(other)).toEqual({ reads: day, known: today });
    expect(await clockOf(calls)).toBeNull();
    await calls.get('persons.save', { personId: null, person: people.counsellor });
    const kinds = ['personAdded', 'clockReturned', 'personAdded', 'clockJumped', 'personAdded'];
    expect(await kindsOf(calls)).toEqual(kinds);
    expect((await calls.get('audit.verify', {})).records.broken).toBeNull();
  });

  it('counts as right once the holder has said so', async () => {
    const vault = await testVault(people.assessor, ['assessor']);
    await callsOn(vault, at(day)).get('persons.save', { personId: null, person: people.employee });
    const calls = callsOn(vault, at(today));
    await calls.get('overview.stateClock', { reason: 'earlierWrong' });
    expect((await calls.get('overview.home', { today })).clock).toBeNull();
    await calls.get('overview.stateClock', { reason: 'longUnused' });
    expect(await kindsOf(calls)).toEqual(['clockStated earlierWrong', 'clockJumped', 'personAdded']);
  });

  it('publishes no conversion table and no directory', async () => {
    const vault = await testVault(people.personnelHead, ['personnelHead']);
    await callsOn(vault, at(today)).get('persons.save', { personId: null, person: people.employee });
    const other = callsOn(vault, at(day));
    const table = conversion({ fromYear: presentYear(day) });
    expect(await other.code('competence.publishTable', { table })).toBe('clockDoubted');
    const roles = [{ role: 'personnelHead' as const, from: '2005-01-01', to: null }];
    expect(await other.code('directory.found', { roles, takeOver: false })).toBe('clockDoubted');
  });
});

describe('a conversion table published by a clock in 2031', () => {
  const wrongTable = conversion({ fromYear: 2031, rows: [conversionRow({ jpPerUnit: 900 })] });
  const next = conversion({ fromYear: 2026, rows: [conversionRow({ jpPerUnit: 300 })] });

  /** A vault whose clock stood in 2031 from its first day on, and is right now. */
  const begin = async () => {
    const vault = await testVault(people.personnelOfficer, ['personnelOfficer']);
    await callsOn(vault, at('2031-06-15')).get('competence.publishTable', { table: wrongTable });
    const calls = callsOn(vault, at(today));
    const settle = () => calls.get('overview.stateClock', { reason: 'earlierWrong' });
    return { vault, calls, settle };
  };

  it('is taken back, and keeps no table of the true year out', async () => {
    const { calls, settle } = await begin();
    await settle();
    expect(await calls.code('competence.publishTable', { table: next })).toBe('versionBeforeLast');
    expect(await calls.get('competence.tables', {})).toMatchObject([{ withdrawable: true, withdrawn: null }]);
    await calls.get('competence.withdrawTable', { versionNo: 1, reason: 'Jam komputer salah' });
    expect(await calls.get('competence.publishTable', { table: next })).toEqual({ versionNo: 2 });
    expect(await calls.get('competence.tables', {})).toMatchObject([
      { versionNo: 2, withdrawable: false, withdrawn: null },
      { versionNo: 1, withdrawable: false, withdrawn: { reason: 'Jam komputer salah' } },
    ]);
  });

  it('counts for nobody any more, also when its year has come', async () => {
    const { vault, calls, settle } = await begin();
    await settle();
    await calls.get('competence.withdrawTable', { versionNo: 1, reason: 'Jam komputer salah' });
    await calls.get('competence.publishTable', { table: next });
    const later = callsOn(vault, at('2031-06-15'));
    await later.get('overview.stateClock', { reason: 'longUnused' });
    const { personId } = await later.get('persons.save', { personId: null, person: people.employee });
    const record = learningInput({ from: '2031-03-02', to: '2031-03-04', amount: 100 });
    await later.get('competence.saveRecord', { personId, recordId: null, revision: 0, record, guidanceHash: null });
    expect((await later.get('competence.employee', { personId })).records).toMatchObject([{ jp: 300 }]);
  });

  it('alone is taken back, once, and by a clock that nobody doubts', async () => {
    const { calls, settle } = await begin();
    const withdraw = (versionNo: number) =>
      calls.code('competence.withdrawTable', { versionNo, reason: 'Jam komputer salah' });
    expect(await withdraw(1)).toBe('clockDoubted');
    await settle();
    expect(await withdraw(1)).toBe('ok');
    expect(await withdraw(1)).toBe('unknownVersion');
    await calls.get('competence.publishTable', { table: next });
    expect(await withdraw(2)).toBe('versionStands');
  });
});

describe('a directory published by a clock in 2031', () => {
  it('has no key in the future any more once it is published by the right one', async () => {
    const vault = await testVault(people.personnelHead, ['personnelHead']);
    const roles = [{ role: 'personnelHead' as const, from: '2005-01-01', to: null }];
    await callsOn(vault, at('2031-06-15')).get('directory.found', { roles, takeOver: false });
    const calls = callsOn(vault, at(today));
    const keysOf = () => trustedDirectory(vault.records)?.directory.entries.flatMap(({ keys }) => keys) ?? [];
    const entryId = trustedDirectory(vault.records)?.directory.entries[0]?.entryId ?? '';
    expect(keysOf()).toMatchObject([{ from: '2031-06-15T04:00:00.000Z' }]);
    expect(await calls.code('directory.setRoles', { entryId, roles })).toBe('clockDoubted');
    await calls.get('overview.stateClock', { reason: 'earlierWrong' });
    await calls.get('directory.setRoles', { entryId, roles });
    expect(keysOf()).toMatchObject([{ from: `${today}T04:00:00.000Z`, revoked: null }]);
  });
});
