import { describe, expect, it } from 'vitest';
import { checkPassphraseStrength } from '../../../electron/backend/vault/passphrase-strength.ts';
import { passphraseProblem } from '../../../shared/domain/identity/passphrase.ts';

describe('passphraseProblem', () => {
  it('counts characters as people do', () => {
    expect(passphraseProblem('elevenchars', null)).toBe('tooShort');
    expect(passphraseProblem('twelve chars', null)).toBeUndefined();
    expect(passphraseProblem('éééééééééééé'.normalize('NFD').slice(0, 22), null)).toBe('tooShort');
    expect(passphraseProblem('twelve chars', 2)).toBe('tooGuessable');
    expect(passphraseProblem('twelve chars', 3)).toBeUndefined();
  });
});

describe('checkPassphraseStrength', () => {
  const reasonOf = async (passphrase: string, context: string[] = []) => {
    const checked = await checkPassphraseStrength(passphrase, context);
    return checked.ok ? 'ok' : checked.error.details?.reason;
  };

  it.each([
    ['rahasia', 'tooShort'],
    ['123456789012', 'tooGuessable'],
    ['passwordpassword', 'tooGuessable'],
    ['indonesiaindonesia', 'tooGuessable'],
    ['kopi tubruk lereng Merbabu 17', 'ok'],
  ])('%s: %s', async (passphrase, expected) => {
    expect(await reasonOf(passphrase)).toBe(expected);
  });

  it('gives no credit for the person’s own name', async () => {
    expect(await reasonOf('Sekar Ayu Contoh', ['Sekar Ayu Contoh'])).toBe('tooGuessable');
  });
});
