import type { WireError } from '@shared/contract/method.ts';
import { type DraftContent, type DraftKind, type DraftPlace, readDraft } from '@shared/domain/draft/kinds.ts';
import { wordsIn } from '@shared/domain/long-text.ts';
import { ok } from '@shared/kernel/result.ts';
import { useCallback, useRef, useState } from 'react';
import { moveText } from './move-text.ts';
import type { RpcClient } from './rpc/client.ts';
import { useRpc } from './rpc-context.ts';
import { useSaved } from './saving/use-saved.ts';

export interface DraftOptions<K extends DraftKind> {
  /** What is being drafted: an entry of the register (`shared/domain/draft/kinds.ts`). */
  readonly kind: K;
  readonly caseId: string | null;
  /** Tells several drafts of a kind in one case apart; empty for the only one. */
  readonly subjectKey: string;
  /** Value when nothing is saved yet. */
  readonly initial: DraftContent<K>;
  /** Judges a saved draft that fits its schema by what holds now; null: it is out of date, the form begins anew. */
  readonly accept?: (saved: DraftContent<K>) => DraftContent<K> | null;
}

export interface Draft<T> {
  /** False until the saved draft has been looked up; show nothing editable before. */
  readonly ready: boolean;
  readonly value: T;
  readonly setValue: (next: T | ((current: T) => T)) => void;
  readonly draftId: string | null;
  /** Instant of the latest saving; null when never. */
  readonly savedAt: string | null;
  readonly saving: boolean;
  /** Why the latest save failed; it is tried again by itself. */
  readonly error: WireError | null;
  /** True when what was saved here no longer fits the form: its text waits on Beranda. */
  readonly unfit: boolean;
  /** Saves now; before an act is recorded. */
  readonly flush: () => Promise<void>;
  /** Throws the draft away and starts again from `initial`. */
  readonly discard: () => Promise<void>;
  /** The same, but shows what is stored by now. */
  readonly restart: (stored: T) => Promise<void>;
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const findId = async (rpc: Pick<RpcClient, 'call'>, place: DraftPlace) => {
  const list = await rpc.call('drafts.list', { caseId: place.caseId });
  if (!list.ok) return list;
  const found = list.value.find(
    ({ kind, caseId, subjectKey }) => kind === place.kind && caseId === place.caseId && subjectKey === place.subjectKey,
  );
  return ok(found?.draftId ?? null);
};

/** Throws away what is saved at a place, if anything is. */
export const discardDraftAt = async (rpc: RpcClient, place: DraftPlace): Promise<void> => {
  const found = await findId(rpc, place);
  if (found.ok && found.value !== null) await rpc.call('drafts.discard', { draftId: found.value });
};

interface SavedDraft {
  readonly draftId: string;
  readonly updatedAt: string;
}

/**
 * What is saved at a place; null: nothing. A draft that is thrown away while it is looked up, as by a form that has
 * just been stored, is nothing too. Errors of the two calls.
 */
export const findDraft = async (rpc: Pick<RpcClient, 'call'>, place: DraftPlace) => {
  const found = await findId(rpc, place);
  if (!found.ok) return found;
  if (found.value === null) return ok(null);
  const got = await rpc.call('drafts.get', { draftId: found.value });
  if (!got.ok) return got.error.code === 'unknownDraft' ? ok(null) : got;
  const { draftId, updatedAt, content } = got.value;
  return ok({ saved: { draftId, updatedAt }, content: readDraft(place.kind, parse(content)) });
};

/**
 * Keeps what a person types into a form as an encrypted draft (see `useSaved`: within a second, on leaving, before a
 * lock). To use it: add the kind with its schema, place and name to the register, then
 *
 *     const draft = useDraft({ kind: 'coach', caseId: null, subjectKey: coachId ?? '', initial });
 *     if (!draft.ready) return <Loader />;
 *     … draft.value … draft.setValue((now) => ({ ...now, topic })) … <SaveState draft={draft} />
 *     await draft.discard();   // once the form is stored or thrown away
 *
 * A saved draft that no longer fits its schema is not shown in the form and not written over: `unfit` says so.
 */
export const useDraft = <K extends DraftKind>(options: DraftOptions<K>): Draft<DraftContent<K>> => {
  type T = DraftContent<K>;
  const { kind, caseId, subjectKey, initial, accept } = options;
  const rpc = useRpc();
  const [unfit, setUnfit] = useState(false);
  const start = useRef({ initial });
  start.current = { initial };
  const place: DraftPlace = { kind, caseId, subjectKey };

  const kept = useSaved<T, SavedDraft>({
    place: `draft ${JSON.stringify([kind, caseId, subjectKey])}`,
    initial,
    load: async () => {
      const found = await findDraft(rpc, place);
      if (!found.ok) return found;
      setUnfit(found.value !== null && found.value.content === null);
      if (found.value === null || found.value.content === null) return ok(null);
      const { saved, content } = found.value;
      const value = accept === undefined ? (content as T) : accept(content as T);
      return ok(value === null ? null : { value, saved });
    },
    write: async (content) => {
      const sent = await moveText(rpc, { stored: () => JSON.stringify(content), words: () => wordsIn(content) });
      return sent.ok ? rpc.call('drafts.save', { ...place, ...sent.value }) : sent;
    },
  });

  const { restart: restartWith } = kept;
  const restart = useCallback(
    (stored: T) => restartWith(stored, ({ draftId }) => rpc.call('drafts.discard', { draftId })),
    [rpc, restartWith],
  );
  const discard = useCallback(() => restart(start.current.initial), [restart]);

  const { ready, value, setValue, saved, saving, error, flush } = kept;
  const draftId = saved?.draftId ?? null;
  const savedAt = saved?.updatedAt ?? null;
  return { ready, value, setValue, draftId, savedAt, saving, error, unfit, flush, discard, restart };
};
