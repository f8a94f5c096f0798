/** Whoever signs as a vault: handed to what writes a format, which never sees the key itself. */
export interface Signer {
  /** Identity of the vault, the same in every copy of it: 32 hexadecimal digits. */
  readonly instanceId: string;
  /** Ed25519 public key of the holder, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Ed25519 signature of `bytes` under a domain (see `withDomain`). */
  readonly sign: (domain: string, bytes: Uint8Array) => Uint8Array;
  /** A C2SP signed note of `text` by this vault's key under the key name `name` (see `writeNote`). */
  readonly signNote: (name: string, text: string) => string;
}
