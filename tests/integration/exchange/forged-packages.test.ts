import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { writeSignedFile } from '../../../electron/backend/formats/identity/signed-file.ts';
import type { Manifest } from '../../../shared/domain/package/manifest.ts';
import { attach, contents } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { dumpWhatCounts } from '../../fixtures/dump.ts';
import { addressOf, type Forged, type ForgedPackage, forgeAct, forgeFile, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, type Institution, look, type Member, pass, take } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';

// Packages that a certified member forges with its own key, past all that its own vault would refuse.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;
type Cast = Institution<keyof typeof cast>;

interface Scene {
  readonly made: Cast;
  readonly assessor: Member;
  readonly officer: Member;
  readonly caseId: string;
  readonly refs: readonly string[];
}

/** A reported case that assessor and officer hold. */
const begin = async (): Promise<Scene> => {
  const made = await foundInstitution(cast);
  const { assessor, officer } = made.members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const attachmentIds = [await attach(assessor.calls, '%PDF-1.7 lampiran')];
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
  await pass(assessor, officer, caseId);
  return { made, assessor, officer, caseId, refs: loadCase(officer.vault.records, caseId).state.heads };
};

const feedback = ({ assessor, caseId, refs }: Scene, change: Partial<Parameters<typeof forgeAct>[1]> = {}): Forged =>
  forgeAct(assessor, {
    caseId,
    type: 'feedbackRecorded',
    capacity: 'assessor',
    refs,
    content: contents.feedbackRecorded,
    ...change,
  });

const forge = async ({ assessor, officer, caseId }: Scene, content: Partial<ForgedPackage>): Promise<string> =>
  forgePackage(assessor, await addressOf(officer), { caseId, acts: [], ...content });

/** Code and details by which the officer's vault holds a package; proves that nothing was changed by it. */
const heldBy = async (scene: Scene, content: Partial<ForgedPackage>): Promise<string> => {
  const path = await forge(scene, content);
  const before = dumpWhatCounts(scene.officer.vault);
  const { held, details } = await look(scene.officer, [path]);
  expect(dumpWhatCounts(scene.officer.vault)).toBe(before);
  return [held, ...details].join(' ');
};

describe('a forged package', () => {
  it('is taken in when all of it is as it should be', async () => {
    const scene = await begin();
    const { bytes, ref } = forgeFile('%PDF-1.7 bukti');
    const act = feedback(scene, { attachments: [ref] });
    const path = await forge(scene, { acts: [act], blobs: [bytes] });
    const { acts, files } = await take(scene.officer, [path]);
    expect([acts.map(({ hash }) => hash), files.length]).toEqual([[act.hash], 1]);
  });

  it('is held when a file that an act names is not in it', async () => {
    const scene = await begin();
    const { ref, bytes } = forgeFile('%PDF-1.7 bukti');
    expect(await heldBy(scene, { acts: [feedback(scene, { attachments: [ref] })] })).toBe('attachmentMissing');
    const longer = feedback(scene, { attachments: [{ ...ref, size: ref.size + 1 }] });
    expect(await heldBy(scene, { acts: [longer], blobs: [bytes] })).toBe('attachmentMissing');
  });

  it('is held when an act names a file twice', async () => {
    const scene = await begin();
    const { bytes, ref } = forgeFile('%PDF-1.7 bukti');
    const twice = feedback(scene, { attachments: [ref, { ...ref, name: 'lagi.pdf' }] });
    expect(await heldBy(scene, { acts: [twice], blobs: [bytes] })).toBe('packageTampered actBodyInvalid');
  });

  it('is held when an act states a time that does not exist', async () => {
    const scene = await begin();
    const never = feedback(scene, { statedAt: '2026-13-45T99:99:99.999Z' });
    expect(await heldBy(scene, { acts: [never] })).toBe('packageTampered actHeaderInvalid');
  });

  it('is held when it is of a file that is not here and brings no act of it', async () => {
    const scene = await begin();
    const bare = (kind: 'acts' | 'copy') => (manifest: Manifest) => ({ ...manifest, kind });
    const elsewhere = { caseId: 'c'.repeat(32), acts: [] };
    expect(await heldBy(scene, { ...elsewhere, change: bare('acts') })).toBe('actRefused caseNotOpened');
    expect(await heldBy(scene, { ...elsewhere, change: bare('copy') })).toBe('actNotForMe');
  });

  it('is held when it opens a file that is open', async () => {
    const scene = await begin();
    const again = feedback(scene, { type: 'caseOpened', refs: [], content: contents.caseOpened });
    expect(await heldBy(scene, { acts: [again] })).toBe('packageTampered actHeaderInvalid');
  });

  it('is held when manifest and content differ', async () => {
    const scene = await begin();
    const act = feedback(scene);
    const asHeader = { ...act, form: 'header' as const };
    expect(await heldBy(scene, { acts: [asHeader] })).toMatch(/^packageTampered/);
    expect(await heldBy(scene, { acts: [act], caseId: 'c'.repeat(32) })).toMatch(/^packageTampered/);
    expect(await heldBy(scene, { acts: [act], change: (manifest) => ({ ...manifest, kind: 'receipt' }) })).toMatch(
      /^packageTampered/,
    );
    expect(await heldBy(scene, { acts: [act], change: (manifest) => ({ ...manifest, kind: 'draft' }) })).toMatch(
      /^packageTampered/,
    );
    const otherSender = (manifest: Manifest) => ({
      ...manifest,
      sender: { ...manifest.sender, key: Buffer.from(scene.made.members.head.vault.publicKey).toString('hex') },
    });
    expect(await heldBy(scene, { acts: [act], change: otherSender })).toMatch(/^packageTampered/);
  });

  it('is held when it is of a later format, or announces more than a package may hold', async () => {
    const scene = await begin();
    const later = (manifest: Manifest) => ({ ...manifest, format: 'bilik/package/v3', news: 1 });
    expect(await heldBy(scene, { acts: [feedback(scene)], change: later })).toBe('newerFormat');
    const { bytes } = forgeFile('x');
    const bomb = (manifest: Manifest) => ({
      ...manifest,
      blobs: manifest.blobs.map((blob) => ({ ...blob, size: 200 * 1024 * 1024 })),
    });
    expect(await heldBy(scene, { acts: [feedback(scene)], blobs: [bytes], change: bomb })).toBe('packageTooLarge');
  });

  it('is held when it brings another directory of the same serial, or one with a wrong signature', async () => {
    const scene = await begin();
    const { directory, members } = scene.made;
    const fork = writeSignedFile('directory', { ...directory, institution: 'Kementerian Lain' }, members.head.vault);
    const acts = [feedback(scene)];
    expect(await heldBy(scene, { acts, directory: { serial: 1, file: fork } })).toBe('directoryFork');
    const broken = Buffer.from(fork);
    broken[200] = broken[200] === 65 ? 66 : 65;
    expect(await heldBy(scene, { acts, directory: { serial: 1, file: broken } })).toMatch(/^packageTampered/);
  });

  it('is judged by its own directory only when the trusted root signed that', async () => {
    const scene = await begin();
    const { directory } = scene.made;
    // The assessor makes everyone an officer by a directory of its own.
    const own = writeSignedFile('directory', { ...directory, serial: 9 }, scene.assessor.vault);
    const path = await forge(scene, { acts: [feedback(scene)], directory: { serial: 9, file: own } });
    const before = dumpWhatCounts(scene.officer.vault).split('directories')[1]?.split('\n\n')[0];
    await take(scene.officer, [path]);
    expect(dumpWhatCounts(scene.officer.vault).split('directories')[1]?.split('\n\n')[0]).toBe(before);
  });

  it('is held when one number or one name stands for two packages', async () => {
    const scene = await begin();
    const numbered = (epoch: string) => (manifest: Manifest) => ({
      ...manifest,
      sender: { ...manifest.sender, epoch },
    });
    const first = await forge(scene, { acts: [feedback(scene)], change: numbered('e'.repeat(32)) });
    const { packageId } = await take(scene.officer, [first]);
    expect(await heldBy(scene, { acts: [feedback(scene)], change: numbered('e'.repeat(32)) })).toMatch(/^packageFork/);
    const renamed = (manifest: Manifest) => ({ ...manifest, packageId });
    expect(await heldBy(scene, { acts: [feedback(scene)], change: renamed })).toMatch(/^packageFork/);
  });

  it('gives no effect to what the table does not allow by naming acts that nobody has', async () => {
    const scene = await begin();
    const content = contents.caseClosed;
    const wanted = { type: 'caseClosed' as const, content };
    expect(await heldBy(scene, { acts: [feedback(scene, wanted)] })).toMatch(/^actRefused/);
    const act = feedback(scene, { ...wanted, refs: [...scene.refs, 'f'.repeat(64)] });
    const path = await forge(scene, { acts: [act] });
    const looked = await look(scene.officer, [path]);
    if (looked.held === null) {
      await take(scene.officer, [path]);
      const { state } = loadCase(scene.officer.vault.records, scene.caseId);
      expect(state.refused.map(({ hash }) => hash)).toContain(act.hash);
      expect(state.closed).toBe(false);
    }
  });
});
