import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../electron/backend/crypto/canonical-json.ts';
import { sha256 } from '../../../electron/backend/crypto/hash.ts';
import type { PackageSource } from '../../../electron/backend/formats/package/write-package.ts';
import type { Manifest } from '../../../shared/domain/package/manifest.ts';
import { readCode, sealTar, tarOfEntries } from '../../fixtures/package-damage.ts';
import { makeReceiver, samplePackage, signAnything } from '../../fixtures/packages.ts';

let receiver: Awaited<ReturnType<typeof makeReceiver>>;
beforeAll(async () => {
  receiver = await makeReceiver();
});

/** A package of a manifest alone, whatever that says. */
const onlyManifest = ({ manifestBytes, signature }: Pick<PackageSource, 'manifestBytes' | 'signature'>) =>
  sealTar(
    receiver.recipient,
    tarOfEntries([
      { name: 'manifest.json', bytes: manifestBytes },
      { name: 'manifest.sig', bytes: signature },
    ]),
  ).then((file) => readCode(file, receiver.identity));

const manifestOf = ({ manifestBytes }: PackageSource): Manifest =>
  JSON.parse(Buffer.from(manifestBytes).toString('utf8'));

describe('the manifest of a package', () => {
  const base = () => manifestOf(samplePackage({ acts: 0 }));
  const signed = (change: Record<string, unknown>) =>
    onlyManifest(signAnything((key) => ({ ...base(), sender: { ...base().sender, key }, ...change })));

  it('is taken when it is sound', async () => {
    expect(await signed({})).toBe('ok');
  });

  it('is refused when its signature is not by the key that it names, or of another kind', async () => {
    const [one, other] = [samplePackage({ acts: 0 }), samplePackage({ acts: 0 })];
    expect(await onlyManifest(one)).toBe('ok');
    expect(await onlyManifest({ ...one, signature: other.signature })).toBe('packageTampered');
    expect(await onlyManifest({ ...one, manifestBytes: other.manifestBytes })).toBe('packageTampered');
    expect(await onlyManifest({ ...one, signature: new Uint8Array(64) })).toBe('packageTampered');
    const foreign = manifestOf(one);
    expect(await onlyManifest(signAnything(() => foreign))).toBe('packageTampered');
  });

  it('is refused when its bytes are not the canonical ones', async () => {
    const { manifestBytes, signature } = samplePackage({ acts: 0 });
    const text = Buffer.from(manifestBytes).toString('utf8');
    const value = JSON.parse(text);
    const reversed = JSON.stringify(Object.fromEntries(Object.entries(value).reverse()));
    for (const other of [` ${text}`, `${text}\n`, reversed, JSON.stringify(value, null, 2), `\ufeff${text}`]) {
      expect(await onlyManifest({ manifestBytes: Buffer.from(other), signature })).toBe('packageUnreadable');
    }
    const twice = text.replace('{', '{"kind":"receipt",');
    expect(await onlyManifest({ manifestBytes: Buffer.from(twice), signature })).toBe('packageUnreadable');
  });

  it('of a newer format is named as such', async () => {
    for (const format of ['bilik/package/v3', 'bilik/package/v10'])
      expect(await signed({ format })).toBe('newerFormat');
    for (const format of ['bilik/package/v0', 'bilik/package/v1 ', 'bilik/card/v1', 'x', 2, null]) {
      expect(await signed({ format })).toBe('packageUnreadable');
    }
  });

  it('is refused with unknown, missing or wrong fields', async () => {
    for (const change of [
      { note: 'x' },
      { kind: 'surat' },
      { packageId: 'X' },
      { createdAt: '2026-11-24' },
      { caseId: 1 },
      { acts: [{}] },
      { seen: {} },
      { audit: null },
      { directorySerial: -1 },
      { documents: [{ actHash: 'a'.repeat(64), sha256: 'b'.repeat(64) }] },
    ]) {
      expect(await signed(change)).toBe('packageUnreadable');
    }
  });

  it('is refused when it announces more than a package may hold', async () => {
    const hash = (at: number) => sha256(Buffer.from(String(at))).toString('hex');
    const acts = (count: number, size: number) =>
      Array.from({ length: count }, (_, at) => ({ hash: hash(at), form: 'all', size, sha256: hash(-at) }));
    const blobs = (count: number, size: number) =>
      Array.from({ length: count }, (_, at) => ({ sha256: hash(at), size }));
    const mib = 1024 * 1024;
    expect(await signed({ acts: acts(501, 10) })).toBe('packageTooLarge');
    expect(await signed({ acts: acts(1, 8 * mib + 1) })).toBe('packageTooLarge');
    expect(await signed({ acts: acts(9, 8 * mib) })).toBe('packageTooLarge');
    expect(await signed({ blobs: blobs(1001, 10) })).toBe('packageTooLarge');
    expect(await signed({ blobs: blobs(1, 100 * mib + 1) })).toBe('packageTooLarge');
    expect(await signed({ blobs: blobs(3, 90 * mib) })).toBe('packageTooLarge');
    expect(await signed({ draft: { sha256: hash(1), size: 4 * mib + 1 } })).toBe('packageTooLarge');
    // Within the limits: then the announced files are missing.
    expect(await signed({ acts: acts(500, 10), blobs: blobs(1000, 10) })).toBe('packageTampered');
    expect(await signed({ acts: [...acts(1, 10), ...acts(1, 10)] })).toBe('packageUnreadable');
    expect(await signed({ blobs: [...blobs(1, 10), ...blobs(1, 10)] })).toBe('packageUnreadable');
  });

  it('fits its limit when it is as full as it may be', () => {
    const hash = 'a'.repeat(64);
    const many = <T>(count: number, one: T) => Array.from({ length: count }, () => one);
    const fullest = {
      ...base(),
      acts: many(500, { hash, form: 'header', size: 8_388_608, sha256: hash }),
      blobs: many(1000, { sha256: hash, size: 104_857_600 }),
      documents: many(200, { actHash: hash, sha256: hash }),
      draft: { sha256: hash, size: 4_194_304 },
      directory: { sha256: hash, size: 12_582_912, serial: 1_000_000_000 },
      replaces: many(1000, 1_000_000_000),
      seen: {
        epoch: 'a'.repeat(32),
        counter: 1_000_000_000,
        missing: many(1000, 1_000_000_000),
        received: many(500, { packageId: 'a'.repeat(32), counter: 1_000_000_000, at: '2026-11-24T03:00:00.000Z' }),
        audit: { size: 1_000_000_000, hash },
      },
    };
    expect(canonicalJson(fullest).length).toBeLessThan(512 * 1024);
  });
});
