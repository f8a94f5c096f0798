type Flush = () => Promise<void>;

const flushes = new Set<Flush>();

/** Milliseconds that a lock waits for what was typed last; a person who locks wants to go. */
const longest = 1500;

/** Has `flush` called when a person locks the vault, until the returned function is called. */
export const beforeLock = (flush: Flush): (() => void) => {
  flushes.add(flush);
  return () => void flushes.delete(flush);
};

/** Saves whatever was typed last and waits for it, a moment at most. Never rejects. */
export const saveUnsaved = async (): Promise<void> => {
  if (flushes.size === 0) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const moment = new Promise((resolve) => {
    timer = setTimeout(resolve, longest);
  });
  await Promise.race([Promise.allSettled([...flushes].map((flush) => flush())), moment]);
  clearTimeout(timer);
};
