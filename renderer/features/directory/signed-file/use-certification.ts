import type { DirectoryMember } from '@shared/contract/identity.ts';
import type { DraftContent } from '@shared/domain/draft/kinds.ts';
import { replacedBy } from '@shared/domain/identity/card.ts';
import type { RevocationReason } from '@shared/domain/identity/directory.ts';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import type { Output } from '../../../lib/query.ts';
import { activeKey } from '../members/member-search.ts';
import { spansFrom, spansOfOther, spansStillHold, type TypedSpan } from '../role-spans.ts';

/** What a card file says, as the backend read it. */
export type Card = Extract<Output<'identity.inspectFile'>, { kind: 'card' }>;

const nothingTyped: DraftContent<'certification'> = { roles: null, entryId: null, reason: null };

/** What is typed to certify a card; it outlasts a lock, under the fingerprint of the card's key. */
export const useCertification = (file: Card, members: readonly DirectoryMember[]) => {
  const memberOf = (entryId: string | null) => members.find((member) => member.entryId === entryId);
  const rolesOf = (entryId: string | null): readonly TypedSpan[] => memberOf(entryId)?.roles ?? [];
  const draft = useDraft({
    kind: 'certification',
    caseId: null,
    subjectKey: file.keyFingerprint,
    initial: nothingTyped,
    accept: (saved) => ({
      ...saved,
      roles: saved.roles && spansStillHold(saved.roles, rolesOf(file.entryId ?? saved.entryId)),
    }),
  });
  const { roles, entryId: chosen, reason } = draft.value;
  const entryId = file.entryId ?? chosen;
  const before = rolesOf(entryId);
  const entry = memberOf(entryId);
  const former = entry && activeKey(entry);
  const replaced = replacedBy(file.card).find(({ key }) => key === former?.key);
  return {
    draft,
    entryId,
    /** Whom the publisher chose, where the card itself does not tell. */
    chosen,
    spans: roles?.spans ?? (before.length > 0 ? before : spansFrom(file.card.roles, today())),
    /** The person has a key that counts until now: it is to be said why no longer. */
    hasFormerKey: former !== undefined && replaced === undefined,
    /** What the card says of that key, when it replaces it: nothing of it is the publisher's to say. */
    replaced,
    reason,
    setSpans: (spans: readonly TypedSpan[]): void =>
      draft.setValue((now) => ({ ...now, roles: { spans: [...spans], before: [...before] } })),
    choose: (next: string | null): void =>
      draft.setValue((now) => {
        const after = rolesOf(next);
        const typed = now.roles && {
          spans: [...spansOfOther(now.roles.spans, rolesOf(now.entryId), after)],
          before: [...after],
        };
        return { ...now, entryId: next, roles: typed };
      }),
    setReason: (next: RevocationReason): void => draft.setValue((now) => ({ ...now, reason: next })),
  };
};
