import type { Bodies } from '@shared/domain/case/contents.ts';
import { carriesDisputes } from '@shared/domain/case/disputes.ts';
import { type CaseState, emptyCase } from '@shared/domain/case/state.ts';
import { expect, it } from 'vitest';

const said = { date: '2026-06-04', words: 'Saya hadir pada rapat itu.' };
const later = { date: '2026-07-01', words: 'Bukti hadir sudah saya serahkan.' };
const forged = { date: '2026-06-04', words: 'Saya mengakui semuanya.' };

const act = (hash: string, type: string, about: string | null, facts: readonly string[] = []) => ({
  hash,
  type,
  about,
  facts,
});

/** Requests about a copy of the act "sheet" that were refused, each with what is at hand of it. */
const fileOf = (requests: readonly ({ readonly date: string; readonly words: string } | null)[]) => {
  const acts = [
    act('sheet', 'problemCommunicated', null),
    act('copy', 'copyReleased', 'sheet'),
    ...requests.flatMap((_, at) => [
      act(`request${at}`, 'correctionRequested', 'copy'),
      act(`answer${at}`, 'correctionAnswered', `request${at}`, ['correctionRefused']),
    ]),
  ];
  const bodies = requests.flatMap((request, at) =>
    request === null ? [] : [[`request${at}`, { content: { date: request.date, request: request.words } }] as const],
  );
  return [{ ...emptyCase, acts } as unknown as CaseState, new Map(bodies) as unknown as Bodies, 'sheet'] as const;
};

it('a copy carries each refused request with its day and words, and nothing else in that name', () => {
  const two = fileOf([said, later]);
  expect(carriesDisputes(...two, [said, later])).toBe(true);
  for (const carried of [[], [said], [said, said], [said, forged], [said, later, forged]])
    expect(carriesDisputes(...two, carried)).toBe(false);
  expect(carriesDisputes(...two, [{ ...said, date: '2026-01-01' }, later])).toBe(false);
});

it('what was said twice stands there twice: the second place is nobody else’s words', () => {
  const twice = fileOf([said, said]);
  expect(carriesDisputes(...twice, [said, said])).toBe(true);
  expect(carriesDisputes(...twice, [said, forged])).toBe(false);
});

it('of a request whose words are not at hand it is known that there is one', () => {
  const one = fileOf([said, null]);
  expect(carriesDisputes(...one, [said, later])).toBe(true);
  for (const carried of [[said], [later, forged]]) expect(carriesDisputes(...one, carried)).toBe(false);
});
