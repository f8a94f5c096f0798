import type { Role } from '@shared/domain/identity/person.ts';

/** A role from a day to a day as it is typed; `from` may still be empty, `to` null means until further notice. */
export interface TypedSpan {
  readonly role: Role;
  readonly from: string;
  readonly to: string | null;
}

/** Roles from a day on, until further notice. */
export const spansFrom = (roles: readonly Role[], from: string): readonly TypedSpan[] =>
  roles.map((role) => ({ role, from, to: null }));

/** What is wrong with a span: key of the text, or null. */
export const spanProblem = ({ from, to }: TypedSpan): 'fromMissing' | 'endsBefore' | null => {
  if (from === '') return 'fromMissing';
  return to !== null && to < from ? 'endsBefore' : null;
};

/** True when all spans can be certified; none at all is for the caller to judge. */
export const spansFit = (spans: readonly TypedSpan[]): boolean => spans.every((span) => spanProblem(span) === null);

/** Spans with the same words, whatever their order. */
export const sameSpans = (a: readonly TypedSpan[], b: readonly TypedSpan[]): boolean => {
  const key = (spans: readonly TypedSpan[]): string =>
    spans
      .map(({ role, from, to }) => `${role} ${from} ${to ?? ''}`)
      .sort()
      .join('\n');
  return key(a) === key(b);
};
