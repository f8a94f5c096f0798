import { acknowledgementOf, type SignedAct, signatureGround } from '@shared/domain/case/employee-signature.ts';
import { expect, it } from 'vitest';

// What an employee's signature on a communication sheet rests on: shown, stated by the employee, or told by somebody.

const act = (hash: string, type: string, more: Partial<SignedAct> = {}): SignedAct => ({
  hash,
  type,
  about: null,
  origin: 'vault',
  files: 0,
  ...more,
});
const sheet = act('1', 'problemCommunicated');
const released = act('2', 'copyReleased', { about: '1' });

it('is the scan where the sheet says so and has it', () => {
  expect(signatureGround({ ...sheet, files: 1 }, 'signed', [])).toBe('scan');
  expect(signatureGround({ ...sheet, files: 1 }, 'awaited', [])).toBe('none');
});

it('is the word of the assessor where nothing shows it, as in version 0.3', () => {
  expect(signatureGround(sheet, 'signed', [sheet, released])).toBe('assessor');
});

it.each(['copyAcknowledged', 'responseGiven'])('is what the employee states by the own key: %s', (type) => {
  const own = act('3', type, { about: '2' });
  for (const said of ['signed', 'awaited'] as const)
    expect(signatureGround(sheet, said, [sheet, released, own])).toBe('ownAct');
  // Whoever answers has not signed the sheet by that.
  expect(signatureGround(sheet, 'refused', [sheet, released, own])).toBe('refused');
  expect(signatureGround(sheet, 'awaited', [sheet, released, { ...own, origin: 'paper' }])).toBe('none');
  expect(signatureGround(sheet, 'awaited', [sheet, released, { ...own, origin: 'paper', files: 1 }])).toBe('ownAct');
});

it('is nothing that is said of the copy of another act', () => {
  const other = { ...released, about: '9' };
  expect(signatureGround(sheet, 'signed', [other, act('3', 'copyAcknowledged', { about: '2' })])).toBe('assessor');
  expect(signatureGround(sheet, 'awaited', [])).toBe('none');
});

it('reads what a sheet says, and nothing that it does not', () => {
  expect(acknowledgementOf({ acknowledgement: 'signed' })).toBe('signed');
  expect(acknowledgementOf({ acknowledgement: 'yes' })).toBeUndefined();
});
