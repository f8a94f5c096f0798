import { ok } from '@shared/kernel/result.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { listRegister } from './list-persons.ts';
import { savePerson, setPersonArchived } from './save-person.ts';

/** The register of people. */
export const personsHandlers = defineHandlers({
  'persons.list': (input, context) => ok(listRegister(workspaceOf(context), input)),
  'persons.save': (input, context) => savePerson(workspaceOf(context), input),
  'persons.setArchived': (input, context) => setPersonArchived(workspaceOf(context), input),
});
