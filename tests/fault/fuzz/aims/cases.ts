import type { ActType } from '../../../../shared/domain/case/act-type.ts';
import type { Role } from '../../../../shared/domain/identity/person.ts';
import { step } from '../../../fixtures/case-steps.ts';
import type { Aiming, Aims } from '../aim.ts';
import { freshFile } from './files.ts';

/** A new file with its first observation. */
const openingActs = async (at: Aiming) => {
  const evidence = await freshFile(at);
  const acts = [
    step('caseOpened', 'assessor'),
    step('feedbackRecorded', 'assessor', { attachmentIds: [evidence] }),
    step('problemIdentified', 'assessor'),
  ];
  return acts.slice(0, 1 + at.dice.int(3)).map((act) => ({ ...act, aboutIndex: null }));
};

/** An act that the table offers in a file of the vault. */
const offeredAct = ({ dice, setting }: Aiming) => {
  const { caseId, type, capacity, about } = dice.pick(setting.offers);
  return { ...step(type as ActType, capacity as Role, { caseId, about }), aboutIndex: null };
};

/** One act: of a new file, or of one that is there. */
const actOf = async (at: Aiming) => {
  const [first] = at.dice.percent(50) ? await openingActs(at) : [];
  const { aboutIndex: _none, ...act } = first ?? offeredAct(at);
  return act;
};

const actsOf = async (at: Aiming) => (at.dice.percent(50) ? openingActs(at) : [offeredAct(at)]);

/** Files of a case. */
export const caseAims: Aims = {
  'case.open': (at) => ({ caseId: at.one('caseId') }),
  'case.checkAct': actOf,
  'case.recordAct': async (at) => ({ ...(await actOf(at)), draftId: null }),
  'case.checkActs': async (at) => ({ acts: await actsOf(at) }),
  'case.recordActs': async (at) => ({ acts: await actsOf(at), draftId: null }),
  'case.answerIdentity': (at) => ({ hash: at.one('ralatHash'), same: at.dice.percent(50) }),
};
