import type { ListedAct } from '@shared/contract/case.ts';
import type { Fact } from '@shared/contract/confirmation.ts';
import type { ClockAnswer, StatedTime } from '@shared/domain/audit/stated-time.ts';
import { partiesOf, requiredParties } from '@shared/domain/guidance/record.ts';
import { ok } from '@shared/kernel/result.ts';
import { actsToSign } from '../../case/acts-to-sign.ts';
import { evaluationToSign } from '../../competence/evaluate.ts';
import { answerToSign, copyToSign, requestToSign } from '../../exchange/receive/copies.ts';
import { recordToSign } from '../../guidance/change-record.ts';
import { composeRecord } from '../../guidance/make-record.ts';
import { mayContinueOriginal, type SoundRecord } from '../../guidance/record-state.ts';
import type { CallContext } from '../../rpc/context.ts';
import { unlockedOf } from '../../vault/unlocked.ts';
import { evaluationFacts } from './evaluation-facts.ts';
import { defineReadings, fact, noReading, type ReadingResult } from './reading.ts';

const readActs = (context: CallContext, acts: readonly ListedAct[], clock: ClockAnswer | null): ReadingResult => {
  const read = actsToSign(unlockedOf(context), acts, clock);
  return read.ok ? ok({ ...noReading, ...read.value }) : read;
};

const correctedTo = ({ at, corrected }: StatedTime): string | null => (corrected ? at : null);

/** Of an original that the signature goes on: whose words its page is, since nothing compares them with the record. */
const originalFacts = (sound: SoundRecord, party: number): readonly Fact[] => {
  if (sound.row.original === null || !mayContinueOriginal(sound, party)) return [];
  const [first = party] = requiredParties(sound.record);
  return fact('originalPage', partiesOf(sound.record)[first]?.name ?? '', { key: 'confirm.originalPage' });
};

/** What is signed in the holder's name. */
export const signingReadings = defineReadings({
  'case.recordAct': ({ draftId: _, clock, ...input }, context) =>
    readActs(context, [{ ...input, aboutIndex: null }], clock),
  'case.recordActs': ({ acts, clock }, context) => readActs(context, acts, clock),
  'exchange.acknowledgeCopy': (input, context) => {
    const read = copyToSign(unlockedOf(context), input);
    return read.ok ? ok({ ...noReading, acts: [read.value] }) : read;
  },
  'exchange.answerCopy': (input, context) => {
    const read = answerToSign(unlockedOf(context), input);
    return read.ok ? ok({ ...noReading, acts: [read.value] }) : read;
  },
  'exchange.askCorrection': (input, context) => {
    const read = requestToSign(unlockedOf(context), input);
    return read.ok ? ok({ ...noReading, acts: [read.value] }) : read;
  },
  'guidance.makeRecord': (input, context) => {
    const composed = composeRecord(unlockedOf(context), input);
    if (!composed.ok) return composed;
    const { record, time } = composed.value;
    return ok(input.sign ? { ...noReading, record, clockCorrectedTo: correctedTo(time) } : null);
  },
  'competence.signEvaluation': (input, context) => {
    const read = evaluationToSign(unlockedOf(context), input);
    if (!read.ok) return read;
    const { record, time } = read.value;
    return ok({ ...noReading, facts: evaluationFacts(record), clockCorrectedTo: correctedTo(time) });
  },
  'guidance.signRecord': (input, context) => {
    const read = recordToSign(unlockedOf(context), input);
    if (!read.ok) return read;
    const { record, time } = read.value;
    const facts = originalFacts(read.value, read.value.party);
    return ok({ ...noReading, record, facts, clockCorrectedTo: correctedTo(time) });
  },
});
