import type { AvailableAct } from '@shared/contract/case.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { type Role, toPersonInput } from '@shared/domain/identity/person.ts';
import { actsOf } from '../case-facts.ts';
import { type FormState, freshFormState } from './form-state.ts';
import { proposeAuthor } from './prefill/author.ts';
import type { PrefillContext } from './prefill/context.ts';
import { prefill } from './prefill/prefill.ts';

type Mode = FormState['mode'];
type BaseContext = Omit<PrefillContext, 'capacity'>;

/** Roles that may be chosen: the holder's own when signing here, all that may author it when entering from paper. */
export const capacitiesFor = (
  mode: Mode,
  available: Pick<AvailableAct, 'capacities' | 'ownCapacities'>,
): readonly Role[] => (mode === 'here' ? available.ownCapacities : available.capacities);

const authorFor = (mode: Mode, capacity: Role, context: BaseContext): FormState['author'] =>
  mode === 'here' ? toPersonInput(context.holder) : proposeAuthor({ ...context, capacity });

/**
 * Files that go along unless taken off: the report carries the evidence of the feedback that the file already holds.
 */
const proposedFiles = (type: ActType, { view }: BaseContext): FormState['attachments'] => {
  if (type !== 'reportSubmitted') return [];
  const files = new Map<string, AttachmentRef>();
  for (const act of actsOf(view, 'feedbackRecorded')) for (const file of act.files) files.set(file.attachmentId, file);
  return [...files.values()];
};

/** The form as it opens: signed here where the holder may, from paper otherwise. */
export const openingState = (
  type: ActType,
  available: Pick<AvailableAct, 'capacities' | 'ownCapacities'>,
  context: BaseContext,
): FormState => {
  const mode: Mode = available.ownCapacities.length > 0 ? 'here' : 'paper';
  const capacity = capacitiesFor(mode, available)[0] ?? 'assessor';
  return freshFormState({
    mode,
    capacity,
    author: authorFor(mode, capacity, context),
    content: prefill(type, { ...context, capacity }),
    attachments: proposedFiles(type, context),
  });
};

/** A single decider follows the author; chosen ones stay as they are. */
const contentFor = (state: FormState, capacity: Role, author: FormState['author']): FormState['content'] => {
  const { deciders } = state.content;
  return Array.isArray(deciders) && deciders.length === 1
    ? { ...state.content, deciders: [{ role: capacity, person: author }] }
    : state.content;
};

/** The form after the author acts in another role. */
export const withCapacity = (state: FormState, capacity: Role, context: BaseContext): FormState => {
  const author = authorFor(state.mode, capacity, context);
  return { ...state, capacity, author, content: contentFor(state, capacity, author) };
};

/** The form after switching between signing here and entering from paper. */
export const withMode = (
  state: FormState,
  mode: Mode,
  available: Pick<AvailableAct, 'capacities' | 'ownCapacities'>,
  context: BaseContext,
): FormState => {
  const roles = capacitiesFor(mode, available);
  const capacity = roles.includes(state.capacity) ? state.capacity : (roles[0] ?? state.capacity);
  return withCapacity({ ...state, mode }, capacity, context);
};

/**
 * The form with the number that is next, where nothing else is written: on what is signed here. Ink and TTE leave the
 * number blank until the paper comes back.
 */
export const withProposed = (state: FormState, proposed: string): FormState => {
  const { number } = state.content;
  if (proposed === '' || (number !== '' && number !== proposed)) return state;
  const next = state.mode === 'here' ? proposed : '';
  return number === next ? state : { ...state, content: { ...state.content, number: next } };
};
