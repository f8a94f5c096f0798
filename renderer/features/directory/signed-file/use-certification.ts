import type { DirectoryMember } from '@shared/contract/identity.ts';
import { revocationReasons } from '@shared/domain/identity/directory.ts';
import { z } from 'zod';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import type { Output } from '../../../lib/query.ts';
import { activeKey } from '../members/member-search.ts';
import type { Reason } from '../ReasonChoice.tsx';
import { readSpansDraft, type SpansDraft, spansFrom, spansOfOther, type TypedSpan } from '../role-spans.ts';

/** What a card file says, as the backend read it. */
export type Card = Extract<Output<'identity.inspectFile'>, { kind: 'card' }>;

interface Typed {
  /** Null: as the directory or the card says. */
  readonly roles: SpansDraft | null;
  /** Whom the publisher says it is; null: somebody new. */
  readonly entryId: string | null;
  readonly reason: Reason | null;
}

const nothingTyped: Typed = { roles: null, entryId: null, reason: null };

const savedTyped = z.object({
  roles: z.unknown(),
  entryId: z.string().nullable(),
  reason: z.enum(revocationReasons).nullable(),
});

/** What is typed to certify a card; it outlasts a lock, under the fingerprint of the card's key. */
export const useCertification = (file: Card, members: readonly DirectoryMember[]) => {
  const memberOf = (entryId: string | null) => members.find((member) => member.entryId === entryId);
  const rolesOf = (entryId: string | null): readonly TypedSpan[] => memberOf(entryId)?.roles ?? [];
  const draft = useDraft<Typed>({
    kind: 'certification',
    caseId: null,
    subjectKey: file.keyFingerprint,
    initial: nothingTyped,
    read: (saved) => {
      const typed = savedTyped.safeParse(saved).data;
      if (typed === undefined) return null;
      return { ...typed, roles: readSpansDraft(typed.roles, rolesOf(file.entryId ?? typed.entryId)) };
    },
  });
  const { roles, entryId: chosen, reason } = draft.value;
  const entryId = file.entryId ?? chosen;
  const before = rolesOf(entryId);
  const entry = memberOf(entryId);
  return {
    draft,
    entryId,
    /** Whom the publisher chose, where the card itself does not tell. */
    chosen,
    spans: roles?.spans ?? (before.length > 0 ? before : spansFrom(file.card.roles, today())),
    /** The person has a key that counts until now: it is to be said why no longer. */
    hasFormerKey: entry !== undefined && activeKey(entry) !== undefined,
    reason,
    setSpans: (spans: readonly TypedSpan[]): void => draft.setValue((now) => ({ ...now, roles: { spans, before } })),
    choose: (next: string | null): void =>
      draft.setValue((now) => {
        const after = rolesOf(next);
        const typed = now.roles && { spans: spansOfOther(now.roles.spans, rolesOf(now.entryId), after), before: after };
        return { ...now, entryId: next, roles: typed };
      }),
    setReason: (next: Reason): void => draft.setValue((now) => ({ ...now, reason: next })),
  };
};
