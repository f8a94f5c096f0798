/** Keeps calls back for a while. */
export interface Hold {
  /** Runs `run` while no further call is let through: those that come wait until it has ended. One at a time. */
  readonly hold: <T>(run: () => Promise<T>) => Promise<T>;
  /** True while calls wait. */
  readonly isHeld: () => boolean;
  /** Settles when calls are let through. */
  readonly passed: () => Promise<void>;
}

/** Lets every call through until somebody holds. */
export const createHold = (): Hold => {
  let held: Promise<unknown> | undefined;
  const passed = async (): Promise<void> => {
    while (held !== undefined) await held;
  };
  return {
    isHeld: () => held !== undefined,
    passed,
    hold: async (run) => {
      await passed();
      const running = run();
      const release = (): void => {
        held = undefined;
      };
      held = running.then(release, release);
      return running;
    },
  };
};
