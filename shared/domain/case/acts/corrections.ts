import type { Role } from '../../identity/person.ts';
import type { ActType } from '../act-type.ts';
import { contentSchemas } from '../body.ts';
import { authorIsEmployee } from '../body-gates.ts';
import { partsToLeaveOut } from '../body-parts.ts';
import { define } from '../definition.ts';
import { carriesDisputes } from '../disputes.ts';
import { need, onAnyFile } from '../gates.ts';
import { possibleReceivers } from '../sight.ts';
import { actOf, type CaseState } from '../state.ts';

const office = ['personnelOfficer', 'personnelHead', 'authorisedOfficial'] as const;

/** Acts whose paper an employee may have a copy of (law: copy), and who holds the original of each. */
const holdersOf: Readonly<Partial<Record<ActType, (state: CaseState) => readonly Role[]>>> = {
  problemCommunicated: () => ['assessor'],
  reportSubmitted: () => ['assessor', ...office, 'counsellor'],
  counsellingDecided: () => office,
  counsellorAssigned: () => [...office, 'counsellor'],
  sessionScheduled: () => [...office, 'counsellor'],
  sessionRescheduled: () => [...office, 'counsellor'],
  resultSigned: (state) => ['counsellor', ...possibleReceivers(state)],
  followUpDecided: (state) => state.followUp?.deciders ?? [],
  responseGiven: () => ['assessor', 'personnelOfficer', 'personnelHead'],
};
const copied = Object.keys(holdersOf) as ActType[];

/** Roles that hold the original of an act and may release a copy of it; none for acts that are not copied. */
export const copyHolders = (state: CaseState, hash: string | null): readonly Role[] => {
  const type = actOf(state, hash)?.type;
  return (type === undefined ? undefined : holdersOf[type])?.(state) ?? [];
};

/** True for an act of which somebody with these roles may release a copy to the employee (law: copy). */
export const mayReleaseCopy = (state: CaseState, hash: string, roles: readonly Role[]): boolean =>
  copyHolders(state, hash).some((role) => roles.includes(role));

const hashesOf = (state: CaseState, types: readonly ActType[]): readonly string[] =>
  state.acts.filter((act) => types.includes(act.type)).map(({ hash }) => hash);

/** Salinan untuk Pegawai on request; each release is logged (law: copy). Released by those who hold the original. */
export const copyReleased = define<'copyReleased'>({
  content: contentSchemas.copyReleased,
  rule: 'copy',
  capacities: (state) => [...new Set(hashesOf(state, copied).flatMap((hash) => copyHolders(state, hash)))],
  about: (state) => hashesOf(state, copied),
  aboutTypes: copied,
  gates: [
    ...onAnyFile,
    need('nothingToCopy', 'copy', null, (state) => hashesOf(state, copied).length > 0),
    need(
      'copyNotHeld',
      'copy',
      null,
      (state, act) =>
        act.about === null || act.capacity === null || copyHolders(state, act.about).includes(act.capacity),
    ),
  ],
  bodyGates: [
    {
      code: 'leftOutUnknown',
      rule: 'copy',
      severity: 'block',
      // A body that is not here is not judged: the paper of the copy proves what it shows.
      holds: ({ content, aboutBody }) =>
        aboutBody === undefined || (content.leftOut ?? []).every((part) => partsToLeaveOut(aboutBody).includes(part)),
    },
    {
      code: 'disputesDiffer',
      rule: 'rectify',
      severity: 'block',
      ofPlace: true,
      holds: ({ state, about, content: { disputes = [] }, bodies }) => carriesDisputes(state, bodies, about, disputes),
    },
  ],
  level: 'target',
  routes: (_state, act) => (act === null ? [] : [act.capacity, 'employee']),
});

const unacknowledged = (state: CaseState): readonly string[] => {
  const acknowledged = state.acts.flatMap((act) => (act.type === 'copyAcknowledged' ? [act.about] : []));
  return hashesOf(state, ['copyReleased']).filter((hash) => !acknowledged.includes(hash));
};

/** The employee confirms a copy, signed in an own vault or on paper; it goes to who released it (law: copy). */
export const copyAcknowledged = define<'copyAcknowledged'>({
  content: contentSchemas.copyAcknowledged,
  rule: 'copy',
  capacities: () => ['employee'],
  about: unacknowledged,
  aboutTypes: ['copyReleased'],
  gates: [
    ...onAnyFile,
    need('noCopyToAcknowledge', 'copy', 'copyReleased', (state) => unacknowledged(state).length > 0),
  ],
  bodyGates: [authorIsEmployee()],
  level: 'target',
  routes: 'target',
  keepers: (state, { about }) => state.acts.filter(({ hash }) => hash === about).map(({ capacity }) => capacity),
});

/**
 * Not about what others have: an answer is between two, and is given anew; so is a correction of identity. What the
 * employee answered nobody words anew.
 */
const uncorrectable: readonly ActType[] = [
  'actCorrected',
  'paperAnswered',
  'copyReleased',
  'copyAcknowledged',
  'responseGiven',
  'correctionRequested',
  'correctionAnswered',
  'identityCorrected',
  'employeeMistaken',
];
const correctable: readonly ActType[] = (Object.keys(contentSchemas) as ActType[]).filter(
  (type) => !uncorrectable.includes(type),
);

/**
 * Corrects what an act says, never what it did: its facts stay. Only in the capacity of its author (law: correction).
 */
export const actCorrected = define<'actCorrected'>({
  content: contentSchemas.actCorrected,
  rule: 'correction',
  capacities: (state) => [
    ...new Set(state.acts.filter(({ type }) => correctable.includes(type)).map((act) => act.capacity)),
  ],
  about: (state) => hashesOf(state, correctable),
  aboutTypes: correctable,
  gates: [
    ...onAnyFile,
    need(
      'correctedByOther',
      'correction',
      null,
      (state, act) => act.about === null || act.capacity === null || actOf(state, act.about)?.capacity === act.capacity,
    ),
  ],
  level: 'target',
  routes: 'target',
  keepers: 'target',
  apply: ({ corrections }, { hash, about }) =>
    about === null ? {} : { corrections: { ...corrections, [about]: hash } },
});
