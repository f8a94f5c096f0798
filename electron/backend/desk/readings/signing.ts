import type { ListedAct } from '@shared/contract/case.ts';
import { ok } from '@shared/kernel/result.ts';
import { actsToSign } from '../../case/acts-to-sign.ts';
import { copyToSign } from '../../exchange/receive/copies.ts';
import { recordToSign } from '../../guidance/change-record.ts';
import { composeRecord } from '../../guidance/make-record.ts';
import type { CallContext } from '../../rpc/context.ts';
import { unlockedOf } from '../../vault/unlocked.ts';
import { defineReadings, noReading, type ReadingResult } from './reading.ts';

const readActs = (context: CallContext, acts: readonly ListedAct[]): ReadingResult => {
  const read = actsToSign(unlockedOf(context), acts);
  return read.ok ? ok({ ...noReading, ...read.value }) : read;
};

/** What is signed in the holder's name. */
export const signingReadings = defineReadings({
  'case.recordAct': ({ draftId: _, ...input }, context) => readActs(context, [{ ...input, aboutIndex: null }]),
  'case.recordActs': ({ acts }, context) => readActs(context, acts),
  'exchange.acknowledgeCopy': (input, context) => {
    const read = copyToSign(unlockedOf(context), input);
    return read.ok ? ok({ ...noReading, acts: [read.value] }) : read;
  },
  'guidance.makeRecord': (input, context) => {
    const composed = composeRecord(unlockedOf(context), input);
    if (!composed.ok) return composed;
    return ok(input.sign ? { ...noReading, record: composed.value.record } : null);
  },
  'guidance.signRecord': ({ hash }, context) => {
    const read = recordToSign(unlockedOf(context), hash);
    return read.ok ? ok({ ...noReading, record: read.value.record }) : read;
  },
});
