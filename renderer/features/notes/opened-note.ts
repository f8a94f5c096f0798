/** Which note is open: one of the list, a new one (each new one under its own number), or none. */
export type OpenedNote = { readonly noteId: string } | { readonly newNote: number } | null;
