import type { DocumentContext } from '../documents/context.ts';
import { framePaper } from '../documents/frame.ts';
import { programmePaperTitles } from '../documents/kind.ts';
import type { DocumentModel } from '../documents/model.ts';
import { choices, field } from '../documents/parts.ts';
import { type Benefit, leastSheets } from './benefits.ts';

/** Words of the sheet for what it may have helped with. */
const statements: Readonly<Record<Benefit, string>> = {
  productivity: 'bekerja lebih produktif',
  creativity: 'menemukan gagasan dan cara baru (kreativitas)',
  satisfaction: 'lebih puas dengan pekerjaan',
  engagement: 'lebih terlibat dalam pekerjaan dan organisasi',
};

/** What is on a sheet before it is printed: nothing, or what the employee ticked. Nothing of it is kept anywhere. */
export interface BenefitSheet {
  readonly unit: string;
  readonly benefits: readonly Benefit[];
}

/** A sheet for the answer of an employee: it has no name, no number, no file and no day. */
export const benefitSheetModel = (context: DocumentContext, { unit, benefits }: BenefitSheet): DocumentModel =>
  framePaper('benefitSheet', programmePaperTitles.benefitSheet, context, {
    classification: 'ordinary',
    sections: [
      {
        heading: '',
        blocks: [
          {
            block: 'text',
            text: 'Mengisi lembar ini sukarela. Jangan menulis nama, NIP, atau tanda tangan: tidak ada yang mencatat siapa yang mengisi dan siapa yang tidak. Masukkan lembar ke kotak atau amplop tanpa nama, jangan ke berkas coaching atau mentoring.',
          },
          choices('Coaching atau mentoring membantu saya', statements, benefits),
          field(context, 'Unit kerja (boleh dikosongkan)', unit),
          {
            block: 'text',
            text: `Lembar dihitung bersama, paling sedikit ${leastSheets} lembar, lalu dimusnahkan. Jawaban bukan bahan penilaian siapa pun.`,
          },
        ],
      },
    ],
    signatures: [],
  });
