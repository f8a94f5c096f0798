import { describe, expect, it } from 'vitest';
import { type DroppedItem, droppedOf, sortDropped } from '../../../renderer/lib/dropped.ts';

// What a person drops and what is not taken of it: nothing vanishes without a word.

const file = (name: string): DroppedItem => ({
  kind: 'file',
  getAsFile: () => new File(['x'], name),
  webkitGetAsEntry: () => ({ isDirectory: false, name }),
});
/** A browser hands a folder over as a file too, one that cannot be read. */
const folder = (name: string): DroppedItem => ({
  ...file(name),
  webkitGetAsEntry: () => ({ isDirectory: true, name }),
});
const text: DroppedItem = { kind: 'string', getAsFile: () => null, webkitGetAsEntry: () => null };
/** A picture that another program hands over has no place on a disk. */
const picture: DroppedItem = { ...file('gambar.png'), webkitGetAsEntry: () => null };

const told = (items: readonly DroppedItem[], single = false) => {
  const { taken, notTaken } = sortDropped(droppedOf(items), single);
  return { taken: taken.map(({ name }) => name), notTaken };
};

describe('of a drop', () => {
  it.each([
    ['text of another program', [text]],
    ['a link with its text', [text, text]],
    ['nothing at all', []],
    ['something that gives no file after all', [{ ...file('hilang'), getAsFile: () => null }]],
  ])('%s is said to be no file', (_what, items) => {
    expect(told(items)).toEqual({ taken: [], notTaken: [{ code: 'noFile' }] });
  });

  it('folders are named, and the files beside them taken', () => {
    const names = ['Bukti', 'Scan 2026'];
    expect(told([folder('Bukti'), file('surat.pdf'), folder('Scan 2026'), text])).toEqual({
      taken: ['surat.pdf'],
      notTaken: [{ code: 'folders', names }],
    });
    expect(told([folder('Bukti')])).toEqual({ taken: [], notTaken: [{ code: 'folders', names: ['Bukti'] }] });
  });

  it('all files are taken, or the first where only one may be, the others named', () => {
    const items = [file('a.pdf'), picture, file('b.pdf')];
    expect(told(items)).toEqual({ taken: ['a.pdf', 'gambar.png', 'b.pdf'], notTaken: [] });
    const notTaken = [{ code: 'onlyOne', names: ['gambar.png', 'b.pdf'] }];
    expect(told(items, true)).toEqual({ taken: ['a.pdf'], notTaken });
    expect(told([file('a.pdf')], true)).toEqual({ taken: ['a.pdf'], notTaken: [] });
  });
});
