import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { identityToRecipient } from 'age-encryption';

// The recovery code is an age identity (bech32, BIP 173): 58 characters after a fixed beginning, of which the last six
// are a checksum that finds every change of up to four characters. The sheet shows the 58 in numbered groups; with the
// beginning put before them (no spaces) `age` itself takes the code.

const beginning = 'AGE-SECRET-KEY-1';
const codeLength = 58;
const groupLength = 6;

/** The groups that the recovery sheet shows, in order: nine of six characters and one of four. */
export const toRecoveryGroups = (identity: string): string[] =>
  identity.slice(beginning.length).match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? [];

/** A typed group or code without what may be typed freely: case, spaces, dashes, points. */
export const normaliseCode = (text: string): string => text.replace(/[\s.\-\u2010-\u2015]/g, '').toUpperCase();

/**
 * The age identity behind a typed recovery code, with or without its beginning. Fails with
 * `recoveryCodeInvalid` when its checksum does not fit.
 */
export const parseRecoveryCode = async (text: string): Promise<Result<string, AppError<'recoveryCodeInvalid'>>> => {
  const typed = normaliseCode(text);
  const bare = normaliseCode(beginning);
  const code = typed.length === bare.length + codeLength && typed.startsWith(bare) ? typed.slice(bare.length) : typed;
  if (code.length !== codeLength) return fail('recoveryCodeInvalid');
  try {
    await identityToRecipient(beginning + code);
    return ok(beginning + code);
  } catch {
    return fail('recoveryCodeInvalid');
  }
};
