import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The forms in which a text may stand in a file: UTF-8, UTF-16 (both orders), base64 in its three alignments. */
export const formsOf = (text: string): readonly Buffer[] => {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64');
    // The first characters depend on the bytes before, the last on those behind.
    return Buffer.from(encoded.slice(shift === 0 ? 0 : shift + 1, Math.floor(((shift + utf8.length) * 8) / 6)));
  });
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...base64];
};

/** All files below a folder. */
export const filesBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

/** Files below the folders in which one of the texts stands in any form, with the text. */
export const findTexts = async (folders: readonly string[], texts: readonly string[]): Promise<readonly string[]> => {
  const forms = texts.map((text) => ({ text, forms: formsOf(text) }));
  const found: string[] = [];
  for (const file of (await Promise.all(folders.map(filesBelow))).flat()) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    for (const { text, forms: all } of forms)
      if (all.some((form) => bytes.includes(form))) found.push(`${file}: ${text}`);
  }
  return found;
};
