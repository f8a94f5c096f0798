import { randomBytes } from 'node:crypto';
import fs, { existsSync, readdirSync, readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { cancelInspection } from '../../../electron/backend/exchange/receive/inspections.ts';
import { ownCardFile } from '../../../electron/backend/identity/own-card.ts';
import { enter } from '../../fixtures/enter.ts';
import { foundInstitution, type Member, send } from '../../fixtures/institution.ts';
import { fileOf, samplePackage } from '../../fixtures/packages.ts';
import * as people from '../../fixtures/people/cast.ts';
import { reportedCase } from '../../fixtures/reported-case.ts';
import { saved } from '../identity/support.ts';

// Files that are dropped on the window: what of them lies on the disk, and for how long.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

const pieceBytes = 100_000;

/** Hands a file over in pieces, as the page does; gives its token. */
const drop = async ({ calls }: Pick<Member, 'calls'>, name: string, bytes: Uint8Array): Promise<string> => {
  const { incomingId } = await calls.get('exchange.begin', { name, size: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += pieceBytes) {
    const piece = new Uint8Array(bytes.subarray(offset, offset + pieceBytes));
    await calls.get('exchange.append', { incomingId, offset, bytes: piece });
  }
  return (await calls.get('exchange.finish', { incomingId })).token;
};

/** Names and contents of all that lies in the folder of dropped files. */
const lying = ({ vault }: Pick<Member, 'vault'>): [string, Buffer][] => {
  const folder = join(vault.dir, 'incoming');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes('/'))
    .map((name) => [basename(name), readFileSync(join(folder, name))]);
};

/** A package on its way from the assessor to the officer. */
const onItsWay = async (bytes = 500, parts: number | null = null) => {
  const { members } = await foundInstitution(cast);
  const { assessor, officer } = members;
  const caseId = await reportedCase(assessor.calls, [bytes]);
  if (parts === null) return { assessor, officer, paths: await send(assessor, officer, caseId) };
  assessor.calls.host.folder = assessor.outbox;
  const request = { caseId, entryId: officer.entryId, again: false, partBytes: parts };
  const { files } = await assessor.calls.get('exchange.seal', request);
  return { assessor, officer, paths: files.map((name) => join(assessor.outbox, name)) };
};

/** What a program, a person or a messenger makes of the name of a part. */
const renamings: readonly ((name: string, at: number) => string)[] = [
  (name) => name.replace('.paket', ' - Copy.paket'),
  (name) => name.replace('.paket', ' - Salin.paket'),
  (name) => `Copy of ${name}`,
  (name) => name.replace('.paket', '.bin'),
  (name) => name.replace('.paket', '.zip'),
  (_name, at) => `DOC-20261129-WA00${at}.`,
  (_name, at) => `lampiran ${9 - at}.bin`,
  (name) => name.replace(/bilik-[0-9a-f]{8}/, 'bilik-01234567'),
];

describe('files that were dropped together', () => {
  /** Parts of so many packages for the officer, of which the first is a real one. */
  const parts = async (officer: Member, paths: readonly string[], packages: number) => {
    const [identity = ''] = officer.vault.keys.receivingIdentities;
    const recipient = await identityToRecipient(identity);
    const real = paths.map((path) => readFileSync(path));
    const others = await Promise.all(
      Array.from({ length: packages - 1 }, async (_, which) => {
        const file = await fileOf(samplePackage({ acts: 1, blobs: [randomBytes(260_000 + 1000 * which)] }, recipient));
        return [file.subarray(0, 100_000), file.subarray(100_000, 200_000), file.subarray(200_000)];
      }),
    );
    return [real, ...others];
  };

  it.each([2, 3])('are grouped by what is in them: %i packages, under any names', async (packages) => {
    const { officer, paths } = await onItsWay(1_300_000, 1_000_000);
    const all = await parts(officer, paths, packages);
    for (const renamed of renamings) {
      const given: { which: number; token: string }[] = [];
      for (let at = 2; at >= 0; at -= 1)
        for (const [which, files] of all.entries()) {
          const bytes = files[at];
          const name = `bilik-${which}badcafe-${at + 1}-dari-${files.length}.paket`;
          if (bytes !== undefined)
            given.push({ which, token: await drop(officer, renamed(name, 3 * which + at), bytes) });
        }
      const { groups } = await officer.calls.get('exchange.group', { fileTokens: given.map(({ token }) => token) });
      expect(groups).toHaveLength(packages);
      for (const [which] of all.entries())
        expect(groups).toContainEqual(given.filter((file) => file.which === which).map(({ token }) => token));
      const [real] = groups.filter((group) => group.length === 2);
      const { held, inspectionId } = await officer.calls.get('exchange.inspect', { fileTokens: real ?? [] });
      expect(held).toBeNull();
      await officer.calls.get('exchange.cancel', { inspectionId });
    }
  });

  it('are told apart where a part came twice, one is missing and a foreign file lies among them', async () => {
    const { officer, paths } = await onItsWay(1_300_000, 1_000_000);
    const [real = [], other = []] = await parts(officer, paths, 2);
    const at = (files: readonly Buffer[], place: number): Buffer => files[place] ?? Buffer.alloc(0);
    const second = await drop(officer, 'a.bin', at(real, 1));
    const begun = await drop(officer, 'b.bin', at(other, 0));
    const scan = await drop(officer, 'c.bin', Buffer.from('%PDF-1.7 surat lain'));
    const twice = await drop(officer, 'd.bin', at(real, 1));
    const further = await drop(officer, 'e.bin', at(other, 1));
    const first = await drop(officer, 'f.bin', at(real, 0));
    const fileTokens = [second, begun, scan, twice, further, first, 'unknown'];
    const { groups } = await officer.calls.get('exchange.group', { fileTokens });
    expect(groups).toEqual([
      [second, twice, first],
      [begun, further],
    ]);
    const look = async (tokens: readonly string[] = []) =>
      (await officer.calls.get('exchange.inspect', { fileTokens: [...tokens] })).held;
    expect(await look(groups[1])).toBe('partsIncomplete');
    expect(await look(groups[0])).toBeNull();
    expect(await look([scan])).toBe('packageUnreadable');
  });

  it('for somebody else are grouped by their names, since nothing else tells', async () => {
    const { assessor, paths } = await onItsWay(1_300_000, 1_000_000);
    const tokens: string[] = [];
    for (const path of paths) tokens.push(await drop(assessor, basename(path), readFileSync(path)));
    const stranger = await drop(assessor, 'bilik-76543210.paket', readFileSync(paths[0] ?? ''));
    const { groups } = await assessor.calls.get('exchange.group', { fileTokens: [stranger, ...tokens] });
    expect(groups).toEqual([[stranger], tokens]);
  });
});

describe('a dropped package', () => {
  it('lies encrypted as it came, under a name that tells nothing, until it has been taken in', async () => {
    const { officer, paths } = await onItsWay();
    const bytes = readFileSync(paths[0] ?? '');
    const token = await drop(officer, 'Konseling Budi Santoso.paket', bytes);
    expect(lying(officer)).toEqual([['berkas.paket', bytes]]);
    const { inspectionId, held } = await officer.calls.get('exchange.inspect', { fileTokens: [token] });
    expect(held).toBeNull();
    await officer.calls.get('exchange.import', { inspectionId });
    expect(lying(officer)).toEqual([]);
  });

  it('in parts is known by the names of these, whatever stands behind them', async () => {
    const { officer, paths } = await onItsWay(1_300_000, 1_000_000);
    const tokens: string[] = [];
    for (const path of paths) {
      const name = basename(path).replace('.paket', ' (1).paket');
      tokens.push(await drop(officer, name, readFileSync(path)));
    }
    expect(
      lying(officer)
        .map(([name]) => name)
        .sort(),
    ).toEqual(paths.map((path) => basename(path)));
    expect(await officer.calls.get('exchange.inspect', { fileTokens: tokens.reverse() })).toMatchObject({ held: null });
  });

  it('in parts is known by what is in them under any name, and nothing else is kept', async () => {
    const { officer, paths } = await onItsWay(1_300_000, 1_000_000);
    const tokens: string[] = [];
    for (const [at, path] of paths.entries()) tokens.push(await drop(officer, `${9 - at}.bin`, readFileSync(path)));
    expect(new Set(lying(officer).map(([name]) => name))).toEqual(new Set(['berkas.paket']));
    expect(await officer.calls.get('exchange.inspect', { fileTokens: tokens.reverse() })).toMatchObject({ held: null });
    const before = lying(officer).length;
    const text = Buffer.from('Berita acara konseling. '.repeat(400));
    const others = [text, deflateRawSync(text), Buffer.alloc(9000, 7), Buffer.from('PK\u0003\u0004'.repeat(900))];
    for (const bytes of others) await drop(officer, 'catatan.bin', bytes);
    expect(lying(officer)).toHaveLength(before);
  });

  it('is gone when parts are missing, it cannot be read, or it is held', async () => {
    const { officer, assessor, paths } = await onItsWay(1_300_000, 1_000_000);
    const [first = ''] = paths;
    const part = readFileSync(first);
    const look = async (at: Member, ...fileTokens: string[]) => {
      expect(lying(at)).not.toEqual([]);
      const { held } = await at.calls.get('exchange.inspect', { fileTokens });
      expect(lying(at)).toEqual([]);
      return held;
    };
    expect(await look(officer, await drop(officer, basename(first), part))).toBe('partsIncomplete');
    expect(await look(officer, await drop(officer, 'satu.paket', part))).toBe('packageDamaged');
    expect(await look(officer, await drop(officer, 'satu.paket', part.subarray(0, 60)))).toBe('packageUnreadable');
    expect(await look(assessor, await drop(assessor, 'satu.paket', part))).toBe('packageNotForMe');
    const stray = await drop(officer, 'catatan.txt', Buffer.from('bukan bagian'));
    expect(await look(officer, await drop(officer, basename(first), part), stray)).toBe('partsIncomplete');
  });

  it('of which the page takes no more notice goes once others have come', async () => {
    const { officer } = await onItsWay();
    const { calls } = officer;
    for (let index = 0; index < 12; index += 1) {
      const { incomingId } = await calls.get('exchange.begin', { name: 'a.paket', size: 1000 });
      await calls.get('exchange.append', {
        incomingId,
        offset: 0,
        bytes: new Uint8Array(Buffer.from('age-encryption.org/v1\n')),
      });
    }
    expect(lying(officer).length).toBe(8);
  });
});

describe('what is dropped and is no package', () => {
  it('never reaches the disk, and is said to be none', async () => {
    const { officer } = await onItsWay();
    const scan = Buffer.concat([Buffer.from('%PDF-1.7 catatan konseling'), Buffer.alloc(2 * pieceBytes, 'x')]);
    const { calls } = officer;
    const { incomingId } = await calls.get('exchange.begin', { name: 'Konseling Budi.pdf', size: scan.length });
    for (let offset = 0; offset < scan.length; offset += pieceBytes) {
      const bytes = new Uint8Array(scan.subarray(offset, offset + pieceBytes));
      await calls.get('exchange.append', { incomingId, offset, bytes });
      expect(lying(officer)).toEqual([]);
    }
    const { token } = await calls.get('exchange.finish', { incomingId });
    expect((await calls.get('exchange.inspect', { fileTokens: [token] })).held).toBe('packageUnreadable');
    expect(await calls.code('identity.inspectFile', { fileToken: token })).toBe('signedFileInvalid');
    const identity = await drop(officer, 'identitas.txt', Buffer.from('AGE-SECRET-KEY-1QQQ'));
    expect((await calls.get('exchange.inspect', { fileTokens: [identity, token] })).held).toBe('partsIncomplete');
    expect(lying(officer)).toEqual([]);
  });

  it('stays in memory when it is a card or an invitation, to be looked at and used', async () => {
    const { members } = await foundInstitution(cast);
    const { officer, assessor } = members;
    const actor = { vault: assessor.vault, work: assessor.exchange.work };
    const card = await drop(officer, 'bilik-12345678.kartu', await ownCardFile(actor));
    expect(await officer.calls.get('identity.inspectFile', { fileToken: card })).toMatchObject({
      kind: 'card',
      card: { person: { name: people.assessor.name } },
    });
    const invited = { person: people.counsellor, roles: ['counsellor' as const] };
    const file = await saved(officer.calls, () => officer.calls.get('invitation.make', invited));
    // Under the name of a package, too.
    const invitation = await drop(officer, 'bilik-12345678.paket', file);
    expect((await officer.calls.get('exchange.inspect', { fileTokens: [invitation] })).held).toBe('packageUnreadable');
    expect(await officer.calls.get('identity.inspectFile', { fileToken: invitation })).toMatchObject({
      kind: 'invitation',
      name: people.counsellor.name,
    });
    expect(existsSync(join(officer.vault.dir, 'incoming'))).toBe(false);
  });
});

/** Runs while the system lets no folder be removed, as when another program has a file of it open. */
const whileBusy = async (run: () => Promise<void>): Promise<void> => {
  const { rmSync } = fs;
  fs.rmSync = () => {
    throw Object.assign(new Error('busy'), { code: 'EBUSY' });
  };
  syncBuiltinESMExports();
  try {
    await run();
  } finally {
    fs.rmSync = rmSync;
    syncBuiltinESMExports();
  }
};

describe('a folder of dropped files that cannot be removed', () => {
  it('keeps nobody out of the vault, and makes no failure of what was done', async () => {
    const { officer, paths } = await onItsWay();
    const token = await drop(officer, 'a.paket', readFileSync(paths[0] ?? ''));
    const { inspectionId } = await officer.calls.get('exchange.inspect', { fileTokens: [token] });
    await whileBusy(async () => {
      expect(await officer.calls.code('exchange.import', { inspectionId })).toBe('ok');
      await enter(officer.vault);
    });
    expect(lying(officer)).toHaveLength(1);
    await enter(officer.vault);
    expect(lying(officer)).toEqual([]);
  });
});

describe('a cancel', () => {
  it('that comes late, of an earlier package, leaves the one that is looked at now', async () => {
    const { officer, paths } = await onItsWay();
    const bytes = readFileSync(paths[0] ?? '');
    const { calls } = officer;
    const look = async () => calls.get('exchange.inspect', { fileTokens: [await drop(officer, 'a.paket', bytes)] });
    const earlier = await look();
    const now = await look();
    await calls.get('exchange.cancel', { inspectionId: earlier.inspectionId });
    expect(lying(officer)).toHaveLength(1);
    await calls.get('exchange.cancel', { inspectionId: now.inspectionId });
    expect(lying(officer)).toEqual([]);
    expect(await calls.code('exchange.import', { inspectionId: now.inspectionId })).toBe('unknownInspection');
  });

  it('without a name breaks off what is being read, and that only', async () => {
    const { officer, paths } = await onItsWay();
    const { calls } = officer;
    const bytes = readFileSync(paths[0] ?? '');
    const fileTokens = [await drop(officer, 'a.paket', bytes)];
    const reading = calls.code('exchange.inspect', { fileTokens });
    cancelInspection(officer.exchange, 'f'.repeat(32));
    cancelInspection(officer.exchange, '');
    expect(await reading).toBe('fileUnreadable');
    expect(lying(officer)).toEqual([]);
    const { inspectionId } = await calls.get('exchange.inspect', {
      fileTokens: [await drop(officer, 'a.paket', bytes)],
    });
    cancelInspection(officer.exchange, '');
    expect(await calls.code('exchange.import', { inspectionId })).toBe('ok');
  });
});
