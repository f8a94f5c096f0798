import type { WireError } from '@shared/contract/method.ts';
import type { Result } from '@shared/kernel/result.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Saved, Saver, SaverState, Write } from './saver.ts';
import { holdSaver } from './savers.ts';

export interface SavedOptions<T, S extends Saved> {
  /** What is written, e.g. `note 0f…`: one saver for each. Everything else here is read when it changes. */
  readonly place: string;
  /** Value where nothing is saved yet. */
  readonly initial: T;
  /** Looks up what is saved; null: nothing that one can go on with. */
  readonly load: () => Promise<Result<{ readonly value: T; readonly saved: S } | null, WireError>>;
  readonly write: Write<T, S>;
}

export interface SavedValue<T, S extends Saved> {
  /** False until what is saved has been looked up; show nothing editable before. */
  readonly ready: boolean;
  readonly value: T;
  readonly setValue: (next: T | ((current: T) => T)) => void;
  /** What is saved; null: nothing is. */
  readonly saved: S | null;
  readonly saving: boolean;
  /** Why the latest save, or the looking up, failed; a save is tried again by itself. */
  readonly error: WireError | null;
  /** Saves now; settles after one try. */
  readonly flush: () => Promise<void>;
  /**
   * Forgets what was typed, has `erase` take away what is saved by then, and shows `next`, which need not be saved.
   * What is typed meanwhile stays.
   */
  readonly restart: (next: T, erase: (saved: S) => Promise<unknown>) => Promise<void>;
}

interface Shown<S extends Saved> extends SaverState<S> {
  readonly ready: boolean;
}
const blank = { ready: false, saving: false, saved: null, error: null };

/**
 * The one way in which anything typed is kept: notes (`useNote`) and drafts (`useDraft`). Written within a second while
 * typing goes on, when the page is left, and before a lock or the window's end (`saveUnsaved`).
 */
export const useSaved = <T, S extends Saved>(options: SavedOptions<T, S>): SavedValue<T, S> => {
  const { place } = options;
  const [value, setShown] = useState(options.initial);
  const [state, setState] = useState<Shown<S>>(blank);
  const newest = useRef(options.initial);
  const holding = useRef<Saver<T, S> | null>(null);
  const savedNow = useRef<S | null>(null);
  const latest = useRef(options);
  latest.current = options;

  const begin = useCallback((next: T) => {
    newest.current = next;
    setShown(next);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a place is opened once, with the options that came with it
  useEffect(() => {
    const { load, write, initial } = latest.current;
    const { saver, leave } = holdSaver(place, write);
    let wanted = true;
    const show = (part: Partial<Shown<S>>): void => {
      if (part.saved !== undefined) savedNow.current = part.saved;
      setState((current) => ({ ...current, ...part }));
    };
    const stopHearing = saver.onState(() => {
      const { saved, ...rest } = saver.state();
      show(saved === null ? rest : { saved, ...rest });
    });
    const open = async (): Promise<void> => {
      // Somebody may have left this place a moment ago: what is on its way is newer than what is saved.
      await saver.flush();
      const unsaved = saver.unsaved();
      const loaded = unsaved === null ? await load() : null;
      if (!wanted) return;
      if (loaded?.ok === false) return show({ error: loaded.error });
      begin(unsaved?.value ?? loaded?.value?.value ?? initial);
      show({ ...saver.state(), saved: loaded?.value?.saved ?? saver.state().saved, ready: true });
    };
    holding.current = saver;
    savedNow.current = null;
    setState(blank);
    void open();
    return () => {
      wanted = false;
      stopHearing();
      leave();
    };
  }, [place]);

  const setValue = useCallback(
    (next: T | ((current: T) => T)) => {
      begin(typeof next === 'function' ? (next as (current: T) => T)(newest.current) : next);
      holding.current?.change(newest.current);
    },
    [begin],
  );
  const flush = useCallback(async () => {
    await holding.current?.flush();
  }, []);
  const restart = useCallback(
    async (next: T, erase: (saved: S) => Promise<unknown>) => {
      const shown = newest.current;
      await holding.current?.forget();
      const saved = savedNow.current;
      savedNow.current = null;
      if (saved !== null) await erase(saved);
      setState((current) => (current.saved === saved ? { ...current, saved: null } : current));
      if (newest.current === shown) begin(next);
    },
    [begin],
  );

  return { ...state, value, setValue, flush, restart };
};
