import type { PersonInput } from '../identity/person.ts';
import { mayBeSamePerson, samePerson, sameUnit } from '../identity/same-person.ts';
import type { ActType } from './act-type.ts';
import { contentSchemas } from './body.ts';
import type { StartingPoint } from './content/observation.ts';
import type { BodyGate } from './definition.ts';

/** True unless both are known and may be one person: near names count as one until both NIPs are written. */
const areNotOne = (a: PersonInput | undefined, b: PersonInput | undefined): boolean =>
  a === undefined || b === undefined || !mayBeSamePerson(a, b);

/** True unless both are known and are two persons. */
const areOne = (a: PersonInput | undefined, b: PersonInput | undefined): boolean =>
  a === undefined || b === undefined || samePerson(a, b);

/** Whoever assesses does not decide on the case (law: assessorIsHead). */
export const authorIsNotAssessor = <T extends ActType>(): BodyGate<T> => ({
  code: 'decidedByAssessor',
  rule: 'assessorIsHead',
  severity: 'block',
  holds: ({ body, assessor }) => areNotOne(body.author, assessor),
});

/** The counsellor who was assigned says it, nobody else (law: result). */
export const authorIsCounsellor = <T extends ActType>(): BodyGate<T> => ({
  code: 'notTheCounsellor',
  rule: 'result',
  severity: 'block',
  holds: ({ body, capacity, counsellor }) => capacity !== 'counsellor' || areOne(body.author, counsellor),
});

/** Said in the name of the assessor by somebody else: possible after a replacement, worth a look (law: replaced). */
export const authorIsAssessor = <T extends ActType>(): BodyGate<T> => ({
  code: 'notTheAssessor',
  rule: 'replaced',
  severity: 'warning',
  holds: ({ body, capacity, assessor }) => capacity !== 'assessor' || areOne(body.author, assessor),
});

/** Said by the employee of the case, nobody else (law: copy). */
export const authorIsEmployee = <T extends ActType>(): BodyGate<T> => ({
  code: 'notTheEmployee',
  rule: 'copy',
  severity: 'block',
  holds: ({ body, employee }) => areOne(body.author, employee),
});

/**
 * That the employee signed is said with the scan that shows it (law: response); version 0.3 took the assessor's word
 * for it, which stays what it was.
 */
export const signatureIsShown: BodyGate<'problemCommunicated'> = {
  code: 'signatureWithoutScan',
  rule: 'response',
  severity: 'block',
  holds: ({ content, body, isNew }) => !isNew || content.acknowledgement !== 'signed' || body.attachments.length > 0,
};

/**
 * Where a file starts from this paper, the paper stands for all before it: unsigned it is none (law: startFromPaper).
 */
export const startIsSigned = <T extends ActType>(start: StartingPoint): BodyGate<T> => ({
  code: 'startPaperUnsigned',
  rule: 'startFromPaper',
  severity: 'block',
  holds: ({ state, body }) => state.startsFrom !== start || body.paper?.medium !== 'unsigned',
});

/** Whom a file is about holds no post in it: neither by its opening nor by a replacement (law: replaced, handover). */
const employeeInPost = { code: 'employeeInPost', severity: 'block' } as const;

export const openingNamesOthers: BodyGate<'caseOpened'> = {
  ...employeeInPost,
  rule: 'open',
  holds: ({ content: { employee, assessor, assessorSuperior }, body }) =>
    [body.author, assessor, assessorSuperior ?? undefined].every((person) => areNotOne(person, employee)),
};

/**
 * Who opens a file as its assessor is the one whom it names: for another assessor the unit opens it, by the report
 * (law: open). A correction of the opening opens nothing.
 */
export const openerIsAssessor: BodyGate<'caseOpened'> = {
  code: 'openerNotAssessor',
  rule: 'open',
  severity: 'block',
  holds: ({ state, content, body, capacity }) =>
    state.caseId !== null || capacity !== 'assessor' || mayBeSamePerson(body.author, content.assessor),
};

export const assessorIsNotEmployee: BodyGate<'assessorReplaced'> = {
  ...employeeInPost,
  rule: 'replaced',
  holds: ({ content, employee }) => areNotOne(content.assessor, employee),
};

export const successorIsNotEmployee: BodyGate<'postHandedOver'> = {
  ...employeeInPost,
  rule: 'handover',
  holds: ({ content, employee }) => areNotOne(content.successor, employee),
};

type AssignmentGate = BodyGate<'counsellorAssigned'>;

/** Independence (law: independence): not the employee, not the assessor of the case, not in the employee's unit. */
export const independence: readonly AssignmentGate[] = [
  {
    code: 'counsellorIsEmployee',
    rule: 'independence',
    severity: 'block',
    holds: ({ content, employee }) => areNotOne(content.counsellor, employee),
  },
  {
    code: 'counsellorIsAssessor',
    rule: 'independence',
    severity: 'block',
    holds: ({ content, assessor }) => content.kind !== 'independent' || areNotOne(content.counsellor, assessor),
  },
  {
    code: 'counsellorInSameUnit',
    rule: 'independence',
    severity: 'block',
    holds: ({ content, employee }) =>
      content.kind !== 'independent' || employee === undefined || !sameUnit(content.counsellor, employee),
  },
  {
    code: 'counsellorUnitUnknown',
    rule: 'independence',
    severity: 'warning',
    holds: ({ content, employee }) =>
      content.kind !== 'independent' || (content.counsellor.unit !== '' && employee?.unit !== ''),
  },
];

/** A trained assessor is the assessor of the case; an official's function is named (law: counsellorKinds). */
export const qualification: readonly AssignmentGate[] = [
  {
    code: 'trainedAssessorIsOther',
    rule: 'counsellorKinds',
    severity: 'block',
    holds: ({ content, assessor }) => content.kind !== 'trainedAssessor' || areOne(content.counsellor, assessor),
  },
  {
    code: 'qualificationMissing',
    rule: 'counsellorKinds',
    severity: 'block',
    holds: ({ content }) => content.kind !== 'counsellingOfficial' || content.qualification !== '',
  },
];

/** Who joins in a decision is the person whom it names in that role (law: followUp). */
export const authorIsNamedDecider: BodyGate<'followUpJoined'> = {
  code: 'authorNotDecider',
  rule: 'followUp',
  severity: 'block',
  holds: ({ body, capacity, aboutContent }) => {
    const decision = contentSchemas.followUpDecided.safeParse(aboutContent);
    if (!decision.success) return true;
    return decision.data.deciders.some(({ role, person }) => role === capacity && samePerson(person, body.author));
  },
};

/** Neither the assessor nor the employee decides the follow-up (law: followUp). */
export const deciders: readonly BodyGate<'followUpDecided'>[] = [
  {
    code: 'decidedByAssessor',
    rule: 'followUp',
    severity: 'block',
    holds: ({ content, assessor }) => content.deciders.every(({ person }) => areNotOne(person, assessor)),
  },
  {
    code: 'decidedByEmployee',
    rule: 'followUp',
    severity: 'block',
    holds: ({ content, employee }) => content.deciders.every(({ person }) => areNotOne(person, employee)),
  },
  {
    code: 'authorNotDecider',
    rule: 'followUp',
    severity: 'block',
    holds: ({ content, body, capacity }) =>
      content.deciders.some(({ role, person }) => role === capacity && samePerson(person, body.author)),
  },
];
