import { describe, expect, it } from 'vitest';
import { foldText, mostInLine } from '../../../renderer/lib/fold-text.ts';

const long = 'x'.repeat(mostInLine);

describe('folding a long text', () => {
  it('leaves a short one whole', () => {
    expect(foldText('One. Two.')).toEqual({ line: 'One. Two.', more: '' });
  });

  it('shows the first sentence with its own credit', () => {
    expect(foldText(`One. (UU 1/2000) Two ${long}. (Usulan Bilik)`)).toEqual({
      line: 'One. (UU 1/2000)',
      more: `Two ${long}. (Usulan Bilik)`,
    });
  });

  it('gives a first sentence without credit the one that ends the text', () => {
    expect(foldText(`One. Two ${long}. (Usulan Bilik)`)).toEqual({
      line: 'One. (Usulan Bilik)',
      more: `Two ${long}. (Usulan Bilik)`,
    });
  });

  it('does not end a sentence at an abbreviation', () => {
    expect(foldText(`Pejabat (definitif, Plt., Plh.) melanjutkan ${long}. Dua.`).line).toBe(
      `Pejabat (definitif, Plt., Plh.) melanjutkan ${long}.`,
    );
  });
});
