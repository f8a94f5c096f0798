import type { DocumentContext } from '../context.ts';
import type { ClausesBlock, Section } from '../model.ts';
import { officeLines } from '../office-lines.ts';
import { roleTitles } from '../official-titles.ts';
import { officialSignature } from '../parts.ts';
import type { FormPart } from './form.ts';

const ordinals = ['KESATU', 'KEDUA', 'KETIGA', 'KEEMPAT', 'KELIMA', 'KEENAM', 'KETUJUH', 'KEDELAPAN'] as const;

/** A word at the left with lettered reasons beside it. */
export const lettered = (label: string, texts: readonly (string | null)[]): ClausesBlock => ({
  block: 'clauses',
  label,
  items: texts.map((text, index) => ({ mark: `${String.fromCharCode('a'.charCodeAt(0) + index)}.`, text })),
});

/** A word at the left with numbered items beside it. */
export const counted = (label: string, texts: readonly (string | null)[]): ClausesBlock => ({
  block: 'clauses',
  label,
  items: texts.map((text, index) => ({ mark: `${index + 1}.`, text })),
});

/** What a decision (keputusan) says. */
export interface DecisionText {
  readonly number: string | undefined;
  /** `YYYY-MM-DD`, or nothing yet. */
  readonly date: string | undefined;
  /** The day as paper writes it. */
  readonly day: string | null;
  /** Below TENTANG. */
  readonly about: string;
  /** Each begins with "bahwa". */
  readonly considering: readonly (string | null)[];
  /** KESATU, KEDUA and so on; the last, that it takes effect, is added. */
  readonly decided: readonly (string | null)[];
  /** Parts that stand below the clauses: tables, what was asked. */
  readonly details?: readonly Section[];
}

/** What the power to decide and the step itself rest on. */
const legalBasis =
  'Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 6 Tahun 2022 tentang Pengelolaan Kinerja Pegawai Aparatur Sipil Negara;';

const authorityLines = ({ deciding: { authority } }: DocumentContext): readonly string[] =>
  authority.split('\n').flatMap((line) => (line.trim() === '' ? [] : [`${line.trim().replace(/[;.]$/, '')};`]));

/** "23 TAHUN 2026": a number that is a count alone gets its year. */
const numberWithYear = (number: string | undefined, date: string | undefined): string | null => {
  const bare = (number ?? '').replace(/^nomor\s+/i, '');
  if (bare === '') return null;
  return /^\d+$/.test(bare) && date ? `${bare} TAHUN ${date.slice(0, 4)}` : bare;
};

const unsettledClauses = (texts: readonly (string | null)[]): ClausesBlock => ({
  block: 'clauses',
  label: '',
  items: texts.map((text, index) => ({ mark: ordinals[index] ?? `KE-${index + 1}`, text })),
});

/** Office in whose name it is decided: that above "a.n.", else the author's own. */
const decidingOffice = ({ act }: DocumentContext): string => {
  const [first = ''] = officeLines(act?.authorOffice || act?.author?.position || '');
  return first.replace(/^a\.n\. /, '') || roleTitles[act?.capacity ?? 'personnelHead'];
};

/** A keputusan in the order of its parts: Menimbang, Mengingat, MEMUTUSKAN, KESATU to the day on which it begins. */
export const decisionPart = (context: DocumentContext, text: DecisionText): FormPart => {
  const office = decidingOffice(context);
  const title = `Keputusan ${office}`;
  const said = text.decided.filter((clause) => clause !== null || context.form !== 'signed');
  const begins = 'Keputusan ini mulai berlaku pada tanggal ditetapkan.';
  const signature = officialSignature(context, { date: text.day, role: 'personnelHead', decides: true });
  const place = context.institution.city;
  return {
    layout: 'decision',
    title,
    about: text.about,
    number: numberWithYear(text.number, text.date),
    identity: [],
    meta: [],
    sections: [
      {
        heading: '',
        blocks: [
          lettered('Menimbang', text.considering),
          counted('Mengingat', [legalBasis, ...authorityLines(context)]),
          { block: 'headline', text: 'MEMUTUSKAN:' },
          {
            block: 'clauses',
            label: 'Menetapkan',
            items: [{ mark: '', text: `${title} tentang ${text.about}.`.toUpperCase() }],
          },
          unsettledClauses([...said, begins]),
        ],
      },
      ...(text.details ?? []),
    ],
    signatures: [
      {
        ...signature,
        placeAndDate:
          text.day === null
            ? null
            : [place === '' ? '' : `Ditetapkan di ${place}`, `pada tanggal ${text.day}`].filter(Boolean).join('\n'),
      },
    ],
  };
};
