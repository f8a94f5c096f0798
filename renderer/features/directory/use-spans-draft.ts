import { useDraft } from '../../lib/draft.ts';
import { spansStillHold, type TypedSpan } from './role-spans.ts';

export interface SpansDraftOptions {
  /** What the roles are typed for. */
  readonly kind: 'memberRoles' | 'foundDirectory';
  /** Whose roles, or which of several. */
  readonly subjectKey: string;
  readonly initial: readonly TypedSpan[];
  /** Roles that the directory has now. */
  readonly before: readonly TypedSpan[];
}

/** Roles with their times as they are typed; they outlast a lock and a dialog closed by accident. */
export const useSpansDraft = ({ kind, subjectKey, initial, before }: SpansDraftOptions) => {
  const draft = useDraft({
    kind,
    caseId: null,
    subjectKey,
    initial: { spans: [...initial], before: [...before] },
    accept: (saved) => spansStillHold(saved, before),
  });
  return {
    draft,
    spans: draft.value.spans,
    setSpans: (spans: readonly TypedSpan[]): void => draft.setValue({ spans: [...spans], before: [...before] }),
  };
};
