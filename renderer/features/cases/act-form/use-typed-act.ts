import type { AvailableAct, CaseView } from '@shared/contract/case.ts';
import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import { paperDayOf } from '@shared/domain/documents/numbering.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import type { HolderWithSettings } from '../../../lib/holder.ts';
import { useCaseTexts } from '../texts.ts';
import { withWritten } from './follow-from.ts';
import { openingState, withCapacity, withMode, withProposed } from './form-changes.ts';
import type { FormStart } from './form-start.ts';
import { type FormState, toActInput } from './form-state.ts';

/** What a form of an act is made of. */
export interface ActFormInput {
  readonly view: CaseView;
  readonly available: AvailableAct;
  /** Hash of the act that it is about; null for none. */
  readonly about: string | null;
  readonly holder: HolderWithSettings;
  /** Where the form begins with something other than the file's own facts. */
  readonly start?: FormStart | undefined;
  /** The next number of its count, where the settings make it whole. */
  readonly proposed?: string | undefined;
}

/** The act as it is typed, kept as a draft, and the ways to change it. */
export const useTypedAct = ({ view, available, about, holder, start, proposed = '' }: ActFormInput) => {
  const { paperText } = useCaseTexts();
  const { type } = available;
  const { caseId } = view.summary;
  const { settings, person, roles } = holder;
  const day = today();
  const context = { today: day, view, settings, holder: person, holderRoles: roles, about, t: paperText };
  const opening = withProposed(openingState(type, available, context), proposed);
  const initial = start?.fill(opening) ?? opening;
  const draft = useDraft({
    kind: start?.kind ?? `act:${type}`,
    caseId,
    subjectKey: start?.subjectKey ?? about ?? '',
    initial,
  });
  const { value: state, setValue } = draft;
  const date = paperDayOf(type, state.content, day);
  return {
    draft,
    state,
    act: toActInput(state, { caseId, type, about, institution: view.institution }),
    /** The day of its paper; today until one is typed. */
    date: date === '' ? day : date,
    isPrefilled: Object.entries(fieldsOf(type)).some(
      ([name, { kind }]) => kind === 'text' && initial.content[name] !== '',
    ),
    change: (part: Partial<FormState>): void => setValue((current) => ({ ...current, ...part })),
    write: (name: string, next: unknown): void =>
      setValue((current) => ({ ...current, content: withWritten(type, current.content, [name, next], context) })),
    setMode: (mode: FormState['mode']): void =>
      setValue((current) => withProposed(withMode(current, mode, available, context), proposed)),
    setCapacity: (capacity: Role): void => setValue((current) => withCapacity(current, capacity, context)),
  };
};

export type TypedAct = ReturnType<typeof useTypedAct>;
