import { rowOf } from '@shared/domain/case/act-table.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import { actBodySchema, contentSchemas, signedMedia } from '@shared/domain/case/body.ts';
import { withoutParts } from '@shared/domain/case/body-parts.ts';
import { leftOutMark } from '@shared/domain/case/left-out.ts';
import type { ActOnPaper } from '@shared/domain/documents/context.ts';
import { documentModel } from '@shared/domain/documents/document-model.ts';
import { guidanceModel } from '@shared/domain/documents/guidance/guidance-model.ts';
import { type DocumentKind, documentKinds, isNeutralPaper } from '@shared/domain/documents/kind.ts';
import { followUpTitles } from '@shared/domain/documents/official-titles.ts';
import { belongsTo, guidanceKinds, guidanceRecordSchema } from '@shared/domain/guidance/record.ts';
import { type RecordContent, type RecordKind, recordContents } from '@shared/domain/guidance/record-contents.ts';
import { employmentStatuses } from '@shared/domain/identity/person.ts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { actOfKind, contents, signedContext } from '../../fixtures/document-contexts.ts';
import {
  coachingSample,
  communitySample,
  internshipSample,
  mentoringSample,
  preCoachingSample,
  summarySample,
  workDialogueSample,
} from '../../fixtures/guidance.ts';
import * as people from '../../fixtures/people/cast.ts';

// No PDF carries what its pages do not show: whatever is changed in the body of the act inside changes its page.

/** What need not be shown: by what a file is found, not what it says. */
const unshown = new Set([
  'attachmentId',
  'sha256',
  'mediaType',
  'size',
  'format',
  'recordId',
  'guidanceId',
  'statedAt',
]);

type Path = readonly (string | number)[];
interface Leaf {
  readonly path: Path;
  readonly value: unknown;
}

const leavesOf = (value: unknown, path: Path = []): Leaf[] => {
  if (Array.isArray(value)) return value.flatMap((entry, at) => leavesOf(entry, [...path, at]));
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([name, entry]) => leavesOf(entry, [...path, name]));
};

const put = (value: unknown, [first, ...rest]: Path, leaf: unknown): unknown => {
  if (first === undefined) return leaf;
  if (Array.isArray(value)) return value.map((entry, at) => (at === first ? put(entry, rest, leaf) : entry));
  return { ...(value as object), [first]: put((value as Record<string, unknown>)[first], rest, leaf) };
};

/** All codes of closed lists that a schema knows. */
const codesOf = (schema: z.ZodType): string[] =>
  [...JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })).matchAll(/"enum":\[(.*?)\]/g)]
    .flatMap(([, list]) => (list ?? '').split(','))
    .map((code) => code.replaceAll('"', ''));

/** Other values that a leaf might have. */
const others = (value: unknown, codes: readonly string[]): readonly unknown[] => {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1, value - 1];
  if (value === null) return [];
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return ['2026-01-17'];
  if (/^\d\d:\d\d$/.test(text)) return ['11:45'];
  if (/^[0-9a-f]{32,64}$/.test(text)) return ['5'.repeat(text.length)];
  if (/^\d{18}$/.test(text)) return ['199107072019031001'];
  if (text === '') return ['Tambahan', '2026-01-17', '11:45', '199107072019031001'];
  return [...(codes.includes(text) ? codes : []), ...Object.keys(followUpTitles), `${text} Tambahan`].filter(
    (other) => other !== text,
  );
};

const carrying = documentKinds.filter(
  (kind) => kind !== 'consentForm' && kind !== 'employeeCopy' && !isNeutralPaper(kind),
);

const isBody = (
  type: ActType,
  {
    statedOn: _,
    clockCorrected: __,
    ...body
  }: { readonly statedOn: string; readonly clockCorrected: boolean; readonly content: unknown },
) => actBodySchema.safeParse(body).success && contentSchemas[type].safeParse(body.content).success;

/** The act inside the paper of a kind: what lies in the file, and the page made from it. */
const paperOf = (kind: DocumentKind) => {
  const type = actOfKind[kind];
  const context = signedContext(kind);
  const { author: signer, capacity, statedOn, medium } = context.act ?? expect.fail('no act');
  const author = signer ?? expect.fail('no author');
  const file = {
    attachmentId: 'a'.repeat(32),
    sha256: 'b'.repeat(64),
    name: 'Lampiran.pdf',
    mediaType: 'x/y',
    size: 1,
  };
  const member = { entryId: '3'.repeat(32), key: '4'.repeat(64) };
  const inside = {
    author: author && { ...author, member },
    authorOffice: 'Plt. Kepala Bagian Umum',
    content: contentSchemas[type].parse(contents[type]),
    attachments: [file],
    paper: null,
    institution: context.institution.name,
    statedOn,
    clockCorrected: false,
  };
  const pageOf = ({ paper: _, institution, ...said }: typeof inside) => {
    const act = { type, capacity, medium, isDayTold: true, ...said } as ActOnPaper;
    return documentModel(kind, { ...context, institution: { ...context.institution, name: institution }, act });
  };
  const isValid = (changed: typeof inside) => isBody(type, changed);
  return { inside, pageOf, isValid, codes: codesOf(contentSchemas[type]) };
};

const { kind: _kind, forms: _forms, log: _log, date: _date, ...mentoringPlan } = mentoringSample;
const recordSamples: Readonly<Record<RecordKind, RecordContent>> = {
  preCoaching: preCoachingSample,
  coaching: coachingSample({
    adjustment: { state: 'proposed', expectation: 'Laporan bulanan', measure: 'Tepat waktu', target: '12 laporan' },
  }),
  mentoringPlan: { kind: 'mentoringPlan', ...mentoringPlan, date: '2026-11-25' },
  mentoring: mentoringSample,
  feedbackSummary: summarySample(),
  learningCommunity: communitySample,
  internship: internshipSample,
  workDialogue: workDialogueSample(),
};

/** The record inside a paper of guidance. */
const guidancePaperOf = (kind: RecordKind) => {
  const inside = {
    format: 'bilik/guidance-record/v1' as const,
    recordId: '1'.repeat(32),
    guidanceId: '2'.repeat(32),
    guidance: guidanceKinds.find((guidance) => belongsTo(kind, guidance)) ?? ('coaching' as const),
    topic: 'Mutu data bulanan',
    institution: people.institution,
    period: '2026',
    leader: people.assessor,
    participants: [people.employee, people.counsellor],
    content: recordSamples[kind],
    statedAt: '2026-11-24T03:00:00.000Z',
  };
  const pageOf = ({ institution, period, leader, participants, topic, content: said }: typeof inside) => {
    const context = signedContext('behaviourReport');
    return guidanceModel(
      {
        ...context,
        institution: { ...context.institution, name: institution },
        act: null,
        period,
        employee: participants[0] ?? null,
        assessor: leader,
      },
      { kind, topic, leader, participants, content: said },
    );
  };
  const isValid = (changed: typeof inside) => guidanceRecordSchema.safeParse(changed).success;
  return { inside, pageOf, isValid, codes: codesOf(guidanceRecordSchema), byTitle: ['guidance', 'content.kind'] };
};

/** What lies in a file and can be changed without a change of its page. */
const hiddenIn = <T extends object>(paper: {
  readonly inside: T;
  readonly pageOf: (inside: T) => unknown;
  readonly isValid: (inside: T) => boolean;
  readonly codes: readonly string[];
  /** What the title of the paper says. */
  readonly byTitle?: readonly string[];
}): string[] => {
  const page = JSON.stringify(paper.pageOf(paper.inside));
  const codes = [...paper.codes, ...employmentStatuses];
  return leavesOf(paper.inside).flatMap(({ path, value }) => {
    if (value === null || paper.byTitle?.includes(path.join('.')) || unshown.has(String(path.at(-1)))) return [];
    const changed = others(value, codes)
      .map((other) => put(paper.inside, path, other) as T)
      .find(paper.isValid);
    if (changed === undefined) return [`${path.join('.')}: no other value`];
    return JSON.stringify(paper.pageOf(changed)) === page ? [path.join('.')] : [];
  });
};

describe('the page of a paper', () => {
  it.each(carrying)('shows everything that the act inside says: %s', (kind) => {
    expect(hiddenIn(paperOf(kind))).toEqual([]);
  });

  it.each(Object.keys(recordContents) as RecordKind[])('shows everything that the record inside says: %s', (kind) => {
    expect(hiddenIn(guidancePaperOf(kind))).toEqual([]);
  });
});

/** Types of acts whose paper an employee may have a copy of, each with its kind of paper. */
const copiedKinds = documentKinds.filter(
  (kind) => kind !== 'reportNotice' && rowOf('copyReleased').aboutTypes.includes(actOfKind[kind]),
);

/** The act inside the paper of a copy, as far as it is shown, and the release beside it. */
const copyOf = (kind: DocumentKind, leftOut: readonly string[]) => {
  const { inside, codes } = paperOf(kind);
  const type = actOfKind[kind];
  const release = contentSchemas.copyReleased.parse({ ...contents.copyReleased, leftOut: [...leftOut] });
  const paper = { medium: 'ink' as const, documentNumber: 'B-7', documentDate: '2026-11-20', remark: 'Asli di map.' };
  const both = {
    original: { ...inside, ...withoutParts(inside, leftOut), paper },
    release: { ...inside, content: release },
  };
  const pageOf = ({ original, release: given }: typeof both) => {
    const context = signedContext('employeeCopy');
    const { content: said, institution, ...rest } = given;
    const known = { capacity: 'personnelHead', isDayTold: true } as const;
    const act = { type: 'copyReleased', ...known, medium: null, ...rest, content: said };
    return documentModel('employeeCopy', {
      ...context,
      institution: { ...context.institution, name: institution },
      act: act as ActOnPaper,
      original: {
        kind,
        act: { type, ...known, ...original, medium: original.paper.medium } as ActOnPaper,
        institution: original.institution,
        leftOut: given.content.leftOut ?? [],
        proof: 'a7'.repeat(32),
        keyFingerprint: '',
        entered: { as: 'personnelOfficer', paper: original.paper },
      },
    });
  };
  const areValid = (changed: typeof both) => isBody(type, changed.original) && isBody('copyReleased', changed.release);
  return { inside: both, pageOf, isValid: areValid, codes: [...codes, ...signedMedia] };
};

describe('the page of a copy', () => {
  it.each(copiedKinds)('shows everything that the act and the release inside say: %s', (kind) => {
    expect(hiddenIn(copyOf(kind, []))).toEqual([]);
  });

  it.each(copiedKinds)('marks each part that is left out, and says nothing of it: %s', (kind) => {
    const { inside } = paperOf(kind);
    for (const name of Object.keys(inside.content)) {
      const { inside: both, pageOf } = copyOf(kind, [`content/${name}`]);
      const page = JSON.stringify(pageOf(both));
      expect(page.split(leftOutMark)).toHaveLength(2);
      const said = (inside.content as Record<string, unknown>)[name];
      if (typeof said === 'string' && said.includes(' ')) expect(page).not.toContain(said);
    }
  });
});
