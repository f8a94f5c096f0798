import type { CaseView } from '@shared/contract/case.ts';
import type { Settings } from '@shared/contract/settings.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { createContext, useContext } from 'react';

/** What the fields of a form draw from. */
export interface FormTools {
  readonly view: CaseView | null;
  readonly settings: Settings;
  /** Hash of the act that the new one is about. */
  readonly about: string | null;
  /** Kind of paper that the act makes; null for none. */
  readonly documentKind: string | null;
  /** Day on the act, for the proposal of its number. */
  readonly date: string;
  readonly capacity: Role;
  /** Office that signs, whose papers may share a count; absent: the position of the holder. */
  readonly signatory?: string;
}

const FormToolsContext = createContext<FormTools | null>(null);

/** Gives the fields of one form their tools. */
export const FormToolsProvider = FormToolsContext.Provider;

/** The tools of the form around. */
export const useFormTools = (): FormTools => {
  const tools = useContext(FormToolsContext);
  if (tools === null) throw new Error('no FormToolsProvider');
  return tools;
};
