import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import type { Directory, DirectoryKey } from '../../../shared/domain/identity/directory.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { toIsoInstant } from '../../../shared/kernel/date.ts';
import { castOf, contents } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import {
  addressOf,
  type Forged,
  type ForgedContent,
  forgeAct,
  forgeFile,
  forgePackage,
  headerOnly,
} from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, pass } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';

// What a set back clock would gain: the act is held for a person, whatever it says of its clock.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

const daysAgo = (days: number): string => toIsoInstant(Date.now() - days * 86_400_000);

/** A case in the list of the personnel unit; officer and official have it. */
const begin = async () => {
  const { members, publish } = await foundInstitution(cast);
  const { assessor, officer, official } = members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  await enter(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await pass(assessor, officer, caseId);
  const about = loadCase(officer.vault.records, caseId).state.report?.hash ?? '';
  await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
  await pass(officer, official, caseId);
  /** Publishes the directory with other keys of a member, and the given members take it in. */
  const rekey = (member: Member, change: (keys: readonly DirectoryKey[]) => DirectoryKey[], by: readonly Member[]) => {
    const file = publish(
      (directory): Directory => ({
        ...directory,
        entries: directory.entries.map((entry) =>
          entry.entryId === member.entryId ? { ...entry, keys: change(entry.keys) } : entry,
        ),
      }),
    );
    for (const { exchange, vault } of by)
      expect(takeDirectory(exchange.work, writable(vault.records), file).ok).toBe(true);
  };
  return { ...members, caseId, rekey, heads: loadCase(officer.vault.records, caseId).state.heads };
};
type Scene = Awaited<ReturnType<typeof begin>>;

/** A feedback of the assessor, forged. */
const feedback = ({ assessor, caseId, heads }: Scene, change: Partial<ForgedContent>): Forged =>
  forgeAct(assessor, {
    caseId,
    type: 'feedbackRecorded',
    capacity: 'assessor',
    refs: heads,
    content: contents.feedbackRecorded,
    ...change,
  });

const judged = async (from: Member, to: Member, caseId: string, act: Forged, blobs: readonly Uint8Array[] = []) => {
  const path = await forgePackage(from, await addressOf(to), { caseId, acts: [act], blobs });
  const inspection = await look(to, [path]);
  return { path, inspection };
};

describe('an act dated before what it names', () => {
  it('is held for a person, who may take it', async () => {
    const scene = await begin();
    const { assessor, officer, caseId } = scene;
    const { inspection } = await judged(assessor, officer, caseId, feedback(scene, { statedAt: daysAgo(30) }));
    expect(inspection).toMatchObject({ held: 'actBeforeNamed', mayAccept: true, details: [people.assessor.name] });
    expect(await takeIn(officer.exchange, inspection.inspectionId, true)).toMatchObject({ ok: true });
  });

  it('is as good as any within a day, since clocks differ', async () => {
    const scene = await begin();
    const { assessor, officer, caseId } = scene;
    const { inspection } = await judged(assessor, officer, caseId, feedback(scene, { statedAt: daysAgo(0.9) }));
    expect(inspection.held).toBeNull();
  });
});

describe('an act of a key that replaces another one', () => {
  const replaced =
    (revokedDaysAgo: number) =>
    ([key]: readonly DirectoryKey[]): DirectoryKey[] => {
      if (key === undefined) throw new Error('no key');
      const at = daysAgo(revokedDaysAgo) as DirectoryKey['from'];
      return [
        { ...key, key: 'c'.repeat(64), vaultId: 'c'.repeat(32), revoked: { at, reason: 'lost' } },
        { ...key, from: at },
      ];
    };

  it('is held for a person when it is dated before the other one was revoked', async () => {
    const scene = await begin();
    const { assessor, officer, caseId, rekey } = scene;
    rekey(assessor, replaced(10), [officer]);
    const act = feedback(scene, { statedAt: daysAgo(12) });
    const { inspection } = await judged(assessor, officer, caseId, act);
    expect(inspection).toMatchObject({ held: 'actBeforeKey', mayAccept: true });
    expect(inspection.details).toEqual([people.assessor.name, 'actBeforeNamed', people.assessor.name]);
  });

  it('counts from then on', async () => {
    const scene = await begin();
    const { assessor, officer, caseId, rekey } = scene;
    rekey(assessor, replaced(10), [officer]);
    expect((await judged(assessor, officer, caseId, feedback(scene, {}))).inspection.held).toBeNull();
  });
});

describe('a decision from paper, dated before its author had a key', () => {
  const { bytes, ref } = forgeFile('%PDF-1.7 pindaian');
  const decision = ({ officer, heads, caseId }: Scene, statedAt: string): Forged =>
    forgeAct(officer, {
      caseId,
      type: 'counsellingDecided',
      capacity: 'personnelHead',
      refs: heads,
      content: contents.counsellingDecided,
      attachments: [ref],
      origin: 'paper',
      paper: { medium: 'ink', documentNumber: '', documentDate: '', remark: '' },
      author: castOf.personnelHead,
      enteredAs: 'personnelOfficer',
      statedAt,
    });
  const heldOf = async (scene: Scene, statedAt: string): Promise<string | null> => {
    const { officer, official, caseId } = scene;
    return (await judged(officer, official, caseId, decision(scene, statedAt), [bytes])).inspection.held;
  };
  const from = (days: number) => (keys: readonly DirectoryKey[]) =>
    keys.map((key) => ({ ...key, from: daysAgo(days) as DirectoryKey['from'] }));

  it('is held for a person: a keeper whose clock was set back would go past the author', async () => {
    const scene = await begin();
    // Within what it names (a day), and an hour before the head's key.
    scene.rekey(scene.head, from(0.5), [scene.officer, scene.official]);
    expect(await heldOf(scene, daysAgo(0.6))).toBe('actBeforeNamedKey');
    expect(await heldOf(scene, daysAgo(0.4))).toBe('actRefused');
  });

  it('is held for a person also where its header came first', async () => {
    const scene = await begin();
    const { officer, official, head, caseId, rekey } = scene;
    rekey(head, from(0.5), [officer, official]);
    const act = decision(scene, daysAgo(0.6));
    const first = await judged(officer, official, caseId, { ...act, ...headerOnly(act) });
    expect(await takeIn(official.exchange, first.inspection.inspectionId, false)).toMatchObject({ ok: true });
    expect((await judged(officer, official, caseId, act, [bytes])).inspection.held).toBe('actBeforeNamedKey');
  });

  it('is taken after a person has said so: an honest entry that comes late is not lost', async () => {
    const scene = await begin();
    const { officer, official, head, caseId, rekey } = scene;
    rekey(head, from(0.5), [officer, official]);
    const { inspection } = await judged(officer, official, caseId, decision(scene, daysAgo(0.6)), [bytes]);
    expect(await takeIn(official.exchange, inspection.inspectionId, true)).toMatchObject({ ok: true });
    expect(loadCase(official.vault.records, caseId).state.decision).toMatchObject({ decision: 'yes' });
  });

  it('is refused where a former key of the author counted then', async () => {
    const scene = await begin();
    const { officer, official, head, rekey } = scene;
    const revoked = { at: daysAgo(0.3) as DirectoryKey['from'], reason: 'lost' } as const;
    rekey(
      head,
      ([key]) => {
        if (key === undefined) throw new Error('no key');
        expect(key.key).toBe(toHex(head.vault.publicKey));
        return [
          { ...key, key: 'd'.repeat(64), vaultId: 'd'.repeat(32), revoked },
          { ...key, from: revoked.at },
        ];
      },
      [officer, official],
    );
    expect(await heldOf(scene, daysAgo(0.6))).toBe('actRefused');
  });
});
