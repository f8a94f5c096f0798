import { contentSchemas } from '../body.ts';
import { assessorIsNotEmployee, successorIsNotEmployee } from '../body-gates.ts';
import { handedOverPosts, leavingKinds, tenures } from '../content/follow-up.ts';
import { define } from '../definition.ts';
import { atWork, need, onAnyFile } from '../gates.ts';
import { isReported } from '../state.ts';
import { everyone, office } from './observation.ts';

/** The employee moved, retired, resigned or died (law: departed): only closing is left. */
export const employeeLeft = define<'employeeLeft'>({
  content: contentSchemas.employeeLeft,
  rule: 'departed',
  factRule: { one: [leavingKinds] },
  factFields: ['kind'],
  facts: ({ kind }) => [kind],
  capacities: () => ['assessor', 'personnelOfficer', 'personnelHead', 'authorisedOfficial', 'counsellor'],
  gates: atWork,
  routes: everyone,
  keepers: office,
  apply: () => ({ departed: true }),
});

/** Another person assesses from now on: mutasi, Plt, Plh (law: replaced). */
export const assessorReplaced = define<'assessorReplaced'>({
  content: contentSchemas.assessorReplaced,
  rule: 'replaced',
  factRule: { one: [tenures], optional: ['assessorIsHead'] },
  factFields: ['kind', 'assessorIsHead'],
  facts: ({ kind, assessorIsHead }) => (assessorIsHead ? [kind, 'assessorIsHead'] : [kind]),
  capacities: () => ['assessor', 'assessorSuperior', 'personnelOfficer', 'personnelHead', 'authorisedOfficial'],
  gates: atWork,
  bodyGates: [assessorIsNotEmployee],
  routes: everyone,
  keepers: office,
  apply: (_state, { facts }) => ({ assessorIsHead: facts.includes('assessorIsHead') }),
});

/**
 * A post passes to somebody else, who gets the file: said by who leaves it or by the head of the personnel unit
 * (law: handover). The assessor's post has an act of its own (`assessorReplaced`), since it changes who may decide.
 */
export const postHandedOver = define<'postHandedOver'>({
  content: contentSchemas.postHandedOver,
  rule: 'handover',
  factRule: { one: [handedOverPosts] },
  factFields: ['post'],
  facts: ({ post }) => [post],
  capacities: (_state, facts) => {
    const posts = handedOverPosts.filter((post) => facts === null || facts.includes(post));
    return [...new Set([...posts, 'personnelHead' as const])];
  },
  gates: [...onAnyFile, need('notReported', 'report', 'reportSubmitted', isReported)],
  bodyGates: [successorIsNotEmployee],
  routes: everyone,
  keepers: office,
});
