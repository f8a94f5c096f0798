import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../electron/backend/crypto/canonical-json.ts';
import {
  publicKeyOf,
  signEd25519,
  signingKeyOf,
  verifyEd25519,
  withDomain,
} from '../../../electron/backend/crypto/ed25519.ts';
import { sha256 } from '../../../electron/backend/crypto/hash.ts';
import { fromHex, toHex } from '../../../shared/kernel/bytes.ts';

const seed = fromHex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60');

describe('Ed25519', () => {
  it('has the public key of RFC 8032, test 1', () => {
    expect(toHex(publicKeyOf(signingKeyOf(seed)))).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    );
    expect(() => signingKeyOf(seed.slice(1))).toThrow(RangeError);
  });

  it('verifies what was signed, under its own domain and key alone', () => {
    const key = signingKeyOf(seed);
    const bytes = new TextEncoder().encode('kepala langkah');
    const signature = signEd25519(key, 'bilik/act/v1', bytes);
    const by = publicKeyOf(key);
    expect(signature.length).toBe(64);
    expect(verifyEd25519(by, 'bilik/act/v1', bytes, signature)).toBe(true);
    expect(verifyEd25519(by, 'bilik/act/v2', bytes, signature)).toBe(false);
    expect(verifyEd25519(by, 'bilik/act/v1', bytes.slice(1), signature)).toBe(false);
    expect(verifyEd25519(new Uint8Array(32).fill(1), 'bilik/act/v1', bytes, signature)).toBe(false);
    expect(verifyEd25519(by.slice(1), 'bilik/act/v1', bytes, signature)).toBe(false);
    expect(verifyEd25519(by, 'bilik/act/v1', bytes, signature.slice(1))).toBe(false);
    for (let i = 0; i < 64; i++) {
      const flipped = signature.map((byte, at) => (at === i ? byte ^ 1 : byte));
      expect(verifyEd25519(by, 'bilik/act/v1', bytes, flipped)).toBe(false);
    }
  });

  it('puts the domain and a zero byte before what is signed', () => {
    expect(toHex(withDomain('a', Uint8Array.of(1)))).toBe('610001');
  });
});

describe('hashes and canonical JSON', () => {
  it('follow FIPS 180-4 and RFC 8785', () => {
    expect(toHex(sha256(new TextEncoder().encode('a'), new TextEncoder().encode('bc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(new TextDecoder().decode(canonicalJson({ b: [1e21, 'é'], a: null }))).toBe('{"a":null,"b":[1e+21,"é"]}');
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
  });
});
