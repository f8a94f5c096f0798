/** Time as the application sees it; replaced in tests. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number;
}

/** Cryptographic randomness; replaced in property tests alone. */
export interface Random {
  /** `length` random bytes. */
  readonly bytes: (length: number) => Uint8Array;
}
