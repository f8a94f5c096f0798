import type { Role } from '../../identity/person.ts';
import { contentSchemas } from '../body.ts';
import { define } from '../definition.ts';
import { onAnyFile } from '../gates.ts';
import { type CaseState, isReported } from '../state.ts';
import { everyone, office } from './observation.ts';

/**
 * The assessor before a report; then who opened the file, until the unit has decided on it; the head and the official
 * once it came to them. The officer decides nothing, but takes back an own opening.
 */
const whoMaySay = (state: CaseState): readonly Role[] => {
  if (!isReported(state)) return ['assessor'];
  const opener = state.acts.find(({ type }) => type === 'caseOpened')?.capacity;
  const isDecided =
    state.closed ||
    state.decision !== null ||
    state.notified.includes('concluded') ||
    (state.assignment !== null && state.startsFrom !== 'assignment');
  const own = opener === undefined || isDecided ? [] : [opener];
  const unit = office(state).filter((role) => role !== 'personnelOfficer');
  return [...new Set([...own, ...unit])];
};

/**
 * The file names the wrong employee (law: mistaken): it ends here at every stage, also a closed one, and nothing more
 * is said in it. Everybody who ever had anything of it is told (`shared/domain/package/last-word.ts`), and no vault
 * names the person by it any more.
 */
export const employeeMistaken = define<'employeeMistaken'>({
  content: contentSchemas.employeeMistaken,
  rule: 'mistaken',
  decides: true,
  capacities: whoMaySay,
  gates: onAnyFile,
  notBefore: ['caseOpened'],
  routes: everyone,
  keepers: (state) => (isReported(state) ? office(state) : []),
  apply: (_state, { hash }) => ({ closed: true, closedReason: null, mistaken: hash }),
});
