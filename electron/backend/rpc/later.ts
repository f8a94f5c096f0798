/** Something that is loaded once, when it is first wanted. */
export interface Later<T> {
  /** Loads it, or answers what was loaded; rejects when it cannot be loaded. */
  readonly load: () => Promise<T>;
  /** What was loaded; undefined before. */
  readonly loaded: () => T | undefined;
}

/** Puts the loading of something off. */
export const createLater = <T>(load: () => Promise<T>): Later<T> => {
  let loading: Promise<T> | undefined;
  let loaded: T | undefined;
  return {
    load: () => {
      loading ??= load().then((value) => {
        loaded = value;
        return value;
      });
      return loading;
    },
    loaded: () => loaded,
  };
};
