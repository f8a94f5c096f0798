/** Replaced at build time. */
interface ImportMeta {
  readonly env: { readonly DEV: boolean };
}
