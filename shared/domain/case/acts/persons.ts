import { contentSchemas } from '../body.ts';
import { define } from '../definition.ts';
import { atWork } from '../gates.ts';
import { everyone } from './observation.ts';

const kinds = ['moved', 'retired', 'resigned', 'died', 'other'] as const;

/** The employee moved, retired, resigned or died [own]: only closing is left. */
export const employeeLeft = define<'employeeLeft'>({
  content: contentSchemas.employeeLeft,
  rule: 'departed',
  factRule: { one: [kinds] },
  facts: ({ kind }) => [kind],
  capacities: () => ['assessor', 'personnelOfficer', 'personnelHead', 'authorisedOfficial', 'counsellor'],
  gates: atWork,
  routes: everyone,
  apply: () => ({ departed: true }),
});

/** Another person assesses from now on: mutasi, Plt, Plh [own]. */
export const assessorReplaced = define<'assessorReplaced'>({
  content: contentSchemas.assessorReplaced,
  rule: 'replaced',
  factRule: { one: [['definitive', 'plt', 'plh']], optional: ['assessorIsHead'] },
  facts: ({ kind, assessorIsHead }) => (assessorIsHead ? [kind, 'assessorIsHead'] : [kind]),
  capacities: () => ['assessor', 'assessorSuperior', 'personnelOfficer', 'personnelHead', 'authorisedOfficial'],
  gates: atWork,
  routes: everyone,
  apply: (_state, { facts }) => ({ assessorIsHead: facts.includes('assessorIsHead') }),
});
