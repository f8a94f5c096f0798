import type { Confirmation } from '@shared/contract/confirmation.ts';
import type { WireError } from '@shared/contract/method.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { ownKeyRevoked } from '../../identity/identity-status.ts';
import type { CallContext } from '../../rpc/context.ts';
import type { ToConfirm } from '../../rpc/server.ts';
import { confirmationWord } from '../../settings/confirmation-word.ts';
import { getSettings } from '../../settings/settings.ts';
import { noteEvent } from '../../trail/note-event.ts';
import { checkPassphraseStrength, holderWords } from '../../vault/passphrase-strength.ts';
import { verifyPassphrase } from '../../vault/verify-passphrase.ts';
import { erasingReadings } from './erasing.ts';
import { leavingReadings } from './leaving.ts';
import { fact, type ReadingResult } from './reading.ts';
import { signingReadings } from './signing.ts';
import { trustingReadings } from './trusting.ts';

/** How each call that asks for a confirmation is read. */
export const readings = { ...signingReadings, ...leavingReadings, ...erasingReadings, ...trustingReadings };

type AnyRead = (input: unknown, context: CallContext) => ReadingResult | Promise<ReadingResult>;

/**
 * What the window of confirmation shows of a call; null: there is nothing to confirm with this input. Throws for a call
 * that nobody reads: it never runs.
 */
export const confirmationOf = async (
  { method, kind, input }: ToConfirm,
  context: CallContext,
): Promise<Result<Confirmation | null, WireError>> => {
  const read = Object.hasOwn(readings, method) ? (readings[method as keyof typeof readings] as AnyRead) : undefined;
  if (read === undefined) throw new TypeError('a call that nobody reads');
  const reading = await read(input, context);
  if (!reading.ok || reading.value === null) return reading as Result<null, WireError>;
  const { vault, preferences } = context;
  const { facts } = reading.value;
  const isSigned = Object.hasOwn(signingReadings, method);
  return ok({
    ...reading.value,
    facts:
      isSigned && ownKeyRevoked({ vault }) !== null ? [...fact('ownKey', { key: 'confirm.ownKey' }), ...facts] : facts,
    method,
    kind,
    language: preferences.get().language,
    word: confirmationWord(vault.notes),
    followUps: getSettings(vault.records).customFollowUps.map(({ code, label }) => ({ code, label })),
  });
};

/** Checks the passphrase again: an attempt takes 256 MiB and a thread of the pool, so one at a time. */
export const verifyAgain = async (
  { vault, desk, clock }: CallContext,
  passphrase: string,
): Promise<Result<null, AppError<'wrongPassphrase' | 'busy' | 'storageFailed'>>> => {
  const verified = await desk.exclusively(() => verifyPassphrase(vault, passphrase));
  if (verified === null) return fail('busy');
  if (verified.ok) return ok(null);
  if (verified.error.code !== 'wrongPassphrase') return fail('storageFailed');
  noteEvent({ records: vault.records, clock }, { kind: 'passphraseRefused', subject: '' });
  return fail('wrongPassphrase');
};

/** Checks a passphrase that is chosen: the names of holder and institution make it no stronger. */
export const checkChosen = (
  { vault }: CallContext,
  chosen: string,
): Promise<Result<null, AppError<'weakPassphrase'>>> => checkPassphraseStrength(chosen, holderWords(vault));
