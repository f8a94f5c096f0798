import type { WireError } from '@shared/contract/method.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { createDraftSaver, type DraftSaver } from './draft-saver.ts';
import type { RpcClient } from './rpc/client.ts';
import { useRpc } from './rpc-context.ts';
import { beforeLock } from './unsaved.ts';

export interface DraftOptions<T> {
  /** What is being drafted, e.g. an act type. */
  readonly kind: string;
  readonly caseId: string | null;
  /** Tells several drafts of a kind in one case apart; empty for the only one. */
  readonly subjectKey: string;
  /** Value when nothing is saved yet. */
  readonly initial: T;
  /** Reads saved content; null when it has an older, unusable shape. Default: take it as it is. */
  readonly read?: (content: unknown) => T | null;
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
  readonly error: WireError | null;
  /** Saves now; before an act is recorded. */
  readonly flush: () => Promise<void>;
  /** Throws the draft away and starts again from `initial`. */
  readonly discard: () => Promise<void>;
}

interface Saved {
  readonly draftId: string;
  readonly updatedAt: string;
  readonly content: unknown;
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** What is being drafted: one draft for each. */
export type DraftPlace = Pick<DraftOptions<unknown>, 'kind' | 'caseId' | 'subjectKey'>;

const findId = async (rpc: RpcClient, place: DraftPlace): Promise<string | null> => {
  const list = await rpc.call('drafts.list', { caseId: place.caseId });
  if (!list.ok) return null;
  const found = list.value.find(
    ({ kind, caseId, subjectKey }) => kind === place.kind && caseId === place.caseId && subjectKey === place.subjectKey,
  );
  return found?.draftId ?? null;
};

const findDraft = async (rpc: RpcClient, place: DraftPlace): Promise<Saved | null> => {
  const draftId = await findId(rpc, place);
  if (draftId === null) return null;
  const got = await rpc.call('drafts.get', { draftId });
  if (!got.ok) return null;
  return { draftId: got.value.draftId, updatedAt: got.value.updatedAt, content: parse(got.value.content) };
};

/** Throws away what is saved at a place, if anything is. */
export const discardDraftAt = async (rpc: RpcClient, place: DraftPlace): Promise<void> => {
  const draftId = await findId(rpc, place);
  if (draftId !== null) await rpc.call('drafts.discard', { draftId });
};

interface State {
  readonly ready: boolean;
  readonly draftId: string | null;
  readonly savedAt: string | null;
  readonly saving: boolean;
  readonly error: WireError | null;
}
const fresh: State = { ready: false, draftId: null, savedAt: null, saving: false, error: null };

/** Keeps what a person types as an encrypted draft, saved within a second, on leaving the page and before a lock. */
export const useDraft = <T>({ kind, caseId, subjectKey, initial, read }: DraftOptions<T>): Draft<T> => {
  const rpc = useRpc();
  const [value, setShown] = useState(initial);
  const [state, setState] = useState<State>(fresh);
  const newest = useRef(initial);
  const saver = useRef<DraftSaver<T> | null>(null);
  const start = useRef({ initial, read });
  start.current = { initial, read };

  useEffect(() => {
    let wanted = true;
    const patch = (part: Partial<State>): void => {
      if (wanted) setState((current) => ({ ...current, ...part }));
    };
    const current = createDraftSaver<T>(async (content) => {
      patch({ saving: true });
      const saved = await rpc.call('drafts.save', { kind, caseId, subjectKey, content: JSON.stringify(content) });
      if (saved.ok) patch({ saving: false, error: null, draftId: saved.value.draftId, savedAt: saved.value.updatedAt });
      else patch({ saving: false, error: saved.error });
      return saved.ok;
    });
    saver.current = current;
    setState(fresh);
    void findDraft(rpc, { kind, caseId, subjectKey }).then((saved) => {
      if (!wanted) return;
      const content = saved === null ? null : (start.current.read ?? ((it: unknown) => it as T | null))(saved.content);
      newest.current = content ?? start.current.initial;
      setShown(newest.current);
      setState({ ...fresh, ready: true, draftId: saved?.draftId ?? null, savedAt: saved?.updatedAt ?? null });
    });
    const stopListening = rpc.onEvent((event) => {
      if (event.event === 'lockSoon') void current.flush();
    });
    const forget = beforeLock(current.flush);
    return () => {
      wanted = false;
      stopListening();
      forget();
      void current.flush();
    };
  }, [rpc, kind, caseId, subjectKey]);

  const setValue = useCallback((next: T | ((current: T) => T)) => {
    newest.current = typeof next === 'function' ? (next as (current: T) => T)(newest.current) : next;
    setShown(newest.current);
    saver.current?.change(newest.current);
  }, []);

  const flush = useCallback(async () => {
    await saver.current?.flush();
  }, []);

  const { draftId } = state;
  const discard = useCallback(async () => {
    await saver.current?.flush();
    if (draftId === null) await discardDraftAt(rpc, { kind, caseId, subjectKey });
    else await rpc.call('drafts.discard', { draftId });
    newest.current = start.current.initial;
    setShown(newest.current);
    setState({ ...fresh, ready: true });
  }, [rpc, kind, caseId, subjectKey, draftId]);

  return { ...state, value, setValue, flush, discard };
};
