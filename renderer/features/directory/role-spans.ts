import type { DraftContent } from '@shared/domain/draft/kinds.ts';
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

const isAmong = (spans: readonly TypedSpan[], span: TypedSpan): boolean =>
  spans.some((other) => sameSpans([other], [span]));

/**
 * What was typed, now that it is known whose roles they are: the spans that the directory has of `after` come first,
 * untouched ones of `before`, which was chosen by mistake, go. Certifying replaces all spans of a person.
 */
export const spansOfOther = (
  typed: readonly TypedSpan[],
  before: readonly TypedSpan[],
  after: readonly TypedSpan[],
): readonly TypedSpan[] => {
  const own = typed.filter((span) => !isAmong(before, span) && !isAmong(after, span));
  return [...after, ...own];
};

/** Roles that are being typed, with those that the directory had when that began. */
export type SpansDraft = DraftContent<'memberRoles'>;

/**
 * Roles as they were saved while they were typed; null when the directory has others than `before` by now: to go on
 * from there would take back what was changed meanwhile.
 */
export const spansStillHold = (saved: SpansDraft, before: readonly TypedSpan[]): SpansDraft | null =>
  sameSpans(saved.before, before) ? saved : null;
