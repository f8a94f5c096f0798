import type { ActInput } from '@shared/contract/case.ts';
import { type ActBody, type AttachmentRef, actBodySchema } from '@shared/domain/case/body.ts';
import { factsOf } from '@shared/domain/case/check-act.ts';
import { withSignedMembers } from '@shared/domain/case/corrected-persons.ts';
import type { HeaderDraft } from '@shared/domain/case/definition.ts';
import { disputesAbout } from '@shared/domain/case/disputes.ts';
import { actOf } from '@shared/domain/case/state.ts';
import type { FieldIssue } from '@shared/domain/field-issue.ts';
import { type NamedPerson, namedPerson, toPersonInput } from '@shared/domain/identity/person.ts';
import type { CaseFile } from './case-file.ts';
import type { HolderScope } from './holder-scope.ts';
import { readContent } from './read-content.ts';

/** What an act is drafted from beside what the person typed. */
export interface DraftScope extends HolderScope {
  readonly file: CaseFile;
  readonly attachments: readonly AttachmentRef[];
}

/** An act before it is signed. `body` is null while fields are refused (`issues`). */
export interface ActDraft {
  readonly header: HeaderDraft;
  readonly body: ActBody | null;
  readonly issues: readonly FieldIssue[];
}

const under = (issues: readonly FieldIssue[], name: string): FieldIssue[] =>
  issues.map(({ path, code }) => ({ path: [name, ...path], code }));

type Reading = { readonly content: Record<string, unknown> | null; readonly issues: readonly FieldIssue[] };

/** Content of a correction: the corrected content is read with the schema of the act that it corrects. */
const readCorrection = (content: Record<string, unknown>, input: ActInput, file: CaseFile): Reading => {
  const corrected = input.about === null ? undefined : file.byHash.get(input.about);
  if (corrected === undefined) return { content, issues: [] };
  const inner = readContent(corrected.header.type, content.content as Record<string, unknown>);
  return inner.ok
    ? { content: { ...content, content: inner.value }, issues: [] }
    : { content: null, issues: under(inner.error, 'content') };
};

const readInput = (input: ActInput, file: CaseFile): Reading => {
  const read = readContent(input.type, input.content);
  if (!read.ok) return { content: null, issues: read.error };
  return input.type === 'actCorrected' ? readCorrection(read.value, input, file) : { content: read.value, issues: [] };
};

type Members = Pick<HolderScope, 'memberFor'>;

/** A person with who of the directory is meant; whatever the page says of that does not count. */
const named = (person: NamedPerson, { memberFor }: Members): NamedPerson => {
  const member = memberFor(person);
  return { ...toPersonInput(person), ...(member !== null && { member }) };
};

/** The same of everybody whom a content names, wherever it does. */
const withMembers = (value: unknown, scope: Members): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const person = namedPerson.safeParse(value);
  if (person.success) return named(person.data, scope);
  if (Array.isArray(value)) return value.map((entry) => withMembers(entry, scope));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withMembers(part, scope)]));
};

/** The content of an act with who of the directory is meant; in a correction that is as it was signed. */
const withPeople = (content: Record<string, unknown>, { type, about }: ActInput, scope: DraftScope): unknown => {
  const signed = type === 'actCorrected' && about !== null ? scope.file.signed.get(about) : undefined;
  if (signed === undefined) return withMembers(content, scope);
  return { ...content, content: withSignedMembers(signed.content, content.content) };
};

/**
 * What a copy carries that the employee disputes, whatever the page says of it (law: rectify): of what all share, and
 * for a record for oneself of what the holder has.
 */
const withDisputes = (
  content: Record<string, unknown>,
  { type, about }: ActInput,
  { file }: DraftScope,
): Record<string, unknown> => {
  if (type !== 'copyReleased') return content;
  const { disputes: _, ...said } = content;
  const isShared = actOf(file.shared, about) !== undefined;
  const found = disputesAbout(isShared ? file.shared : file.state, file.bodies, about);
  return found.length === 0 ? said : { ...said, disputes: found };
};

/**
 * Reads what a person typed as an act: the content by the schema of its type, the holder as author unless it
 * comes from paper, the facts that the header tells of it.
 */
export const draftAct = (input: ActInput, scope: DraftScope): ActDraft => {
  const { type, capacity, about } = input;
  const origin = input.paper === null ? 'vault' : 'paper';
  const { content, issues } = readInput(input, scope.file);
  const parsed = actBodySchema.safeParse({
    // Who signs here is known by the key that signs.
    author: input.paper === null ? toPersonInput(scope.holder) : named(input.author, scope),
    authorOffice: input.authorOffice,
    content: withPeople(withDisputes(content ?? {}, input, scope), input, scope),
    attachments: scope.attachments,
    paper: input.paper,
    institution: input.institution || scope.institution,
  });
  const all = [...issues, ...(parsed.success ? [] : parsed.error.issues.map(toBodyIssue))];
  const body = parsed.success && all.length === 0 ? parsed.data : null;
  const facts = body === null ? undefined : factsOf(type, body);
  if (facts?.ok === false) {
    return {
      header: { type, capacity, origin, about, facts: [] },
      body: null,
      issues: [{ path: [], code: 'invalid' }],
    };
  }
  return { header: { type, capacity, origin, about, facts: [...(facts?.value ?? [])] }, body, issues: all };
};

const toBodyIssue = ({ path }: { readonly path: readonly PropertyKey[] }): FieldIssue => ({
  path: ['body', ...path.map((part) => (typeof part === 'number' ? part : String(part)))],
  code: 'required',
});
