import type { NotesDb, RecordsDb } from '../../../electron/backend/db/handles.ts';
import type { Contract, MethodName } from '../../../shared/contract/index.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/method.ts';
import type { Dice } from './dice.ts';
import type { Setting } from './setting.ts';
import type { LearningVocabulary } from './vocabulary.ts';
import type { World } from './world.ts';

/** Makes a good call; undefined when it was refused. */
export type Call = <M extends MethodName>(
  method: M,
  input: InputOf<Contract[M]>,
) => Promise<OutputOf<Contract[M]> | undefined>;

/** What identifiers of an open vault name, and where the vault has them. */
const queries = {
  caseId: ['records', 'SELECT id FROM cases WHERE id IN (SELECT case_id FROM acts WHERE type = $type)', 'caseOpened'],
  actHash: ['records', 'SELECT lower(hex(hash)) FROM acts'],
  paperHash: [
    'records',
    'SELECT lower(hex(act_hash)) FROM documents WHERE state = $type AND act_hash IS NOT NULL',
    'signed',
  ],
  copyHash: ['records', 'SELECT lower(hex(hash)) FROM acts WHERE type = $type', 'copyReleased'],
  ralatHash: ['records', 'SELECT lower(hex(hash)) FROM acts WHERE type = $type', 'identityCorrected'],
  fileId: ['records', 'SELECT id FROM attachments WHERE complete = 1'],
  noteFileId: ['notes', 'SELECT id FROM note_attachments WHERE complete = 1'],
  keptNoteFile: ['notes', 'SELECT id FROM note_attachments WHERE complete = 1 AND note_id IS NOT NULL'],
  documentId: ['records', 'SELECT id FROM documents'],
  personId: ['records', 'SELECT id FROM persons'],
  draftId: ['notes', 'SELECT id FROM drafts'],
  noteId: ['notes', 'SELECT id FROM notes'],
  receivedDraftId: ['records', 'SELECT id FROM received_drafts WHERE state = $type', 'open'],
  learningId: ['records', 'SELECT id FROM learning_records WHERE withdrawn IS NULL'],
  guidanceId: ['records', 'SELECT id FROM guidance WHERE json IS NOT NULL'],
  anyGuidanceId: ['records', 'SELECT id FROM guidance'],
  recordHash: ['records', 'SELECT lower(hex(hash)) FROM guidance_records'],
  evaluationHash: ['records', 'SELECT lower(hex(hash)) FROM plan_evaluations WHERE key IS NOT NULL'],
  signedRecord: ['records', 'SELECT DISTINCT lower(hex(record_hash)) FROM guidance_signatures'],
} as const satisfies Readonly<Record<string, readonly [store: 'records' | 'notes', sql: string, type?: string]>>;
type Named = keyof typeof queries;

/** All that an aimed input is made of. */
export interface Aiming {
  /** Makes a call with which the vault is brought where the input means something. */
  readonly call: Call;
  readonly dice: Dice;
  readonly world: World;
  readonly setting: Setting;
  readonly words: LearningVocabulary;
  /** One of what the vault holds now; empty when it holds none. */
  readonly one: (name: Named) => string;
  /** Rows of the open vault. */
  readonly rows: (store: 'records' | 'notes', sql: string) => readonly Readonly<Record<string, unknown>>[];
  /** A token for one of the setting's files whose name ends so. */
  readonly file: (ending: string) => string;
}

/** Makes an input that means something in the vault as it is now. */
export type Aim<M extends MethodName> = (at: Aiming) => InputOf<Contract[M]> | Promise<InputOf<Contract[M]>>;
export type Aims = { readonly [M in MethodName]?: Aim<M> };

/** What aims work with, in a world. */
export const createAiming = (
  setting: Setting,
  world: World,
  { call, words, dice }: Pick<Aiming, 'call' | 'words' | 'dice'>,
): Aiming => {
  const open = (store: 'records' | 'notes'): (RecordsDb | NotesDb)['$client'] | undefined =>
    world.vault()?.[store].$client;
  const pickOf = (list: readonly string[]): string => (list.length === 0 ? '' : dice.pick(list));
  return {
    call,
    dice,
    world,
    setting,
    words,
    one: (name) => {
      const [store, sql, type]: readonly ['records' | 'notes', string, string?] = queries[name];
      const statement = open(store)?.prepare(sql).pluck();
      return pickOf((type === undefined ? statement?.all() : statement?.all({ type })) as string[]);
    },
    rows: (store, sql) => (open(store)?.prepare(sql).all() ?? []) as Readonly<Record<string, unknown>>[],
    file: (ending) => world.context.files.issue('file', pickOf(setting.files.filter((path) => path.endsWith(ending)))),
  };
};
