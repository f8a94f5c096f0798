import {
  graverSigner,
  holderOf,
  type KnownSigner,
  namedSignerState,
  signerStateOf,
} from '@shared/domain/documents/signers.ts';
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
    const none = verdictOf({ content: null, signer: null, maker: 'outside' });
    const copy = verdictOf({ content: 'whole', signer: 'bound', maker: 'bilik', unproven: true });
    const used = new Set([...all.map(verdictOf), none, copy]);
    expect(used).toEqual(new Set(verdictNames));
    for (const { documents } of [id, en]) {
      expect(new Set(Object.keys(documents.verdict))).toEqual(used);
      expect(new Set(Object.keys(documents.verdictHint))).toEqual(used);
      expect(Object.keys(documents.content)).toEqual([...contentStates]);
      expect(Object.keys(documents.signer)).toEqual([...signerStates]);
    }
  });
});

describe('a copy without proof', () => {
  it('is never genuine, and hides nothing worse', () => {
    const changed = all
      .filter((parts) => verdictOf({ ...parts, unproven: true }) !== verdictOf(parts))
      .map((parts) => [parts.maker, parts.content, parts.signer, verdictOf({ ...parts, unproven: true })]);
    expect(changed).toEqual(
      expect.arrayContaining([
        ['bilik', 'whole', 'bound', 'copyUnproven'],
        ['bilik', 'extended', 'unknown', 'copyUnproven'],
      ]),
    );
    expect(new Set(changed.map((row) => row[1]))).toEqual(new Set(['whole', 'extended']));
    for (const parts of all) expect(verdictOf({ ...parts, unproven: true })).not.toBe('genuine');
  });
});

const ani: KnownSigner = { name: 'Ani', signingKey: 'a', documentKey: 'A', lost: false };
const budi: KnownSigner = { name: 'Budi', signingKey: 'b', documentKey: 'B', lost: false };
const lost: KnownSigner = { ...ani, lost: true };

describe('the signer of a copied act or an evaluation', () => {
  const copied = (key: string, name: string, fromPaper = false) => ({ key, name, fromPaper });
  it.each([
    ['the author, known', copied('a', 'Ani'), 'bound'],
    ['somebody else in the name of the author', copied('b', 'Ani'), 'other'],
    ['nobody known', copied('x', 'Ani'), 'unknown'],
    ['who entered it from paper', copied('b', 'Ani', true), 'bound'],
  ] as const)('%s', (_, act, state) => {
    expect(namedSignerState(act, [ani, budi])).toBe(state);
    expect(namedSignerState(act, [lost, { ...budi, lost: true }])).toBe('unknown');
  });

  it('weighs as much as that of the paper', () => {
    expect(graverSigner('bound', 'other')).toBe('other');
    expect(graverSigner('unknown', 'bound')).toBe('unknown');
    expect(graverSigner('partly', 'bound')).toBe('partly');
    expect(graverSigner('partly', 'unknown')).toBe('unknown');
    expect(graverSigner('bound', 'bound')).toBe('bound');
  });
});

describe('the signer of a paper', () => {
  it.each([
    ['the author, known', ['A'], ['a'], [ani, budi], 'bound'],
    ['a stranger, the author known', ['X'], ['a'], [ani, budi], 'other'],
    ['somebody else who is known', ['B'], ['a'], [ani, budi], 'other'],
    ['somebody else who is known, the author not', ['B'], ['a'], [budi], 'other'],
    ['nobody known', ['A'], ['a'], [], 'unknown'],
    ['the author first, then a stranger', ['A', 'X'], ['a'], [ani, budi], 'partly'],
    ['the author first by a lost key, then a stranger', ['A', 'X'], ['a'], [lost], 'unknown'],
    ['a stranger first, then the author', ['X', 'A'], ['a'], [ani, budi], 'other'],
    ['two of whom nobody is known', ['X', 'Y'], ['a'], [], 'unknown'],
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
