import { doubts } from '@shared/domain/package/certification.ts';
import { choicesOf, heldCodes, heldKinds, reviewKinds, takingOf } from '@shared/domain/package/review.ts';
import { describe, expect, it } from 'vitest';

// Which reasons a person may overrule: those alone that ask for a person's judgement. All that protects others stays.

const withTaking = (taking: string): string[] => heldCodes.filter((code) => takingOf(code) === taking);

describe('the table of what is to be looked at', () => {
  it('lets a person overrule doubts, and an echo that is told of this vault alone', () => {
    expect(withTaking('whole').sort()).toEqual([...doubts, 'echoInvented'].sort());
  });

  it('never lets a package in whole whose acts the table or the directory refuses', () => {
    expect(withTaking('acts').sort()).toEqual(
      [
        'actNotCertified',
        'actNotForMe',
        'actRefused',
        'attachmentMissing',
        'documentInvalid',
        'packageFork',
        'signerRevoked',
      ].sort(),
    );
    expect(withTaking('again').sort()).toEqual(['directoryFork', 'noDirectory', 'personsAlike', 'signerUnknown']);
  });

  it('gives everything that is listed a way out, and nothing that is not', () => {
    for (const kind of reviewKinds) {
      const isTold = (heldCodes as string[]).includes(kind) && !heldKinds[kind as (typeof heldCodes)[number]].kept;
      expect([kind, choicesOf(kind).length === 0]).toEqual([kind, isTold || kind === 'asksMe']);
    }
  });

  it('asks who is meant before a package that hangs on it alone comes in, and beside single acts of every other', () => {
    expect(choicesOf('personsAlike', true)).toEqual(['tell', 'refuse', 'ask']);
    for (const code of heldCodes) {
      const mayTell = heldKinds[code].kept && takingOf(code) !== 'never';
      expect([code, choicesOf(code, true).includes('tell')]).toEqual([code, mayTell]);
      expect([code, choicesOf(code).includes('tell')]).toEqual([code, false]);
    }
  });

  it('offers no taking where nothing may be taken', () => {
    for (const kind of reviewKinds)
      expect([kind, choicesOf(kind).includes('take')]).toEqual([kind, takingOf(kind) !== 'never']);
  });
});
