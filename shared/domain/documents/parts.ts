import type { PersonInput, Role } from '../identity/person.ts';
import type { ActOnPaper, DocumentContext } from './context.ts';
import type { AttachmentLine, ChoicesBlock, FieldBlock, IdentityColumn, SignatureBlock, TableBlock } from './model.ts';
import { roleTitles } from './official-titles.ts';
import { paperDate } from './paper-date.ts';

/** Text as it stands on the paper: what is missing is a dash once signed, and a place to write before. */
export const written = (context: DocumentContext, text: string | null | undefined): string | null => {
  if (text !== undefined && text !== null && text.trim() !== '') return text;
  return context.form === 'signed' ? '–' : null;
};

/** A labelled field with `lines` ruled lines while nothing is written. */
export const field = (
  context: DocumentContext,
  label: string,
  text: string | null | undefined,
  lines = 1,
): FieldBlock => ({ block: 'field', label, value: written(context, text), lines });

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
      ? rows.map((row) => row.map((cell) => written(context, cell)))
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
  context: DocumentContext,
  heading: string,
  person: PersonInput | null | undefined,
): IdentityColumn => ({
  heading,
  rows: [
    { label: 'Nama', value: written(context, person?.name) },
    { label: 'NIP', value: written(context, person?.nip) },
    { label: 'Pangkat/Golongan ruang', value: written(context, person?.rank) },
    { label: 'Jabatan', value: written(context, person?.position) },
    { label: 'Unit kerja', value: written(context, person?.unit) },
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
  value: written(context, context.period),
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

/** Where somebody else signs by hand. */
export const inkSignature = (title: string, person: PersonInput | null | undefined): SignatureBlock => ({
  placeAndDate: '',
  titles: [title],
  means: 'ink',
  name: person?.name ?? null,
  rank: null,
  nip: person?.nip || null,
});

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
