import type { ActInput } from '@shared/contract/case.ts';
import { actTypes } from '@shared/domain/case/act-type.ts';
import { latestContent } from '@shared/domain/case/contents.ts';
import { disputesAbout } from '@shared/domain/case/disputes.ts';
import { deliveries } from '@shared/domain/case/routes.ts';
import type { FoldedAct } from '@shared/domain/case/state.ts';
import type { ActOnPaper, CopiedAct, DocumentContext } from '@shared/domain/documents/context.ts';
import { type DocumentKind, documentKindOfAct } from '@shared/domain/documents/kind.ts';
import { roleTitles } from '@shared/domain/documents/official-titles.ts';
import { roles } from '@shared/domain/identity/person.ts';
import { type CaseFile, matterOf, toCaseFile } from '../case/case-file.ts';
import type { StoredAct } from '../case/stored-act.ts';
import type { RecordsReader } from '../db/handles.ts';
import { paperLabels } from '../papers/paper-labels.ts';
import { blankOf } from '../settings/office.ts';
import { getSettings } from '../settings/settings.ts';
import { actOnPaper } from './act-on-paper.ts';
import { copyToRelease } from './copied-act.ts';

/** Papers of which others receive a copy; an invitation names nobody else. */
const distributed: readonly DocumentKind[] = [
  'behaviourReport',
  'assignmentLetter',
  'resultRecord',
  'followUpDecision',
];

/** The case as it was when an act had just been signed: its paper is the same whenever it is made. */
export const fileAt = (file: CaseFile, act: StoredAct): CaseFile => {
  const order = file.state.acts.map((folded) => folded.hash);
  const until = new Set(order.slice(0, order.indexOf(act.hash) + 1)).add(act.hash);
  return toCaseFile(
    { acts: file.acts.filter(({ hash }) => until.has(hash)), broken: [] },
    file.holder,
    file.identities,
  );
};

const relatedOf = ({ state, bodies }: CaseFile): DocumentContext['related'] => {
  const found = actTypes.flatMap((type) => {
    const content = latestContent(state, bodies, type);
    return content === null ? [] : [[type, content] as const];
  });
  return Object.fromEntries(found) as DocumentContext['related'];
};

/** Roles that receive the whole of an act, beside its author and the employee. */
const distributionOf = (
  file: CaseFile,
  act: Pick<FoldedAct, 'type' | 'capacity' | 'origin' | 'facts' | 'about'>,
): string[] => {
  const kind = documentKindOfAct(act.type);
  if (kind === null || !distributed.includes(kind)) return [];
  const forms = deliveries(act, file.state);
  return roles
    .filter((role) => forms[role] === 'all' && role !== act.capacity && role !== 'employee')
    .map((role) => roleTitles[role]);
};

/**
 * What papers of a case draw from its acts and from the settings; no act is shown yet. `named`: the institution that
 * writes, else that of the file; `at`: the moment whose letterhead it bears, null for now.
 */
const caseContext = (
  tx: RecordsReader,
  file: CaseFile,
  named: string | undefined,
  at: string | null,
): DocumentContext => {
  const matter = matterOf(file);
  return {
    ...blankOf(tx, named || matter.institution, at),
    form: 'prefilled',
    period: matter.period,
    employee: matter.employee ?? null,
    assessor: matter.assessor ?? null,
    related: relatedOf(file),
    labels: paperLabels(getSettings(tx)),
  };
};

/**
 * What the paper of a signed act shows; the same whenever it is made, but for the letterhead of typed settings. That of
 * the institution's profile is the one of when it was signed.
 * `original`: of a copy, the act that it shows.
 */
export const signedContext = (
  tx: RecordsReader,
  file: CaseFile,
  act: StoredAct,
  { qrText, original }: { readonly qrText: string; readonly original: CopiedAct | null },
): DocumentContext => {
  const then = fileAt(file, act);
  return {
    ...caseContext(tx, then, act.body?.institution, act.header.statedAt),
    form: 'signed',
    act: actOnPaper(act),
    // As it stands now: what was disputed since goes along.
    disputes: disputesAbout(file.state, file.bodies, act.hash),
    original,
    distribution: distributionOf(then, act.header),
    qrText,
    selfIssued: act.header.origin === 'vault',
  };
};

/** What a form to be signed outside shows: the case, and of the draft what is known so far. */
export const prefilledContext = (
  tx: RecordsReader,
  file: CaseFile,
  draft: ActInput | null,
  attachments: ActOnPaper['attachments'],
): DocumentContext => {
  const context = caseContext(tx, file, draft?.institution, null);
  if (draft === null) return context;
  const { type, capacity, author, authorOffice, content, about } = draft;
  return {
    ...context,
    act: {
      type,
      capacity,
      statedOn: '',
      clockCorrected: false,
      isDayTold: true,
      author,
      authorOffice,
      content,
      attachments,
      medium: draft.paper?.medium ?? null,
    },
    disputes: type === 'copyReleased' ? disputesAbout(file.state, file.bodies, about) : [],
    original: type === 'copyReleased' ? copyToRelease(file, about, content) : null,
    distribution: distributionOf(file, { ...draft, origin: draft.paper === null ? 'vault' : 'paper', facts: [] }),
  };
};
