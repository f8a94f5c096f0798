import { latestContent } from '@shared/domain/case/contents.ts';
import { emptyPerson } from '@shared/domain/identity/person.ts';
import type { RegisterRow } from '@shared/domain/lists/list-rows.ts';
import { type CaseFile, matterOf } from './case-file.ts';

/** A file as the register lists it, as far as this vault has it. `file` is as it may be read. */
export const registerEntry = (file: CaseFile, begunOn: string): RegisterRow => {
  const { state, bodies } = file;
  const { name, nip, rank, position, unit } = matterOf(file).employee ?? emptyPerson;
  const registered = latestContent(state, bodies, 'reportRegistered');
  const report = latestContent(state, bodies, 'reportSubmitted');
  const decision = latestContent(state, bodies, 'counsellingDecided');
  return {
    number: registered?.number ?? '',
    person: { name, nip, rank, position, unit },
    registeredOn: registered?.date ?? '',
    report: { number: report?.number ?? '', date: report?.date ?? '' },
    decision: decision === null ? null : { decided: decision.decision, number: decision.number, date: decision.date },
    phase: state.phase,
    begunOn,
  };
};
