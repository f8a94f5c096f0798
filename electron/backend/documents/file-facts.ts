import { statedOnOf } from '@shared/domain/case/act-days.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import { latestContent } from '@shared/domain/case/contents.ts';
import { documentKindOfAct, documentTitles } from '@shared/domain/documents/kind.ts';
import { paperDayOf } from '@shared/domain/documents/numbering.ts';
import type { FiledPaper, OfficeFacts } from '@shared/domain/documents/office/facts.ts';
import { isStepForm, stepForms } from '@shared/domain/documents/step-form-kind.ts';
import texts from '@shared/i18n/id/case.json' with { type: 'json' };
import { asRead, type CaseFile } from '../case/case-file.ts';
import type { StoredAct } from '../case/stored-act.ts';

const names: Readonly<Record<ActType, string>> = texts.acts;

/** What a list of papers calls the paper of a step. */
const titleOf = (type: ActType): string => {
  const kind = documentKindOfAct(type);
  if (kind !== null) return documentTitles[kind];
  return isStepForm(type) ? stepForms[type].title : names[type];
};

const said = ({ body }: StoredAct, name: 'date' | 'number'): string => {
  const value = body?.content[name];
  return typeof value === 'string' ? value : '';
};

/** The paper of an act, dated as it is: an invitation by its own day, never by that of the meeting. */
const paperOf = (act: StoredAct): FiledPaper => {
  const { type } = act.header;
  const on = statedOnOf(act.header);
  return {
    on: paperDayOf(type, act.body?.content ?? {}, on) || on,
    title: titleOf(type),
    number: said(act, 'number'),
    attachments: act.body?.attachments.length ?? 0,
  };
};

/** In the order of a file: by day. Acts that build on none of each other come in the order of their hashes: chance. */
const byDay = (a: FiledPaper, b: FiledPaper): number => {
  const [first, second] = [a, b].map(({ on, title, number }) => `${on} ${title} ${number}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
};

/** What office papers count of a file: numbers, days and titles, without a name. Acts without effect do not count. */
export const factsOfFile = (file: CaseFile): OfficeFacts => {
  const { state, bodies, byHash } = asRead(file);
  const acts = state.acts.flatMap(({ hash }) => {
    const act = byHash.get(hash);
    return act === undefined || act.body === null ? [] : [act];
  });
  const sessions = acts.filter(({ header }) => header.type === 'sessionHeld').map((act) => said(act, 'date'));
  return {
    register: latestContent(state, bodies, 'reportRegistered')?.number ?? '',
    // Who sees no session (law: sight) knows of none, which is not that there was none.
    sessions: sessions.length === 0 ? null : sessions,
    papers: acts.map(paperOf).toSorted(byDay),
    archive: null,
  };
};
