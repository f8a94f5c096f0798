/** What is asked of something that was dropped: a `DataTransferItem` has it. */
export interface DroppedItem {
  readonly kind: string;
  getAsFile(): File | null;
  webkitGetAsEntry(): { readonly isDirectory: boolean; readonly name: string } | null;
}

/** What was dropped. */
export interface Dropped {
  readonly files: readonly File[];
  /** Names of folders, which are not opened. */
  readonly folders: readonly string[];
}

/** Reads what was dropped; text and links of other programs are no files. */
export const droppedOf = (items: Iterable<DroppedItem>): Dropped => {
  const files: File[] = [];
  const folders: string[] = [];
  for (const item of items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry?.isDirectory === true) folders.push(entry.name);
    else if (file !== null) files.push(file);
  }
  return { files, folders };
};

/** What of a drop is not taken, and so has to be said. */
export type NotTaken =
  | { readonly code: 'noFile' }
  | { readonly code: 'folders' | 'onlyOne'; readonly names: readonly string[] };

/** Sorts a drop by what is taken; `single`: only the first file is. */
export const sortDropped = (
  { files, folders }: Dropped,
  single: boolean,
): { readonly taken: readonly File[]; readonly notTaken: readonly NotTaken[] } => {
  const taken = single ? files.slice(0, 1) : files;
  const rest = files.slice(taken.length).map(({ name }) => name);
  const notTaken: NotTaken[] = [];
  if (files.length + folders.length === 0) notTaken.push({ code: 'noFile' });
  if (folders.length > 0) notTaken.push({ code: 'folders', names: folders });
  if (rest.length > 0) notTaken.push({ code: 'onlyOne', names: rest });
  return { taken, notTaken };
};
