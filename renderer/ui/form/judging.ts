import { useMemo, useState } from 'react';
import { afterPress } from '../../lib/press.ts';
import { type IssueLookup, noIssues } from './issues.ts';

/** How far a form was judged. A field in which somebody writes is not judged until it is left. */
export interface Judged {
  /** Somebody tried to go on: all fields are judged. */
  readonly tried: boolean;
  /** Fields that were written in and left. */
  readonly left: ReadonlySet<string>;
  /** Fields that were written in and not left yet. */
  readonly writing: ReadonlySet<string>;
}

/** A form as it opens: of nothing that it lacks anything is said. */
export const unjudged: Judged = { tried: false, left: new Set(), writing: new Set() };

/** After something was written in a field. */
export const afterWriting = (judged: Judged, name: string): Judged =>
  judged.writing.has(name) ? judged : { ...judged, writing: new Set([...judged.writing, name]) };

/** After a field was left; one in which nothing was written stays as it was. */
export const afterLeaving = (judged: Judged, name: string): Judged => {
  if (!judged.writing.has(name)) return judged;
  const writing = new Set([...judged.writing].filter((other) => other !== name));
  return { ...judged, left: new Set([...judged.left, name]), writing };
};

/** After somebody tried to go on: to sign, to record, to save. */
export const afterTrying = (judged: Judged): Judged => ({ ...judged, tried: true, writing: unjudged.writing });

/** After an entry of a list was removed: its fields, and those that took their places, are as they opened. */
export const afterRemoving = ({ tried, left, writing }: Judged, list: string): Judged => {
  const without = (names: ReadonlySet<string>): Set<string> =>
    new Set([...names].filter((name) => name !== list && !name.startsWith(`${list} `)));
  return { tried, left: without(left), writing: without(writing) };
};

/** Name of a field within a form: the path to it. */
const nameOf = (path: readonly (string | number)[]): string => path.join(' ');

/** Tells whether what is wrong with a field is to be said: it, or what it is a part of, is judged. */
export const isJudged = ({ tried, left, writing }: Judged, ...path: readonly (string | number)[]): boolean => {
  const names = path.map((_, index) => nameOf(path.slice(0, index + 1)));
  return !names.some((name) => writing.has(name)) && (tried || names.some((name) => left.has(name)));
};

/** Hears of the fields of a form (see `FormFields`): written in, and left. */
export interface Judging {
  readonly wrote: (name: string) => void;
  readonly left: (name: string) => void;
  /** An entry of a list was removed. */
  readonly removed: (list: string) => void;
}

/** Hears of fields of a part of a form, e.g. of an entry of a list. */
export const judgingBelow = (judging: Judging, ...prefix: readonly (string | number)[]): Judging => ({
  wrote: (name) => judging.wrote(nameOf([...prefix, name])),
  left: (name) => judging.left(nameOf([...prefix, name])),
  removed: (list) => judging.removed(nameOf([...prefix, list])),
});

/** Keeps how far a form was judged, and shows its refusals accordingly. */
export const useJudging = () => {
  const [judged, setJudged] = useState(unjudged);
  const judging = useMemo<Judging>(
    () => ({
      wrote: (name) => setJudged((before) => afterWriting(before, name)),
      // Leaving by a press on a button: what is said then must not move the button away before the click.
      left: (name) => afterPress(() => setJudged((before) => afterLeaving(before, name))),
      removed: (list) => setJudged((before) => afterRemoving(before, list)),
    }),
    [],
  );
  const { tried } = judged;
  return {
    tried,
    judging,
    /** False while there is nothing to say, whatever is wrong. */
    isBegun: tried || judged.left.size > 0,
    /** The lookup without what is not judged yet. */
    shown: (lookup: IssueLookup, isTried = tried): IssueLookup =>
      judged === unjudged && !isTried
        ? noIssues
        : (...path) => (isJudged({ ...judged, tried: isTried }, ...path) ? lookup(...path) : undefined),
    tryAll: (): void => setJudged(afterTrying),
    /** As the form opened, e.g. once it is stored. */
    reset: (): void => setJudged(unjudged),
  };
};
