import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ readonly number: number, readonly hash: string, readonly text: string }} Sentence */

/** White space of any kind as one space, nothing at the ends. @param {string} text */
const plain = (text) => text.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim();

/** Letters and dots after which a text goes on: initials, degrees, "No." */
const goesOn = /(?:^|[\s(“"])(?:[A-Za-z]|[Nn]o|S\.H\.I)\.$/u;
/** What a sentence begins with, after a letter or number of a list such as `d.`, `(b)`, `d)`. */
const begins = /^(?:\(?[a-z0-9]{1,2}[.)]\s+)?[“"(]?[\p{Lu}\d]/u;

/**
 * The sentences of one line: it ends after `.`, `?` or `!` (and a closing quotation mark) where the next word begins a
 * sentence. A number in front of an item of a list is no sentence and no part of one.
 * @param {string} line
 * @returns {string[]}
 */
const sentencesOf = (line) => {
  const text = plain(line).replace(/^\d+\. (?=\S)/u, '');
  /** @type {string[]} */
  const found = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(/[.?!]["”]?(?= )/gu)) {
    const stop = index + end.length;
    if (goesOn.test(text.slice(start, stop)) || !begins.test(text.slice(stop + 1))) continue;
    found.push(text.slice(start, stop));
    start = stop + 1;
  }
  return [...found, text.slice(start)].filter((sentence) => /[\p{L}\d]/u.test(sentence));
};

/**
 * All sentences of a text, numbered from 1; headings and cells of a table are sentences too. A hash is the first eight
 * hex digits of the SHA-256 of the sentence in UTF-8, its white space made plain.
 * @param {string} text
 * @returns {Sentence[]}
 */
export const numberSentences = (text) =>
  text
    .split(/\r?\n/u)
    .flatMap(sentencesOf)
    .map((sentence, index) => ({
      number: index + 1,
      hash: createHash('sha256').update(sentence, 'utf8').digest('hex').slice(0, 8),
      text: sentence,
    }));

/**
 * The sources in a folder by their short names, from the table in its README: `| [name] | file | … |`.
 * @param {string} folder
 * @returns {Map<string, Sentence[]>}
 */
export const readSources = (folder) =>
  new Map(
    [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/^\| \[(\w+)\] \| (\S+) \|/gmu)].map(
      ([, name = '', file = '']) => [name, numberSentences(readFileSync(join(folder, file), 'utf8'))],
    ),
  );
