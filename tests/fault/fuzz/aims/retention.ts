import { archiveLists } from '../../../../shared/domain/documents/office/kinds.ts';
import { erasurePapers } from '../../../../shared/domain/retention/erasure.ts';
import { incidentPapers } from '../../../../shared/domain/retention/incident.ts';
import { toLocalDay } from '../../../../shared/kernel/date.ts';
import { step } from '../../../fixtures/case-steps.ts';
import * as people from '../../../fixtures/people/cast.ts';
import type { Aiming, Aims } from '../aim.ts';

const atOnce = { active: 0, inactive: 0, disposition: 'destroy', citation: '' } as const;
const setting = {
  holding: 'workingCopy',
  schedule: { counselled: atOnce, notCounselled: atOnce, wrongEmployee: atOnce },
} as const;

/** A file that has ended, whose years are over at once; its assessor is the holder. */
const ended = async (at: Aiming): Promise<string> => {
  await at.call('retention.set', setting);
  const holder = (await at.call('session.get', {}))?.unlocked?.person;
  const { personId: _, ...assessor } = holder ?? { ...people.assessor, personId: '' };
  const opening = step('caseOpened', 'assessor', { content: { assessor } });
  const caseId = (await at.call('case.recordAct', { ...opening, draftId: null }))?.caseId ?? '';
  await at.call('case.recordAct', { ...step('employeeMistaken', 'assessor', { caseId }), draftId: null });
  return caseId;
};

/** A file (case), a guidance or a year of learning records. */
const named = (at: Aiming) =>
  at.dice.pick([{ caseId: at.one('caseId') }, { guidanceId: at.one('guidanceId') }, { year: '2023' }]);

const proposed = async (at: Aiming): Promise<string> =>
  (await at.call('retention.propose', { caseIds: [await ended(at)], reason: 'Lewat masa.' }))?.erasureId ?? '';

const today = (at: Aiming): string => toLocalDay(at.world.context.clock.now());

const incident = (at: Aiming) => ({
  kind: at.dice.pick(['lost', 'lost', 'missent'] as const),
  packageId: null,
  until: at.dice.pick(['', '2026-01-01']),
});

const letter = (at: Aiming) => ({
  official: 'Sekretaris',
  number: '7',
  date: today(at),
  consideration: 'Tidak berguna.',
});

/** Retention and erasure of files. */
export const retentionAims: Aims = {
  'retention.freeze': (at) => ({ ...named(at), reason: 'appeal', note: '' }),
  'retention.unfreeze': (at) => named(at),
  'retention.propose': async (at) => ({ caseIds: [await ended(at)], reason: 'Lewat masa.' }),
  'retention.approve': async (at) => ({ erasureId: await proposed(at), approval: letter(at) }),
  'retention.withdraw': async (at) => ({ erasureId: await proposed(at) }),
  'retention.prepare': async (at) =>
    at.dice.percent(30)
      ? { list: at.dice.pick(archiveLists) }
      : { erasureId: await proposed(at), paper: at.dice.pick(erasurePapers) },
  'retention.exposure': (at) => incident(at),
  'retention.prepareNotice': (at) => ({
    ...incident(at),
    paper: at.dice.pick(incidentPapers),
    caseId: at.dice.percent(70) ? at.one('caseId') : null,
    opening: null,
    account: {
      happenedOn: today(at),
      account: 'Tas hilang.',
      protection: '',
      measures: '',
      contact: '',
      citation: '',
    },
  }),
  'retention.preparePerson': (at) => ({ personId: at.one('personId') }),
  // Once it was erased, there is none until the vault is put back.
  'retention.eraseCopies': (at) => ({ hashes: [at.one('copyHash') || '0'.repeat(64)] }),
  'retention.erase': async (at) => ({
    erasureId: await proposed(at),
    execution: { number: '', date: today(at), place: '', witnesses: [] },
  }),
};
