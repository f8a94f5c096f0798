/** What the exit code of the command says. */
export const exitCodes = {
  /** Valid, or nothing found. */
  good: 0,
  /** Not valid, not signed, or something was found. */
  notGood: 1,
  /** Could not be read or checked. */
  unreadable: 2,
  /** The command itself was wrong (EX_USAGE of sysexits.h). */
  usage: 64,
  /** Ctrl+C at the passphrase. */
  cancelled: 130,
} as const;
