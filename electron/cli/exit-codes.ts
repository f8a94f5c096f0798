/** What the exit code of the command says. */
export const exitCodes = {
  /** Valid, or nothing found. */
  good: 0,
  /** Not valid, not signed, or something was found. */
  notGood: 1,
  /** Could not be read or checked. */
  unreadable: 2,
  /** Whole, but neither the directory nor the card that was named vouches for a signer. */
  signerUnknown: 3,
  /** Whole, but by that directory or card not signed by whom the paper names. */
  signerOther: 4,
  /** The command itself was wrong (EX_USAGE of sysexits.h). */
  usage: 64,
  /** Ctrl+C at the passphrase. */
  cancelled: 130,
} as const;
