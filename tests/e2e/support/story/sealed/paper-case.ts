import { otherEmployee } from '../../../../fixtures/people/cast.ts';
import { signAct, startAct } from '../../steps/case-steps.ts';
import { fillTexts } from '../../steps/form-steps.ts';
import { accept, enterSchedule, signResult, startFromLetter } from '../counsellor.ts';
import { assign, decide, enterAnswer, enterCounselling, registerReport, schedule } from '../personnel.ts';
import type { Stage } from '../stage.ts';
import { workOf } from './desk.ts';
import type { Desks } from './founding.ts';

const whose = otherEmployee.name;
const quiet = (stage: Stage, ...shown: readonly string[]): Stage => ({
  ...stage,
  look: async (page, name) => (shown.includes(name) ? stage.look(page, name) : undefined),
});

/**
 * A second case whose assessor has only paper: the head registers it from a scan; the letter and the result record go
 * to and fro as signed PDFs, as people without packages do.
 */
export const playPaperCase = async (full: Stage, { head, counsellor }: Desks): Promise<void> => {
  const stage = quiet(full, 'case-from-paper', 'act-from-paper', 'act-brought-back', 'case-assigned');
  const heads = workOf(head, whose);
  await registerReport(heads, stage, { person: otherEmployee, report: stage.files.scan });
  await decide(heads);
  const letter = await assign(heads, stage, 'penugasan-kertas.pdf');
  await enterAnswer(heads, stage);
  await schedule(heads, stage, 'undangan-kertas.pdf');
  const counsellors = workOf(counsellor, whose);
  await startFromLetter(counsellors, stage, { person: otherEmployee, letter });
  await accept(counsellors);
  await enterSchedule(counsellors, stage);
  await startAct(counsellor.page, 'sessionHeld');
  await signAct(counsellor.page, whose);
  const form = await startAct(counsellor.page, 'resultSigned');
  await fillTexts(form, { Tanggal: '2026-06-10' });
  const result = await signResult(counsellors, stage, 'rekaman-hasil-kertas.pdf');
  await enterCounselling(heads, stage, result, 'genuine');
  stage.tell('head and counsellor: a case on paper');
};
