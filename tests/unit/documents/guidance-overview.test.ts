import { blankContext } from '@shared/domain/documents/context.ts';
import { overviewModel } from '@shared/domain/documents/guidance/overview-model.ts';
import { paperDate } from '@shared/domain/documents/paper-date.ts';
import { guidanceFile, type LedFile } from '@shared/domain/guidance/working-file.ts';
import { describe, expect, it } from 'vitest';
import { institution } from '../../fixtures/document-samples.ts';
import { sampleFile, sampleId, workedCoaching, workedMentoring } from '../../fixtures/guidance.ts';
import { textOnPaper } from '../../fixtures/said.ts';

// The paper for a leader who is no party: plan, measure and evaluation, and nothing else of the working papers.

const context = { ...blankContext(institution, 'restricted'), form: 'prefilled' as const };
const page = (file: LedFile): string => textOnPaper(overviewModel(context, file));

const plan = { schedule: 'Selasa', method: 'Latihan', material: 'Data', evaluation: 'Wawancara' };
const common = {
  need: 'Kebutuhan',
  needFrom: ['interview' as const],
  fit: { knowledge: 'Data', experience: 'Lama', skill: 'Peta', relation: 'Baik' },
  goals: workedCoaching().goals.map((goal) => ({ ...goal, result: 'Hasil tujuan' })),
  actions: [{ actionId: sampleId('b'), text: 'Langkah', due: '2026-11-27', done: false, note: 'Catatan' }],
  evaluation: {
    date: '2026-12-20',
    by: ['interview' as const],
    outcome: 'achieved' as const,
    lessons: 'Pelajaran',
    next: 'Lanjutan',
  },
  obstacles: [{ kind: 'resistance' as const, agreed: 'Penjelasan', helped: 'yes' as const }],
};
const coaching = (): LedFile => {
  const file = workedCoaching();
  const sessions = file.sessions.map((session) => ({ ...session, asked: [{ question: 'Apa?', answer: 'Itu.' }] }));
  return { ...file, ...common, qualification: 'Sertifikat', assignment: 'ST-1', plan, sessions };
};
const mentoring = (): LedFile => ({
  ...workedMentoring(),
  ...common,
  processPlan: plan,
  agreement: { agreedOn: '2026-11-20', limits: 'Batas', confidentiality: 'Rahasia' },
  sessions: [
    {
      sessionId: sampleId('1'),
      state: 'held',
      date: '2026-11-20',
      startTime: '09:00',
      zone: 'WIB',
      minutes: 60,
      place: 'Ruang',
      activity: 'Kegiatan',
      result: 'Hasil',
    },
  ],
});

type Path = readonly (string | number)[];

/** The way to every text of a value. */
const textsOf = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value)) return value.flatMap((inner, index) => textsOf(inner, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...path, key]));
};
const withText = (value: unknown, [first, ...rest]: Path, text: string): unknown => {
  if (first === undefined) return text;
  if (Array.isArray(value)) return value.map((inner, index) => (index === first ? withText(inner, rest, text) : inner));
  const inner = (value as Readonly<Record<string, unknown>>)[first];
  return { ...(value as object), [first]: withText(inner, rest, text) };
};

/** A text and a day that stand nowhere else, and how paper writes them. */
const marks = [
  ['PENANDA-7', 'PENANDA-7'],
  ['2031-05-06', paperDate('2031-05-06') ?? ''],
] as const;

/** The texts and days of a file that the page shows, by their names. */
const shown = (file: LedFile): readonly string[] =>
  textsOf(file)
    .filter((path) =>
      marks.some(([text, printed]) => {
        const changed = guidanceFile.safeParse(withText(file, path, text));
        return changed.success && page(changed.data as LedFile).includes(printed);
      }),
    )
    .map((path) => path.filter((part) => typeof part === 'string').join('.'))
    .sort();

const ofPerson = ['name', 'rank', 'position', 'unit'];
const ofAll = [
  'topic',
  'period',
  ...ofPerson.flatMap((part) => [`leader.${part}`, `participants.${part}`]),
  ...['text', 'measure', 'due'].map((part) => `goals.${part}`),
  'evaluation.date',
  'evaluation.next',
];
const ofPlan = (name: string): string[] => Object.keys(plan).map((part) => `${name}.${part}`);

describe('the summary for a leader who is no party', () => {
  it('shows plan, measure and evaluation of a coaching, and nothing else of its working papers', () => {
    expect(shown(coaching())).toEqual([...ofAll, ...ofPlan('plan')].sort());
  });

  it('shows both plans of a mentoring, and nothing of its sessions and of what was agreed', () => {
    const actionPlan = Object.keys(workedMentoring().plan).map((part) => `plan.${part}`);
    expect(shown(mentoring())).toEqual([...ofAll, ...actionPlan, ...ofPlan('processPlan')].sort());
    expect(page(mentoring())).toContain('Shadowing Events, Hands-on-training');
  });

  it('says how far goals are and how it was evaluated, and what it is not', () => {
    const text = page(coaching());
    for (const said of ['Berjalan', 'wawancara', 'Tercapai', 'Bukan bahan penilaian SKP']) expect(text).toContain(said);
  });

  it('prints no part that is not used', () => {
    const { sections } = overviewModel(context, sampleFile('mentoring'));
    expect(sections.map(({ heading }) => heading)).toEqual(['']);
  });
});
