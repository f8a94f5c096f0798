// What the scripts say to a person: progress on stderr, and failures that name cause and way out.

/** A failure that the person at the keyboard can act on. `cause` says what happened, `wayOut` what to type or do. */
export class SetupError extends Error {
  /**
   * @param {string} cause
   * @param {string} wayOut
   */
  constructor(cause, wayOut) {
    super(cause);
    this.name = 'SetupError';
    this.wayOut = wayOut;
  }
}

/** Prints one line of progress on stderr, so that stdout stays clean for results. */
export function say(text) {
  process.stderr.write(`bilik: ${text}\n`);
}

/** Prints an error as the person should see it. Anything but a SetupError is a bug and keeps its stack. */
export function describe(error) {
  if (error instanceof SetupError) return `bilik: ${error.message}\n  Way out: ${error.wayOut}`;
  return `bilik: unexpected failure\n${error instanceof Error ? error.stack : String(error)}`;
}

/** Runs `main`; on failure prints it and ends the process with code 1. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exitCode = 1;
  }
}
