import type { Classification } from '../case/content/fields.ts';
import { withoutDegrees } from '../identity/name-words.ts';
import type { PersonInput, Role } from '../identity/person.ts';
import type { ActOnPaper, DocumentContext } from './context.ts';
import type {
  AttachmentLine,
  ChoicesBlock,
  DocumentModel,
  FieldBlock,
  IdentityColumn,
  SignatureBlock,
  TableBlock,
} from './model.ts';
import { officeLines } from './office-lines.ts';
import { classificationLabels, roleTitles } from './official-titles.ts';
import { paperDate } from './paper-date.ts';

/** Text as it stands on the paper; what is missing is a place to write, and left out once signed (`settled`). */
export const written = (text: string | null | undefined): string | null =>
  text !== undefined && text !== null && text.trim() !== '' ? text : null;

/** A labelled field with `lines` ruled lines while nothing is written. */
export const field = (
  _context: DocumentContext,
  label: string,
  text: string | null | undefined,
  lines = 1,
): FieldBlock => ({ block: 'field', label, value: written(text), lines });

/** Boxes of which those whose code is among `chosen` are ticked. */
export const choices = <Code extends string>(
  label: string,
  options: Readonly<Record<Code, string>>,
  chosen: readonly (Code | undefined)[],
): ChoicesBlock => ({
  block: 'choices',
  label,
  options: (Object.keys(options) as Code[]).map((code) => ({ label: options[code], chosen: chosen.includes(code) })),
});

/** A table; while nothing is known it has `blankRows` empty rows to write in. */
export const table = (
  context: DocumentContext,
  label: string,
  columns: TableBlock['columns'],
  rows: readonly (readonly (string | null | undefined)[])[],
  blankRows: number,
): TableBlock => ({
  block: 'table',
  label,
  columns,
  rows:
    rows.length > 0 || context.form === 'signed'
      ? rows.map((row) => row.map((cell) => written(cell)))
      : Array.from({ length: blankRows }, () => columns.map(() => null)),
});

/** The day on which an act was signed, with a mark where it names none and the day is this computer's. */
export const signedOn = (act: Pick<ActOnPaper, 'statedOn' | 'isDayTold'> | null): string | null => {
  const day = paperDate(act?.statedOn);
  return day === null || act?.isDayTold ? day : `${day} (menurut komputer yang mencetak)`;
};

/** The day on which an act was recorded, and that the clock was corrected for it. */
export const recordedOn = (context: DocumentContext, act: ActOnPaper): FieldBlock =>
  field(context, 'Dicatat', [signedOn(act), act.clockCorrected ? '(jam dikoreksi)' : null].filter(Boolean).join(' '));

/** Number and day of another paper in one line, "Nomor … tanggal …"; null when neither is known. */
export const paperReference = (number: string | undefined, date: string | null): string | null => {
  const parts = [number ? `Nomor ${number}` : '', date === null ? '' : `tanggal ${date}`].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(' ');
};

/** Identity block of one person (law: identityBlock). */
export const identity = (
  _context: DocumentContext,
  heading: string,
  person: PersonInput | null | undefined,
): IdentityColumn => ({
  heading,
  rows: [
    { label: 'Nama', value: written(person?.name) },
    { label: 'NIP', value: written(person?.nip) },
    { label: 'Pangkat/Golongan ruang', value: written(person?.rank) },
    { label: 'Jabatan', value: written(person?.position) },
    { label: 'Unit kerja', value: written(person?.unit) },
  ],
});

/** Employee and assessor side by side, as on every form. */
export const identityPair = (
  context: DocumentContext,
  employee = 'Pegawai',
  assessor: string = roleTitles.assessor,
): readonly IdentityColumn[] => [
  identity(context, employee, context.employee),
  identity(context, assessor, context.assessor),
];

/** Assessment period, second line of the header of every form. */
export const periodLine = (context: DocumentContext) => ({
  label: 'Periode penilaian',
  value: written(context.period),
});

/** "Kota, tanggal" above a signature; null is a place to write it. */
export const placeAndDate = (context: DocumentContext, date: string | null): string | null => {
  const city = context.institution.city;
  if (date === null) return context.form === 'signed' ? city : null;
  return city === '' ? date : `${city}, ${date}`;
};

/** How a paper was signed that lies elsewhere. */
export const meansOnOriginal = { tte: 'copiedElectronic', ink: 'copiedInk', unsigned: 'copiedUnsigned' } as const;

/** What was entered from paper was signed there, however it is shown here. */
const meansOf = ({ form, act }: DocumentContext): SignatureBlock['means'] => {
  if (form !== 'signed') return 'ink';
  const medium = act?.medium ?? null;
  return medium === null ? 'electronic' : meansOnOriginal[medium];
};

/** Where the author of the act signs; before that, where somebody of `role` will sign by hand. */
export const authorSignature = (context: DocumentContext, date: string | null, role: Role): SignatureBlock => {
  const act = context.act;
  const capacity = act?.capacity ?? role;
  const office = act === null ? '' : act.authorOffice || (act.author?.position ?? '');
  const title = roleTitles[capacity];
  return {
    placeAndDate: placeAndDate(context, date),
    titles: office === '' || office === title ? [title] : [title, office],
    means: meansOf(context),
    name: act?.author?.name ?? null,
    rank: act?.author?.rank || null,
    nip: act?.author?.nip || null,
  };
};

/** How a naskah dinas is signed. */
export interface OfficialSignature {
  readonly date: string | null;
  /** Who signs while nobody is named. */
  readonly role: Role;
  /** A paper that decides bears the name without degrees. */
  readonly decides?: boolean;
}

/** A name as it stands under a naskah dinas, by the style of the office (as central offices do). */
const nameUnder = ({ institution: { style } }: DocumentContext, name: string, decides: boolean): string => {
  const shown = decides || style === 'central' ? withoutDegrees(name) : name;
  return style === 'central' ? shown.toUpperCase() : shown;
};

/** Where the author of the act signs a naskah dinas: the office as papers write it, name, pangkat, NIP. */
export const officialSignature = (
  context: DocumentContext,
  { date, role, decides = false }: OfficialSignature,
): SignatureBlock => {
  const { act } = context;
  const block = authorSignature(context, date, role);
  const lines = officeLines(act === null ? '' : act.authorOffice || (act.author?.position ?? ''));
  return {
    ...block,
    titles: lines.length === 0 ? [roleTitles[act?.capacity ?? role]] : lines,
    name: block.name === null ? null : nameUnder(context, block.name, decides),
  };
};

/** Where somebody else signs by hand. */
export const inkSignature = (title: string, person: PersonInput | null | undefined): SignatureBlock => ({
  placeAndDate: '',
  titles: [title],
  means: 'ink',
  name: person?.name ?? null,
  rank: null,
  nip: person?.nip || null,
});

/** A security label in the words of a letter, "Rahasia". */
export const labelInWords = (classification: Classification): string =>
  classificationLabels[classification].label.toLowerCase().replace(/(^|\s)\S/g, (first) => first.toUpperCase());

/** How many files go with a paper, as its head says it; null where there are none. */
export const attachmentCount = (context: DocumentContext): string | null => {
  const count = context.act?.attachments.length ?? 0;
  return count === 0 ? null : `${count} berkas`;
};

/** To whom a letter goes; room to write it where nobody is known. */
export const toPerson = (person: PersonInput | null): readonly string[] =>
  person === null
    ? ['Yth. ........................................', '........................................']
    : [`Yth. ${person.name}`, person.position, person.unit].filter((line) => line !== '');

/** Kinds of files as papers name them; what is none of these is "berkas". */
const fileKinds: readonly (readonly [RegExp, string])[] = [
  [/^application\/pdf$/, 'PDF'],
  [/^image\//, 'gambar'],
  [/^text\//, 'teks'],
  [/^audio\//, 'rekaman suara'],
  [/^video\//, 'rekaman video'],
];

const kilobyte = 1024;

/** A size as paper writes it, "34 KB" or "1,2 MB"; at least 1 KB. */
const extentOf = (bytes: number): string =>
  bytes < kilobyte * kilobyte
    ? `${Math.max(1, Math.round(bytes / kilobyte))} KB`
    : `${(bytes / kilobyte / kilobyte).toFixed(1).replace('.', ',')} MB`;

/** Files as lines of a paper, each once. */
export const attachmentLines = (files: ActOnPaper['attachments']): readonly AttachmentLine[] =>
  files.map(({ name, mediaType, size }) => ({
    name,
    kind: fileKinds.find(([pattern]) => pattern.test(mediaType))?.[1] ?? 'berkas',
    extent: extentOf(size),
  }));

/** The attached files; null on a form where they are still to be listed. */
export const attachmentsOf = (context: DocumentContext): readonly AttachmentLine[] | null => {
  const lines = attachmentLines(context.act?.attachments ?? []);
  return lines.length > 0 || context.form === 'signed' ? lines : null;
};

/** Who a memo goes to: somebody of a role, by name and office where they are known. */
export const addressedTo = (person: PersonInput | null, role: Role): readonly string[] =>
  person === null ? [] : [person.name, person.position || roleTitles[role]];

/** A person in the middle of a sentence: name, NIP, pangkat, jabatan, unit; null while nobody is known. */
export const inlineIdentity = (person: PersonInput | null): string | null =>
  person === null || person.name === ''
    ? null
    : [person.name, person.nip && `NIP ${person.nip}`, person.rank, person.position, person.unit]
        .filter((part) => part !== '')
        .join(', ');

/** A plain envelope: from whom and to whom, no mark and no subject. */
export const toEnvelope = ({ institution, employee }: DocumentContext): NonNullable<DocumentModel['envelope']> => ({
  from: [institution.name, institution.address].filter((line) => line !== ''),
  to: toPerson(employee),
});
