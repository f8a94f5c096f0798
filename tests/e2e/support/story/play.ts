import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { employee, playAssessor } from './assessor.ts';
import { playCounsellor } from './counsellor.ts';
import { playPersonnelAfter, playPersonnelBefore } from './personnel.ts';
import type { Participant, Stage } from './stage.ts';
import { tour } from './tour.ts';

/** The three people of the story, each with the vault still open. */
export interface Cast {
  readonly assessor: Participant;
  readonly personnel: Participant;
  readonly counsellor: Participant;
}

/**
 * One case from the first observation to the follow-up: the assessor's report, the counsellor's letter and the result
 * record go from vault to vault as signed PDFs, as people without packages do. Ends with a look at every other screen.
 */
export const play = async (stage: Stage): Promise<Cast> => {
  await mkdir(join(stage.folder, 'documents'), { recursive: true });
  const assessor = await playAssessor(stage);
  const personnel = await playPersonnelBefore(stage, assessor.report);
  const counsellor = await playCounsellor(stage, personnel.letter);
  await playPersonnelAfter(personnel, stage, counsellor.result);
  await tour(personnel, employee.name, stage);
  return { assessor, personnel, counsellor };
};
