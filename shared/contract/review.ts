import { actTypeSchema } from '@shared/domain/case/act-type.ts';
import { actHashSchema } from '@shared/domain/case/header.ts';
import { id, maxFiles, optionalLine } from '@shared/domain/fields.ts';
import { personInput } from '@shared/domain/identity/person.ts';
import { choices, reviewKinds } from '@shared/domain/package/review.ts';
import { z } from 'zod';
import { alike, broughtIn, carriedAct, peer } from './exchange.ts';
import { command, query } from './method.ts';

/** Hash of the manifest of a held package, or of an act; a file and who asks that it be erased. */
const item = actHashSchema;

const singleAct = z.strictObject({
  ...carriedAct.shape,
  /** How it stands by itself (`standingsOf`); `aside`: it was set aside with its file. */
  state: z.enum(['here', 'takeable', 'waits', 'refused', 'aside']),
  /** Codes of the table (`errors.<code>`) against it. */
  codes: z.array(z.string()),
});

/** Whether somebody whom an act names is a member of the directory. */
const told = z.strictObject({
  person: personInput.pick({ name: true, nip: true, unit: true }),
  entryId: id,
  same: z.boolean(),
});

const decision = z.strictObject({
  choice: z.enum(choices),
  at: z.string(),
  reason: z.string(),
  /** What was told of whom, by `tell`; `known`: name of the member. */
  answers: z.array(z.strictObject({ ...told.shape, known: z.string() })),
  /** Why it cannot be taken back any more (`errors.<code>`); null: it can. */
  stays: z.string().nullable(),
});

/** One of the files that were opened under one id. */
const fileSide = z.strictObject({
  /** True for the one that counts. */
  counts: z.boolean(),
  opener: peer.nullable(),
  openedOn: z.string(),
  employeeName: z.string(),
  acts: z.number().int(),
  /** Of these, signed or entered by the holder. */
  ownActs: z.number().int(),
});
export type FileSide = z.infer<typeof fileSide>;

const reviewItem = z.strictObject({
  itemId: item,
  kind: z.enum(reviewKinds),
  /** Who sealed the package or signed the act. */
  from: peer.nullable(),
  /** When it was held, or came into the vault. */
  at: z.string(),
  caseId: z.string().nullable(),
  employeeName: z.string().nullable(),
  packageId: z.string().nullable(),
  /** Names and codes (`errors.<code>`) that say more. */
  details: z.array(z.string()),
  /** Acts of a held package. */
  acts: z.array(singleAct),
  /** The act itself, of what lies in a case. */
  act: z
    .strictObject({ type: actTypeSchema, author: z.string(), statedAt: z.string(), statedOn: z.string() })
    .nullable(),
  /** Where another file than the one that counts is meant: both. */
  files: z.array(fileSide),
  choices: z.array(z.enum(choices)),
  /** The latest that still holds; null: none. */
  decision: decision.nullable(),
  askedAt: z.string().nullable(),
  /** True: it asks for something, and is counted. */
  waits: z.boolean(),
});
export type ReviewItem = z.infer<typeof reviewItem>;

/** "Perlu diperiksa": everything that is held, refused, set aside or waits for a person, with its way out. */
export const reviewContract = {
  /** All of it, what waits first. `earlier`: also what version 0.3 took and would be refused today. */
  'exchange.review': query({
    input: z.strictObject({ earlier: z.boolean() }),
    output: z.array(reviewItem),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** Whom a person must tell apart before more of a held package can be taken; it is read and judged anew. */
  'exchange.alike': query({
    input: z.strictObject({ itemId: item }),
    output: z.array(alike),
    errors: ['unknownItem', 'packageUnreadable'],
    needs: { session: 'unlocked' },
  }),
  /**
   * Decides about one of it. `tell`: some or all of `exchange.alike`; the answers count for whatever comes. `take`:
   * the package whole, or the acts that are named, each judged again; only what the table leaves to a person is passed
   * over; of a file that was set aside: it counts again in the place of the other one. `keep`: a file that
   * somebody asks to be erased stays.
   * `takeBack`: the latest decision, until something is built upon it.
   */
  'exchange.decide': command({
    input: z.discriminatedUnion('choice', [
      z.strictObject({
        choice: z.literal('tell'),
        itemId: item,
        answers: z.array(told).min(1).max(maxFiles),
      }),
      z.strictObject({
        choice: z.literal('take'),
        itemId: item,
        acts: z.array(actHashSchema).max(maxFiles).nullable(),
      }),
      z.strictObject({ choice: z.literal('refuse'), itemId: item, reason: optionalLine }),
      z.strictObject({ choice: z.literal('ask'), itemId: item }),
      z.strictObject({ choice: z.literal('noted'), itemId: item }),
      z.strictObject({ choice: z.literal('keep'), itemId: item }),
      z.strictObject({ choice: z.literal('takeBack'), itemId: item }),
    ]),
    output: z.strictObject({ acts: z.number().int() }),
    errors: [
      'unknownItem',
      'choiceNotOpen',
      'packageHeld',
      'packageUnreadable',
      'actNotTakeable',
      'nothingToTakeBack',
      'builtUpon',
      'passedOn',
      'notActsAlone',
      'otherFileCounts',
    ],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: broughtIn,
  }),
} as const;
