import type { ListKind } from '@shared/domain/documents/kind.ts';
import { presentYear } from '@shared/domain/fields.ts';
import { type ListRequest, listRequest } from '@shared/domain/lists/list-choice.ts';

/** What is set on the page; the same for every list, so that nothing set is lost when another one is looked at. */
export interface ListForm {
  readonly kind: ListKind;
  readonly from: string;
  readonly to: string;
  readonly year: number;
  readonly unit: string;
  /** Null: every state. */
  readonly state: string | null;
  readonly isNamed: boolean;
  readonly purpose: string;
  readonly receiver: string;
}

/** Everything, without names. */
export const firstForm = (kind: ListKind, today: string): ListForm => ({
  kind,
  from: '',
  to: '',
  year: presentYear(today),
  unit: '',
  state: null,
  isNamed: false,
  purpose: '',
  receiver: '',
});

/** True for a period that ends before it begins. */
export const endsBefore = ({ kind, from, to }: ListForm): boolean =>
  kind !== 'learningList' && from !== '' && to !== '' && to < from;

/** What is asked for; null while something is missing or does not fit. */
export const requestOf = (form: ListForm): ListRequest | null => {
  const { kind, from, to, year, unit, state, isNamed, purpose, receiver } = form;
  if (endsBefore(form)) return null;
  const choice = kind === 'learningList' ? { kind, year, unit, state } : { kind, from, to, unit, state };
  const parsed = listRequest.safeParse({ choice, naming: isNamed ? { purpose, receiver } : null });
  return parsed.success ? parsed.data : null;
};
