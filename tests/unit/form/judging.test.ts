import { describe, expect, it } from 'vitest';
import {
  afterLeaving,
  afterRemoving,
  afterTrying,
  afterWriting,
  isJudged,
  type Judged,
  unjudged,
} from '../../../renderer/ui/form/judging.ts';

// A form says what is wrong with a field once it was left with something new, or once somebody tried to go on; never
// while a person writes in it.

const wrote = (name: string) => (judged: Judged) => afterWriting(judged, name);
const left = (name: string) => (judged: Judged) => afterLeaving(judged, name);
const form = (...steps: readonly ((judged: Judged) => Judged)[]): Judged =>
  steps.reduce((judged, step) => step(judged), unjudged);
/** Of two fields, those that are judged. */
const judgedOf = (judged: Judged): readonly string[] => ['topic', 'place'].filter((name) => isJudged(judged, name));

describe('a field is judged', () => {
  it.each([
    ['not as the form opens', form(), []],
    ['not when it is passed by without a word', form(left('topic')), []],
    ['not while its first letter is typed', form(wrote('topic')), []],
    ['once it is left', form(wrote('topic'), left('topic')), ['topic']],
    ['not while it is mended', form(wrote('topic'), left('topic'), wrote('topic')), []],
    ['anew when it is left again', form(wrote('topic'), left('topic'), wrote('topic'), left('topic')), ['topic']],
    ['like all others once somebody tried to go on', form(afterTrying), ['topic', 'place']],
    ['on trying, also while the cursor is in it', form(wrote('topic'), afterTrying), ['topic', 'place']],
    ['not while it is mended after trying', form(afterTrying, wrote('topic')), ['place']],
    ['after trying, once it is left again', form(afterTrying, wrote('topic'), left('topic')), ['topic', 'place']],
    ['whatever is written in another', form(wrote('topic'), left('topic'), wrote('place')), ['topic']],
  ])('%s', (_when, judged, expected) => {
    expect(judgedOf(judged)).toEqual(expected);
  });

  it.each([
    ['an entry of a list as it stands there', form(wrote('goals 0 text'), left('goals 0 text')), [true, false, false]],
    ['all of a list that was left as one', form(wrote('goals'), left('goals')), [true, true, true]],
    [
      'not an entry that took the place of a removed one',
      form(wrote('goals 0 text'), left('goals 0 text'), (judged) => afterRemoving(judged, 'goals')),
      [false, false, false],
    ],
    ['not while its list is written in', form(afterTrying, wrote('goals')), [false, false, false]],
  ])('within a list: %s', (_which, judged, expected) => {
    const said = [
      ['goals', 0, 'text'],
      ['goals', 0, 'due'],
      ['goals', 1, 'text'],
    ].map((path) => isJudged(judged, ...path));
    expect(said).toEqual(expected);
  });
});
