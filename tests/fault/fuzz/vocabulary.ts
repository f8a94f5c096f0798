import { contract } from '../../../shared/contract/index.ts';
import type { ActType } from '../../../shared/domain/case/act-type.ts';
import { contentSchemas } from '../../../shared/domain/case/body.ts';
import { printableKinds } from '../../../shared/domain/documents/printable.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { people } from '../../fixtures/people/everyone.ts';
import type { Dice } from './dice.ts';
import type { Vocabulary } from './from-schema.ts';
import { createGenerator } from './from-schema.ts';
import { oddDays, oddTexts } from './odd-values.ts';
import type { Setting } from './setting.ts';
import type { World } from './world.ts';

/** Names of properties that hold what another name tells of. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  about: ['hash'],
  attachmentIds: ['attachmentId', 'noteFileId'],
  attachmentId: ['attachmentId', 'noteFileId'],
  signedDocumentId: ['attachmentId'],
  documentIds: ['documentId'],
  draftId: ['draftId', 'receivedDraftId'],
  fileTokens: ['token'],
  fileToken: ['token'],
  folderToken: ['token'],
  parentToken: ['token'],
  invitationToken: ['token'],
};

const strongPassphrase = 'pisang goreng hangat di teras 42';
const altered = (code: string): string => `${code.slice(0, -1)}${code.endsWith('Q') ? 'P' : 'Q'}`;

const fixedTexts = ({ passphrase, recoveryIdentity }: Setting): Readonly<Record<string, readonly string[]>> => ({
  passphrase: [passphrase, strongPassphrase, 'salah', 'lemah', ...oddTexts],
  current: [passphrase, passphrase, 'salah', strongPassphrase],
  next: [strongPassphrase, passphrase, 'lemah', ''],
  newPassphrase: [strongPassphrase, 'lemah'],
  code: [recoveryIdentity, recoveryIdentity.toLowerCase(), altered(recoveryIdentity), 'AGE-SECRET-KEY-1', ...oddTexts],
  method: Object.keys(contract),
  form: [...printableKinds, ...oddTexts],
  today: oddDays,
  from: oddDays,
  to: oddDays,
  date: oddDays,
  at: ['2026-11-26T08:15:00.000Z', '2010-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', ''],
  nip: ['', '199103142015032999', '000000000000000000', '999999999999999999', '1'],
  name: [...people.map(({ name }) => name), ...oddTexts],
  template: ['{nomor}/{tahun}', '{derajat}-{nomor}/{kode_jabatan}/{klasifikasi}/{bulan}/{tahun}', '{nomor}', '{x}'],
  label: ['Brankas Contoh', 'x', 'CON', 'a/b', '..', 'Brankas Satu', '.tersembunyi'],
  search: ['laras', '1991', '%', '"', 'a OR b', '*', 'tenang'],
});

/** A vocabulary that learns from answers. */
export interface LearningVocabulary extends Vocabulary {
  /** Takes up the texts of an answer under the names of their properties. */
  readonly learn: (answer: unknown) => void;
}

/** Texts learnt for one name at most; later ones take the place of earlier ones. */
const maxLearnt = 60;
const strangers = ['0'.repeat(32), 'f'.repeat(32), '0'.repeat(64), 'ab'.repeat(32), ''];

const tokensOf = (setting: Setting, { context }: World): string[] => [
  ...setting.files.map((path) => context.files.issue('file', path)),
  ...[setting.files[0] ?? '', context.start.documentsFolder, '/tidak/ada'].map((path) =>
    context.files.issue('folder', path),
  ),
];

const isPerson = (name: string): boolean => /^(person|author|counsellor|successor|employee|assessor)$/.test(name);

/** What means something in a world: identifiers that exist, tokens that were given, and what calls answered. */
export const createVocabulary = (setting: Setting, world: World): LearningVocabulary => {
  const fixed = fixedTexts(setting);
  const lists = new Map<string, string[]>();
  const learnt = new Map<string, number>();
  const known: Readonly<Record<string, readonly string[]>> = {
    ...setting.ids,
    vaultId: world.vaultIds,
    token: tokensOf(setting, world),
  };
  for (const [name, values] of Object.entries(known))
    lists.set(name, [...values, ...strangers.slice(0, 1 + (values.length >> 2))]);

  const learnText = (name: string, value: string): void => {
    const list = lists.get(name) ?? [];
    lists.set(name, list);
    const count = learnt.get(name) ?? 0;
    learnt.set(name, count + 1);
    if (count < maxLearnt) list.push(value);
    else list[list.length - 1 - (count % maxLearnt)] = value;
  };
  const learn = (answer: unknown, name = '', depth = 0): void => {
    if (typeof answer === 'string' && answer.length <= 64 && /(Id|[tT]oken|hash|key)$/.test(name))
      learnText(name, answer);
    if (typeof answer !== 'object' || answer === null || depth > 3 || answer instanceof Uint8Array) return;
    for (const [inner, value] of Object.entries(answer).slice(0, 20)) {
      learn(value, Array.isArray(answer) ? name : inner, depth + 1);
    }
  };

  const vocabulary: LearningVocabulary = {
    named: (name, dice) => lists.get(dice.pick(synonyms[name] ?? [name])) ?? [],
    typed: (name) => fixed[name] ?? [],
    whole: (name, dice) => {
      if (name === 'words' && dice.percent(60)) return [...dice.pick(setting.words)];
      if (name === 'answers' && world.answers.length > 0 && dice.percent(30)) return [...world.answers];
      if (name === 'offset' && dice.percent(50)) return 0;
      return isPerson(name) && dice.percent(60) ? dice.pick(people) : null;
    },
    content: (type, dice) => contentOf(type as ActType, dice, inner),
    offer: (dice) => ({
      ...dice.pick(setting.offers),
      ...(dice.percent(70) ? { attachmentIds: [], signedDocumentId: null } : {}),
      ...(dice.percent(70) ? { paper: null } : {}),
    }),
    learn,
  };
  const inner = createGenerator(vocabulary);
  return vocabulary;
};

/** As people type it, with one field changed, as its schema takes it, or of another act. */
const contentOf = (type: ActType, dice: Dice, { generate }: ReturnType<typeof createGenerator>): unknown => {
  const typed = contents[type] as Readonly<Record<string, unknown>> | undefined;
  if (typed === undefined) return {};
  switch (dice.int(5)) {
    case 0:
      return generate(contentSchemas[type], dice);
    case 1: {
      const other = generate(contentSchemas[type], dice) as Record<string, unknown>;
      const name = dice.pick(Object.keys(typed));
      return { ...typed, [name]: other[name] };
    }
    case 2:
      return dice.percent(50)
        ? { ...contents[dice.pick(Object.keys(contents) as ActType[])] }
        : { [dice.pick(oddTexts)]: 1 };
    default:
      return { ...typed };
  }
};
