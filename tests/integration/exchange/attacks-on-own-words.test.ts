import { expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import type { ActType } from '../../../shared/domain/case/act-type.ts';
import type { Role } from '../../../shared/domain/identity/person.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { enter, sign } from '../../fixtures/case-walks.ts';
import { addressOf, type Forged, type ForgedContent, forgeAct, forgeFile, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, hashOf, look, type Member, pass } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { reportedCase } from '../../fixtures/reported-case.ts';
import { writable } from '../../fixtures/writable.ts';

// What an employee says of copies, and what the unit answers, between vaults of which one lies, is lost or was taken.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  employee: { person: people.employee, roles: ['employee'] },
} as const;

const effectOf = ({ vault }: Member, caseId: string, type: ActType): readonly string[] =>
  loadCase(vault.records, caseId).state.acts.flatMap((act) => (act.type === type ? [act.hash] : []));

const release = async ({ calls }: Member, caseId: string, about: string, capacity: Role): Promise<string> => {
  const hash = await sign(calls, caseId, 'copyReleased', capacity, { about });
  await calls.get('documents.ofAct', { hash });
  return hash;
};

/** A case of an assessor, and a copy of its communication in the employee's vault. */
const copied = async ({ assessor, employee }: Readonly<Record<'assessor' | 'employee', Member>>) => {
  const caseId = await reportedCase(assessor.calls);
  const copy = await release(assessor, caseId, hashOf(assessor, caseId, 'problemCommunicated'), 'assessor');
  await pass(assessor, employee, caseId);
  return { caseId, copy };
};

/** The same, reported to the unit. */
const begin = async () => {
  const institution = await foundInstitution(cast);
  const { members } = institution;
  const made = await copied(members);
  for (const unit of [members.officer, members.head]) await pass(members.assessor, unit, made.caseId);
  return { ...members, ...made, institution };
};

const ask = async ({ calls }: Member, hash: string): Promise<string> =>
  (await calls.get('exchange.askCorrection', { hash, date: '2026-06-04', request: 'Tanggalnya keliru.' })).hash;

/** By what a vault holds a package with acts that somebody forged. */
const heldAs = async (
  by: Member,
  to: Member,
  caseId: string,
  act: Forged,
  { kind = 'acts', blobs = [] }: { readonly kind?: 'acts' | 'copy'; readonly blobs?: Uint8Array[] } = {},
) => {
  const change = (manifest: object) => ({ ...manifest, kind });
  const { held, details } = await look(to, [
    await forgePackage(by, await addressOf(to), { caseId, acts: [act], blobs, change }),
  ]);
  return [held, ...details];
};

const answer = (by: Member, caseId: string, request: string, more: Partial<ForgedContent> = {}): Forged =>
  forgeAct(by, {
    caseId,
    type: 'correctionAnswered',
    capacity: 'personnelHead',
    refs: [request],
    about: request,
    content: contents.correctionAnswered,
    ...more,
  });

it('an answer that the unit enters from paper reaches who asked, and holds nothing back', async () => {
  const { employee, officer, head, caseId, copy } = await begin();
  const about = await ask(employee, copy);
  await pass(employee, head, caseId);
  await pass(head, officer, caseId);
  await enter(officer.calls, caseId, 'correctionAnswered', 'personnelHead', { about, author: people.personnelHead });
  await pass(officer, employee, caseId);
  expect((await employee.calls.get('exchange.copies', {}))[0]?.requests).toMatchObject([{ answer: 'refused' }]);
});

it('towards the employee nobody answers as the head who is none, or without the scan', async () => {
  const { employee, officer, caseId, copy } = await begin();
  const request = await ask(employee, copy);
  const kind = 'copy';
  const inName = { author: people.personnelHead };
  for (const more of [{}, inName])
    expect((await heldAs(officer, employee, caseId, answer(officer, caseId, request, more), { kind }))[0]).toBe(
      'actNotCertified',
    );
  const paper = { medium: 'ink', documentNumber: '', documentDate: '', remark: '' } as const;
  const onPaper = { ...inName, paper, origin: 'paper', enteredAs: 'personnelOfficer' } as const;
  const without = answer(officer, caseId, request, onPaper);
  expect(await heldAs(officer, employee, caseId, without, { kind })).toEqual(['actNotForMe']);
  const { bytes, ref } = forgeFile('%PDF-1.7 jawaban');
  const scanned = answer(officer, caseId, request, { ...onPaper, attachments: [ref] });
  expect(await heldAs(officer, employee, caseId, scanned, { kind, blobs: [bytes] })).toEqual([null]);
});

it('an assessor who is head too answers nothing, towards the employee alone either', async () => {
  const { head: _, ...others } = cast;
  const both = { person: people.assessor, roles: ['assessor', 'personnelHead'] } as const;
  const { members } = await foundInstitution({ ...others, assessor: both });
  const { assessor, employee } = members;
  const { caseId, copy } = await copied(members);
  const forged = answer(assessor, caseId, await ask(employee, copy));
  expect(await heldAs(assessor, employee, caseId, forged, { kind: 'copy' })).toEqual(['actNotForMe']);
});

it('the post that wrote an act does not answer about it, and is not told to', async () => {
  const { employee, officer, head, caseId } = await begin();
  const of = { about: hashOf(officer, caseId, 'reportSubmitted') };
  await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', of);
  await pass(officer, head, caseId);
  const decided = await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
  const copy = await release(head, caseId, decided, 'personnelHead');
  await pass(head, employee, caseId);
  const about = await ask(employee, copy);
  await pass(employee, head, caseId);
  expect(effectOf(head, caseId, 'correctionRequested')).toEqual([about]);
  await expect(sign(head.calls, caseId, 'correctionAnswered', 'personnelHead', { about })).rejects.toThrow(
    'answeredByWriter',
  );
  const { waiting } = await head.calls.get('overview.home', { today: '2026-06-05' });
  expect(waiting.map(({ due }) => due)).not.toContain('correctionAnswered');
  await pass(head, officer, caseId);
  expect(await heldAs(head, officer, caseId, answer(head, caseId, about))).toEqual(['actRefused', 'answeredByWriter']);
  // The official answers, here on paper.
  const other = await enter(officer.calls, caseId, 'correctionAnswered', 'authorisedOfficial', {
    about,
    author: people.authorisedOfficial,
  });
  expect(effectOf(officer, caseId, 'correctionAnswered')).toEqual([other]);
});

it('a key that others have says nothing for the employee, whoever brings it', async () => {
  const { institution, employee, officer, head, caseId, copy } = await begin();
  const revoked = { at: '2026-01-01T00:00:00.000Z' as never, reason: 'compromised' as const };
  const file = institution.publish((before) => ({
    ...before,
    entries: before.entries.map((entry) =>
      entry.entryId === employee.entryId ? { ...entry, keys: entry.keys.map((key) => ({ ...key, revoked })) } : entry,
    ),
  }));
  for (const { exchange } of [officer, head])
    unwrap(takeDirectory(exchange.work, writable(exchange.vault.records), file));
  for (const type of ['responseGiven', 'correctionRequested'] as const) {
    const said = { caseId, type, capacity: 'employee', about: copy, refs: [copy], content: contents[type] } as const;
    expect((await heldAs(officer, head, caseId, forgeAct(employee, said)))[0]).toBe('actKeyRevoked');
  }
});
