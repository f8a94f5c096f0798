import type { Answers } from '../window/stand-in.ts';
import { hex } from './files.ts';

const updatedAt = '2026-11-24T02:29:00.000Z';

/** Answers of a vault that keeps the drafts of one screen. */
export const remembered = (): Answers => {
  const kept: { draftId: string; kind: string; caseId: string | null; subjectKey: string; content: string }[] = [];
  return {
    'drafts.list': () => kept.map(({ content: _content, ...draft }) => ({ ...draft, updatedAt })),
    'drafts.get': ({ draftId }) => {
      const found = kept.find((draft) => draft.draftId === draftId);
      if (found === undefined) throw new Error('no such draft');
      return { ...found, updatedAt };
    },
    'drafts.save': ({ kind, caseId, subjectKey, content }) => {
      const found = kept.find((draft) => draft.kind === kind && draft.subjectKey === subjectKey);
      const draftId = found?.draftId ?? hex(500 + kept.length, 32);
      if (found === undefined) kept.push({ draftId, kind, caseId, subjectKey, content });
      else found.content = content;
      return { draftId, updatedAt };
    },
  };
};
