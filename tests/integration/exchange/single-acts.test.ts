import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import { attach, contents } from '../../fixtures/case-steps.ts';
import { evaluated, observed, reported, sign } from '../../fixtures/case-walks.ts';
import { addressOf, type Forged, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, send } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';

// Which acts of a held package were taken singly, and in which order, makes no difference once all are here.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

const chief = { person: people.personnelHead, roles: ['personnelHead'] } as const;

const stateAt = ({ vault }: Member, caseId: string) => loadCase(vault.records, caseId).state;

const decisionsAt = ({ calls }: Member, itemId: string) => ({
  take: (acts: readonly string[] | null) =>
    calls.get('exchange.decide', { choice: 'take', itemId, acts: acts && [...acts] }),
  takeBack: () => calls.get('exchange.decide', { choice: 'takeBack', itemId }),
});

/** A package held for one act that nobody may take; the others build on each other in two strands that meet. */
const begin = async () => {
  const { assessor, officer } = (await foundInstitution(cast)).members;
  const { caseId, report } = await reported(officer.calls);
  const { heads } = stateAt(officer, caseId);
  const feedback = (refs: readonly string[], content: string): Forged => {
    const said = { ...contents.feedbackRecorded, content };
    return forgeAct(assessor, { caseId, type: 'feedbackRecorded', capacity: 'assessor', refs, content: said });
  };
  const first = feedback(heads, 'Satu.');
  const second = feedback([first.hash], 'Dua.');
  const beside = feedback(heads, 'Tiga.');
  const last = feedback([second.hash, beside.hash], 'Empat.');
  const seizure = forgeAct(assessor, {
    caseId,
    type: 'reportRegistered',
    capacity: 'personnelOfficer',
    refs: heads,
    about: report,
    content: contents.reportRegistered,
    origin: 'paper',
    author: people.personnelOfficer,
    paper: { medium: 'ink', documentNumber: '', documentDate: '', remark: '' },
    enteredAs: 'assessor',
  });
  const good = [first, second, beside, last].map(({ hash }) => hash);
  const acts = [first, second, beside, last, seizure];
  const path = await forgePackage(assessor, await addressOf(officer), { caseId, acts });
  expect(await look(officer, [path])).toMatchObject({ held: 'actRefused' });
  const [item] = await officer.calls.get('exchange.review', { earlier: false });
  return { officer, caseId, good, ...decisionsAt(officer, item?.itemId ?? '') };
};

describe('single acts of a held package', () => {
  it('come to the state of the whole, whichever were taken first and in any order', async () => {
    const { officer, caseId, good, take, takeBack } = await begin();
    const before = stateAt(officer, caseId);
    await take(good);
    const whole = stateAt(officer, caseId);
    await takeBack();
    const orders = fc.tuple(fc.shuffledSubarray(good, { minLength: good.length }), fc.nat(good.length));
    const tried = new Set<number>();
    await fc.assert(
      fc.asyncProperty(orders, async ([order, singly]) => {
        let [decisions, waiting]: [number, readonly string[]] = [0, []];
        for (const hash of order.slice(0, singly)) {
          // What names an act that is not here is taken together with that.
          waiting = [...waiting, hash];
          const isTaken = await take(waiting).then(
            () => true,
            () => false,
          );
          if (isTaken) [decisions, waiting] = [decisions + 1, []];
        }
        tried.add(decisions);
        const rest = [...waiting, ...order.slice(singly)];
        if (rest.length > 0) await take(rest);
        expect(stateAt(officer, caseId)).toEqual(whole);
        for (let back = decisions + Math.min(rest.length, 1); back > 0; back -= 1) await takeBack();
        expect(stateAt(officer, caseId)).toEqual(before);
      }),
      { numRuns: 12, seed: 11 },
    );
    expect(Math.max(...tried)).toBeGreaterThan(1);
  });

  it('are for this vault also by what comes after them in the package', async () => {
    const { members, publish } = await foundInstitution(cast);
    const { officer, assessor } = members;
    const caseId = await observed(assessor.calls);
    await evaluated(assessor.calls, caseId);
    const attachmentIds = [await attach(assessor.calls, '%PDF-1.7 lampiran')];
    await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
    const paths = await send(assessor, officer, caseId);
    const revoked = { at: '2030-01-01T00:00:00.000Z', reason: 'lost' } as never;
    const doubtful = publish((directory) => ({
      ...directory,
      entries: directory.entries.map((entry) =>
        entry.entryId === assessor.entryId ? { ...entry, keys: entry.keys.map((key) => ({ ...key, revoked })) } : entry,
      ),
    }));
    unwrap(takeDirectory(officer.exchange.work, writable(officer.vault.records), doubtful));
    expect(await look(officer, paths)).toMatchObject({ held: 'signerRevoked' });
    const [item] = await officer.calls.get('exchange.review', { earlier: false });
    expect(item?.acts.map(({ state }) => state)).toEqual(item?.acts.map(() => 'takeable'));
    const hashes = item?.acts.map(({ hash }) => hash) ?? [];
    const { take } = decisionsAt(officer, item?.itemId ?? '');
    // Before it is reported a file is not for the unit: the opening alone is refused.
    await expect(take(hashes.slice(0, 1))).rejects.toThrow('actNotTakeable');
    await take(hashes);
    expect(loadCase(officer.vault.records, caseId).shared).toEqual(loadCase(assessor.vault.records, caseId).shared);
  });

  it('come too where they have no effect here, as they would with the whole', async () => {
    const { officer, head } = (await foundInstitution({ ...cast, head: chief })).members;
    const { caseId, report } = await reported(officer.calls);
    const { heads } = stateAt(officer, caseId);
    const first = await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: report });
    const draft = { caseId, refs: heads, type: 'reportRegistered', capacity: 'personnelHead', about: report } as const;
    let second = forgeAct(head, { ...draft, content: contents.reportRegistered });
    while (second.hash < first) second = forgeAct(head, { ...draft, content: contents.reportRegistered });
    const spoken = { type: 'feedbackRecorded', capacity: 'assessor', content: contents.feedbackRecorded } as const;
    const stranger = forgeAct(head, { ...spoken, caseId, refs: heads });
    const acts = [second, stranger];
    const path = await forgePackage(head, await addressOf(officer), { caseId, acts });
    expect(await look(officer, [path])).toMatchObject({ held: 'actNotCertified' });
    const [item] = await officer.calls.get('exchange.review', { earlier: false });
    expect(item?.acts.map(({ state }) => state)).toEqual(['takeable', 'refused']);
    await decisionsAt(officer, item?.itemId ?? '').take([second.hash]);
    expect(stateAt(officer, caseId).refused.map(({ hash }) => hash)).toEqual([second.hash]);
    const listed = await officer.calls.get('exchange.review', { earlier: false });
    expect(listed.find(({ itemId }) => itemId === second.hash)).toMatchObject({ kind: 'withoutEffect', waits: true });
  });
});
