/** Longest time in milliseconds between a change and its saving. */
export const draftDelay = 800;

export interface DraftSaver<T> {
  /** Takes a change; it is saved at latest after the delay, however much is typed meanwhile. */
  readonly change: (value: T) => void;
  /** Saves now what is not saved yet, and waits for it. */
  readonly flush: () => Promise<void>;
  /** Forgets what is not saved yet and takes nothing more. */
  readonly stop: () => void;
}

/**
 * Saves changes one after the other, never two at once, the newest alone. When `save` answers false
 * (it failed), the change stays unsaved and goes with the next one or the next flush.
 */
export const createDraftSaver = <T>(save: (value: T) => Promise<boolean>, delay = draftDelay): DraftSaver<T> => {
  let unsaved: { readonly value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;
  let stopped = false;

  const saveNewest = async (): Promise<void> => {
    while (unsaved !== null) {
      const taken = unsaved;
      unsaved = null;
      const saved = await save(taken.value).catch(() => false);
      if (!saved) {
        unsaved ??= stopped ? null : taken;
        return;
      }
    }
  };

  const flush = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (running !== null) await running;
    if (unsaved === null) return;
    running = saveNewest();
    await running;
    running = null;
  };

  return {
    change: (value) => {
      if (stopped) return;
      unsaved = { value };
      timer ??= setTimeout(() => void flush(), delay);
    },
    flush,
    stop: () => {
      stopped = true;
      unsaved = null;
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
};
