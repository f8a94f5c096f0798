import type { ActBody } from './body.ts';

const placeOf = (part: string, above: string): string | null =>
  part.startsWith(`${above}/`) ? part.slice(above.length + 1) : null;

/** The parts of a body that a copy may leave out. */
export const partsToLeaveOut = ({ content, attachments }: Pick<ActBody, 'content' | 'attachments'>): string[] => [
  ...Object.keys(content).map((name) => `content/${name}`),
  ...attachments.map((_, at) => `attachments/${at}`),
];

/** A body without some of its parts. */
export const withoutParts = (body: ActBody, leftOut: readonly string[]): ActBody => {
  const left = (above: string) => new Set(leftOut.map((part) => placeOf(part, above)));
  const [fields, files] = [left('content'), left('attachments')];
  return {
    ...body,
    content: Object.fromEntries(Object.entries(body.content).filter(([name]) => !fields.has(name))),
    attachments: body.attachments.filter((_, at) => !files.has(String(at))),
  };
};
