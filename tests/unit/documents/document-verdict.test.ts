import { holderOf, type KnownSigner, signerStateOf } from '@shared/domain/documents/signers.ts';
import {
  contentStates,
  paperMakers,
  signerStates,
  verdictNames,
  verdictOf,
  verdicts,
} from '@shared/domain/documents/verdict.ts';
import en from '@shared/i18n/en/documents.json' with { type: 'json' };
import id from '@shared/i18n/id/documents.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';

const all = contentStates.flatMap((content) =>
  paperMakers.flatMap((maker) => [...signerStates, null].map((signer) => ({ content, signer, maker }))),
);

describe('the table of verdicts', () => {
  it('is good only where the content is whole and the signer bound', () => {
    for (const parts of all) {
      const good = ['whole', 'extended'].includes(parts.content) && parts.signer === 'bound';
      expect([parts, verdicts[verdictOf(parts)].severity === 'good']).toEqual([parts, good]);
    }
  });

  it('never calls a PDF from outside forged', () => {
    for (const parts of all.filter(({ maker }) => maker === 'outside'))
      expect(verdicts[verdictOf(parts)].severity).not.toBe('bad');
  });

  it('distrusts a paper of Bilik that was added to, damaged, or signed by somebody else', () => {
    for (const parts of all.filter(({ maker }) => maker === 'bilik')) {
      const { content, signer } = parts;
      const bad = ['changed', 'damaged'].includes(content) || (signer === 'other' && content !== 'unsigned');
      expect([parts, verdicts[verdictOf(parts)].severity === 'bad']).toEqual([parts, bad]);
    }
  });

  it('uses every name, and each has its words', () => {
    const used = new Set([...all.map(verdictOf), verdictOf({ content: null, signer: null, maker: 'outside' })]);
    expect(used).toEqual(new Set(verdictNames));
    for (const { documents } of [id, en]) {
      expect(new Set(Object.keys(documents.verdict))).toEqual(used);
      expect(new Set(Object.keys(documents.verdictHint))).toEqual(used);
      expect(Object.keys(documents.content)).toEqual([...contentStates]);
      expect(Object.keys(documents.signer)).toEqual([...signerStates]);
    }
  });
});

const ani: KnownSigner = { name: 'Ani', signingKey: 'a', documentKey: 'A', lost: false };
const budi: KnownSigner = { name: 'Budi', signingKey: 'b', documentKey: 'B', lost: false };
const lost: KnownSigner = { ...ani, lost: true };

describe('the signer of a paper', () => {
  it.each([
    ['the author, known', ['A'], ['a'], [ani, budi], 'bound'],
    ['a stranger, the author known', ['X'], ['a'], [ani, budi], 'other'],
    ['somebody else who is known', ['B'], ['a'], [ani, budi], 'other'],
    ['somebody else who is known, the author not', ['B'], ['a'], [budi], 'other'],
    ['nobody known', ['A'], ['a'], [], 'unknown'],
    ['the author first, then a stranger', ['A', 'X'], ['a'], [ani, budi], 'unknown'],
    ['the author first, then a colleague', ['A', 'B'], ['a'], [ani, budi], 'bound'],
    ['a colleague first, then the author', ['B', 'A'], ['a'], [ani, budi], 'other'],
    ['one of two parties', ['B'], ['a', 'b'], [ani, budi], 'bound'],
    ['one of two parties, the other unknown', ['X'], ['a', 'b'], [ani], 'unknown'],
    ['the author by a key that was lost', ['A'], ['a'], [lost], 'unknown'],
    ['an unreadable certificate', [null], ['a'], [ani], 'other'],
    ['a known person, on a paper from outside', ['B'], [], [ani, budi], 'bound'],
    ['a stranger, on a paper from outside', ['X'], [], [ani, budi], 'unknown'],
  ] as const)('%s', (_, signatures, parties, known, state) => {
    expect(signerStateOf(signatures, parties, known)).toBe(state);
  });

  it('is the party where two claim one key', () => {
    const thief: KnownSigner = { ...budi, documentKey: 'A' };
    expect(holderOf('A', ['a'], [thief, ani])?.name).toBe('Ani');
    expect(holderOf('A', [], [thief, ani])?.name).toBe('Budi');
  });
});
