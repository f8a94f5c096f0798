import { expect, it } from 'vitest';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { createFileTokens } from '../../../electron/backend/rpc/file-tokens.ts';

it('gives a path back for its own token and kind alone', () => {
  const tokens = createFileTokens(systemRandom);
  const file = tokens.issue('file', '/contoh/a.pdf');
  const folder = tokens.issue('folder', '/contoh');
  expect(tokens.resolve('file', file)).toBe('/contoh/a.pdf');
  expect(tokens.resolve('folder', folder)).toBe('/contoh');
  expect(tokens.resolve('folder', file)).toBeUndefined();
  expect(tokens.resolve('file', '/contoh/a.pdf')).toBeUndefined();
  expect(file).not.toContain('contoh');
});

it('forgets the oldest of very many', () => {
  const tokens = createFileTokens(systemRandom);
  const first = tokens.issue('file', '/contoh/0');
  for (let i = 0; i < 1000; i++) tokens.issue('file', `/contoh/${i}`);
  expect(tokens.resolve('file', first)).toBeUndefined();
});

it('gives bytes back for their own token alone, and keeps few', () => {
  const tokens = createFileTokens(systemRandom);
  const first = tokens.issueBytes(Uint8Array.of(0));
  expect([tokens.bytes(first), tokens.resolve('file', first)]).toEqual([Uint8Array.of(0), undefined]);
  expect(tokens.bytes(tokens.issue('file', '/contoh/a.pdf'))).toBeUndefined();
  for (let i = 1; i <= 8; i++) tokens.issueBytes(Uint8Array.of(i));
  expect(tokens.bytes(first)).toBeUndefined();
});
