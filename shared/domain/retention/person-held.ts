/** Kinds of paper about what a vault holds of a person. */
export const heldPaperKinds = ['personHeld'] as const;
export type HeldPaperKind = (typeof heldPaperKinds)[number];
