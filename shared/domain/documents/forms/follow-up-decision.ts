import { ownValue } from '@shared/kernel/own-value.ts';
import { recommendsDiscipline, weighs } from '../../case/asked-gates.ts';
import type { ContentOf } from '../../case/body.ts';
import type { DocumentContext } from '../context.ts';
import { knownContent } from '../known-content.ts';
import type { Block, Section, SignatureBlock } from '../model.ts';
import { followUpTitles, roleTitles } from '../official-titles.ts';
import { paperDate } from '../paper-date.ts';
import {
  addressedTo,
  choices,
  field,
  identityPair,
  inkSignature,
  inlineIdentity,
  officialSignature,
  paperReference,
  table,
} from '../parts.ts';
import { decisionPart } from './decision.ts';
import type { Form, FormPart } from './form.ts';
import { memoHead } from './memo.ts';

type Decision = Partial<ContentOf<'followUpDecided'>>;

const columns = [
  { label: 'No', width: 7 },
  { label: 'Tindak lanjut', width: 24 },
  { label: 'Alasan', width: 33 },
  { label: 'Penanggung jawab', width: 20 },
  { label: 'Batas waktu', width: 16 },
];

type Decider = NonNullable<Decision['deciders']>[number];

/** Those whom a decision names beside its author. */
const others = (context: DocumentContext, { deciders = [] }: Decision): readonly Decider[] => {
  const author = context.act?.author;
  return deciders.filter(({ person }) => person.name !== author?.name || person.nip !== author?.nip);
};

/** Those who decide beside the author sign by hand (or in their own PDF program). */
const codeciders = (context: DocumentContext, decision: Decision): readonly SignatureBlock[] =>
  others(context, decision).map((decider) => inkSignature(roleTitles[decider.role], decider.person));

const namesOf = (deciders: readonly Decider[]): string =>
  deciders.map(({ role, person }) => `${person.name} (${roleTitles[role]})`).join('; ');

/** Who decides in which role; on a form to fill in it stands where they sign. */
const decidedBy = (context: DocumentContext, decision: Decision): readonly Block[] => {
  const { deciders = [] } = decision;
  if (context.form !== 'signed' || deciders.length === 0) return [];
  const asked = others(context, decision);
  return [
    field(context, 'Ditetapkan oleh', namesOf(deciders.filter((decider) => !asked.includes(decider)))),
    ...(asked.length === 0
      ? []
      : [
          field(context, 'Disebut ikut menetapkan', namesOf(asked)),
          field(context, 'Berlaku bagi yang disebut', 'setelah pernyataan atau tanda tangannya sendiri'),
        ]),
  ];
};

/** The report that a recommendation of discipline stands on (law: disciplineBasis). */
const disciplineBasis = (context: DocumentContext, decision: Decision): readonly Block[] => {
  const reference = paperReference(decision.reportNumber, paperDate(decision.reportDate));
  const isAsked = context.form === 'blank' || recommendsDiscipline({ items: decision.items ?? [] });
  if (reference === null && (context.form === 'signed' || !isAsked)) return [];
  return [field(context, 'Dasar rekomendasi hukuman disiplin: laporan permasalahan perilaku kerja', reference)];
};

/** What the employee answered before what weighs on an employee was decided (law: burdensome). */
const hearing = (context: DocumentContext, decision: Decision): readonly Section[] => {
  const isSaid = decision.employeeAskedOn || decision.employeeAnswer || decision.objection;
  if (context.form !== 'blank' && !isSaid && !weighs({ items: decision.items ?? [] })) return [];
  const asked = decision.employeeAskedOn ?? '';
  const none = context.form === 'signed' && asked !== '' ? 'tidak ada sampai penentuan ini' : null;
  return [
    {
      heading: 'Tindak lanjut yang memberatkan Pegawai',
      blocks: [
        { block: 'text', text: 'Bukan hasil pemeriksaan disiplin.' },
        field(context, 'Jawaban Pegawai diminta tanggal', paperDate(asked)),
        field(context, 'Jawaban Pegawai', decision.employeeAnswer || none, 3),
        ...(decision.objection ? [field(context, 'Cara mengajukan keberatan', decision.objection)] : []),
      ],
    },
  ];
};

const subject = 'Penentuan Tindak Lanjut Hasil Konseling Kinerja';

/** The follow-ups, each with its reason, who sees to it, and until when. */
const itemsBlock = (context: DocumentContext, { items = [] }: Decision): Block => {
  const nameOf = (kind: string) => ownValue(followUpTitles, kind) ?? ownValue(context.labels, kind) ?? kind;
  const rows = items.map((item, index) => [
    String(index + 1),
    item.burdensome ? `${nameOf(item.kind)} (memberatkan Pegawai)` : nameOf(item.kind),
    item.reason,
    item.personInCharge,
    paperDate(item.dueDate),
  ]);
  return table(context, '', columns, rows, 4);
};

const resultOf = (context: DocumentContext): string | null => {
  const result = knownContent('resultSigned', context.related.resultSigned);
  return paperReference(result.number, paperDate(result.date));
};

const asDecision = (context: DocumentContext, decision: Decision): FormPart => {
  const result = resultOf(context);
  const about = inlineIdentity(context.employee);
  const isBlank = context.form !== 'signed';
  const part = decisionPart(context, {
    number: decision.number,
    date: decision.date,
    day: paperDate(decision.date),
    about: subject,
    considering: [
      `bahwa konseling kinerja telah dilaksanakan dengan rekaman informasi hasil konseling kinerja${result === null ? '' : ` ${result}`};`,
      'bahwa berdasarkan rekaman tersebut perlu ditetapkan tindak lanjut;',
    ],
    decided: [
      about === null && !isBlank
        ? 'Tindak lanjut ditetapkan sebagaimana tercantum dalam daftar di bawah ini.'
        : `Tindak lanjut bagi Pegawai ${about ?? '........................................'} ditetapkan sebagaimana tercantum dalam daftar di bawah ini.`,
      'Penanggung jawab melaksanakan tindak lanjut dan melaporkan pelaksanaannya.',
      'Keputusan ini disampaikan kepada Pegawai yang bersangkutan, yang dapat mengajukan keberatan menurut peraturan perundang-undangan.',
    ],
    details: [
      {
        heading: '',
        blocks: [...disciplineBasis(context, decision), itemsBlock(context, decision), ...decidedBy(context, decision)],
      },
      ...hearing(context, decision),
    ],
  });
  return { ...part, signatures: [...codeciders(context, decision), ...part.signatures] };
};

const asMemo = (context: DocumentContext, decision: Decision): FormPart => ({
  ...memoHead(context, {
    number: decision.number,
    to:
      context.act?.capacity === 'assessorSuperior'
        ? [roleTitles.personnelHead]
        : addressedTo(context.assessor, 'assessor'),
    subject,
    date: paperDate(decision.date),
  }),
  identity: identityPair(context),
  sections: [
    {
      heading: 'Dasar',
      blocks: [
        field(context, 'Rekaman informasi hasil konseling kinerja', resultOf(context)),
        ...disciplineBasis(context, decision),
      ],
    },
    {
      heading: 'Tindak lanjut',
      blocks: [
        itemsBlock(context, decision),
        ...decidedBy(context, decision),
        ...(context.form === 'blank' ? [choices('Pilihan (PermenPANRB 8/2021)', followUpTitles, [])] : []),
      ],
    },
    ...hearing(context, decision),
  ],
  signatures: [
    ...codeciders(context, decision),
    { ...officialSignature(context, { date: null, role: 'assessorSuperior' }), placeAndDate: '' },
  ],
});

/** Penentuan tindak lanjut, by one or jointly: a nota dinas, or a keputusan where the office has set that. */
export const followUpDecision: Form = (context) => {
  const decision = knownContent('followUpDecided', context.act?.content);
  return context.deciding.followUp === 'decision' ? asDecision(context, decision) : asMemo(context, decision);
};
