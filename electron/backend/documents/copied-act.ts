import type { ActBody } from '@shared/domain/case/body.ts';
import { withoutParts } from '@shared/domain/case/body-parts.ts';
import { actFields } from '@shared/domain/case/fields/act-fields.ts';
import { type ActHeader, enteredAsOf } from '@shared/domain/case/header.ts';
import { leftOutOf } from '@shared/domain/case/left-out.ts';
import type { CopiedAct } from '@shared/domain/documents/context.ts';
import { documentKindOfAct } from '@shared/domain/documents/kind.ts';
import type { Fields } from '@shared/domain/form/field.ts';
import texts from '@shared/i18n/id/case-fields.json' with { type: 'json' };
import { ownValue } from '@shared/kernel/own-value.ts';
import { readWholeAttachment } from '../attachments/read-attachment.ts';
import { findActRow, toWholeAct } from '../case/act-rows.ts';
import type { CaseFile } from '../case/case-file.ts';
import type { StoredAct } from '../case/stored-act.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';
import { type OpenedCopy, readActCopy, writeActCopy } from '../formats/act/act-copy.ts';
import { embeddedCopy } from '../formats/pdf/embedded-copy.ts';
import { signedDocumentOf } from '../papers/document-rows.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { actOnPaper } from './act-on-paper.ts';

/** What a part is called on paper: the label of its field, or the place of an attachment, never its name. */
const wordsFor = (type: ActHeader['type'], part: string): string => {
  const [above, name = ''] = part.split('/');
  if (above === 'attachments') return `Lampiran ${Number(name) + 1}`;
  const label =
    ownValue(actFields[type] as Fields, name)
      ?.label.split('.')
      .at(-1) ?? '';
  return ownValue(texts.cases.field, label) ?? name;
};

interface Shown {
  readonly header: ActHeader;
  readonly body: ActBody;
  readonly leftOut: readonly string[];
  readonly proof: string | null;
}

/** An act as its copy shows it; null for one of which no paper is made. */
const onCopy = ({ header, body, leftOut, proof }: Shown): CopiedAct | null => {
  const kind = documentKindOfAct(header.type);
  return (
    kind && {
      kind,
      act: actOnPaper({ header, body }),
      institution: body.institution,
      leftOut: leftOut.map((part) => wordsFor(header.type, part)),
      proof,
      keyFingerprint: keyFingerprint(header.authorKey),
      entered: body.paper && { as: enteredAsOf(header), paper: body.paper },
    }
  );
};

/** The act of which a copy is to be released, as a form to be signed outside shows it: nothing proves that. */
export const copyToRelease = (
  file: CaseFile,
  about: string | null,
  release: Readonly<Record<string, unknown>>,
): CopiedAct | null => {
  const { header, body } = file.byHash.get(about ?? '') ?? {};
  const leftOut = leftOutOf(release);
  if (header === undefined || body === undefined || body === null) return null;
  return onCopy({ header, body: withoutParts(body, leftOut), leftOut, proof: null });
};

/** The act that a copy shows, as it stands on the page. */
export interface Copied {
  readonly shown: CopiedAct;
  readonly header: ActHeader;
  readonly body: ActBody;
  /** The file that proves it; null: the paper of this vault has it already, or nothing can. */
  readonly bytes: Uint8Array | null;
}

const provenBy = ({ header, body, leftOut, hash }: OpenedCopy, bytes: Uint8Array | null): Copied | null => {
  const shown = onCopy({ header, body, leftOut, proof: hash });
  return shown && { shown, header, body, bytes };
};

/** An act of v1 with something left out. */
const unproven = (file: CaseFile, about: string, leftOut: readonly string[]): Copied | null => {
  const { header, body } = file.byHash.get(about) ?? {};
  if (header?.format !== 'bilik/act/v1' || body === undefined || body === null) return null;
  const rest = withoutParts(body, leftOut);
  const shown = onCopy({ header, body: rest, leftOut, proof: null });
  return shown && { shown, header, body: rest, bytes: null };
};

/** From the act itself, where this vault has it. The page is made of what the file proves, read anew. */
const fromOriginal = (work: Workspace, file: CaseFile, { header, body }: StoredAct): Copied | null => {
  const about = header.about ?? '';
  const leftOut = leftOutOf(body?.content);
  const row = findActRow(work.records, about);
  const act = row === undefined ? null : toWholeAct(row);
  if (act === null) return null;
  const bytes = writeActCopy(act, leftOut);
  if (bytes === null) return unproven(file, about, leftOut);
  const read = readActCopy(bytes);
  return read.ok ? provenBy(read.value, bytes) : null;
};

/** From the paper that came with the release. */
const fromPaper = (work: Workspace, { hash, header, body, deeper }: StoredAct): Copied | null => {
  const document = signedDocumentOf(work.records, hash);
  const paper = document && readWholeAttachment(work, 'records', document.attachmentId);
  if (!paper?.ok) return null;
  const inside = embeddedCopy(paper.value, { hash, header, body, deeper });
  return inside.state === 'valid' ? provenBy(inside.copy, null) : null;
};

/**
 * The act that a released copy shows; null where this vault has neither that act nor a paper that proves it, or it
 * proves something else than was released.
 */
export const copiedBy = (work: Workspace, file: CaseFile, release: StoredAct): Copied | null =>
  fromOriginal(work, file, release) ?? fromPaper(work, release);
