import { statedOnOf } from '@shared/domain/case/act-days.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import { latestContent } from '@shared/domain/case/contents.ts';
import { documentKindOfAct, documentTitles } from '@shared/domain/documents/kind.ts';
import type { OfficeFacts } from '@shared/domain/documents/office/facts.ts';
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
    papers: acts.map((act) => ({
      on: said(act, 'date') || statedOnOf(act.header),
      title: titleOf(act.header.type),
      number: said(act, 'number'),
      attachments: act.body?.attachments.length ?? 0,
    })),
    archive: null,
  };
};
