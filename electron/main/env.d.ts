/** Replaced at build time. */
interface ImportMeta {
  readonly env: { readonly DEV: boolean };
}
/** True only in builds made for `npm run dev:inspect`. */
declare const __DEV_INSPECT__: boolean;
