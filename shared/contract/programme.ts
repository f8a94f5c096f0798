import { attachmentRefSchema } from '@shared/domain/case/body.ts';
import { hiddenCounts } from '@shared/domain/competence/small-groups.ts';
import { id, optionalLine } from '@shared/domain/fields.ts';
import { benefits, benefitTally, keptTally } from '@shared/domain/programme/benefits.ts';
import { programmeElements, programmeSetting } from '@shared/domain/programme/elements.ts';
import { benefitCounts, figures, guidanceCounts } from '@shared/domain/programme/figures.ts';
import { semester } from '@shared/domain/programme/semester.ts';
import { isUnique } from '@shared/kernel/unique.ts';
import { z } from 'zod';
import { sealed } from './exchange.ts';
import { revision } from './fields.ts';
import { command, exportErrors, query } from './method.ts';

const element = z.enum(programmeElements);

/** What was set for an element at some time, with its files. */
const version = z.strictObject({
  /** 1 for the first, then 2, 3 … */
  revision: z.number().int(),
  setting: programmeSetting,
  attachments: z.array(attachmentRefSchema),
  savedAt: z.string(),
});
export type ProgrammeVersion = z.infer<typeof version>;

const joinedCount = z.union([
  z.number().int(),
  z.enum(hiddenCounts),
  /** The sum of what is told, where some vaults hide theirs. */
  z.strictObject({ atLeast: z.number().int() }),
]);

const joinedTable = <K extends string>(keys: readonly K[]) => {
  const counts = z.strictObject(
    Object.fromEntries(keys.map((key) => [key, joinedCount])) as Record<K, typeof joinedCount>,
  );
  return z.strictObject({ units: z.array(z.strictObject({ unit: z.string(), counts })), total: counts });
};

/** A paper that was made, kept in memory until lock. */
const view = z.strictObject({ viewId: z.string(), size: z.number().int() });

/** The coaching and mentoring programme of the institution: what is set for each element, and what was set before. */
export const programmeContract = {
  /** Every element with its present setting; `current` null: nothing was ever written. */
  'programme.get': query({
    input: z.strictObject({}),
    output: z.array(z.strictObject({ element, current: version.nullable() })),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** Settings of one element, the latest first; at most the latest 200. */
  'programme.history': query({
    input: z.strictObject({ element }),
    output: z.array(version),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /**
   * Writes the next setting of an element; earlier ones stay readable. `revision`: of the setting that the person had
   * before her (0: none). A setting that changes nothing is not written again. Files belong to no case.
   */
  'programme.saveElement': command({
    input: z.strictObject({ element, revision, setting: programmeSetting }),
    output: z.strictObject({ revision: z.number().int() }),
    errors: ['programmeChanged', 'programmeEndsFirst', 'unknownAttachment'],
    needs: { session: 'unlocked' },
    changes: ['programme'],
  }),
  /** The guideline of the institution, out of the present settings, to be numbered, dated and signed by hand. */
  'programme.prepareGuideline': command({
    input: z.strictObject({}),
    output: view,
    errors: ['printFailed'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /**
   * A nameless sheet on which an employee says what coaching or mentoring helped with: blank, or as it was ticked. It
   * is about no file, and nothing of it is kept.
   */
  'programme.prepareBenefitSheet': command({
    input: z.strictObject({ unit: optionalLine, benefits: z.array(z.enum(benefits)).max(4).refine(isUnique) }),
    output: view,
    errors: ['printFailed'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /**
   * Figures of a half-year by unit, small groups hidden: of this vault, and joined with those that others sent. By name
   * there is nothing but whose vaults they are of. `leftAt`: when those of this vault left; they stay as they were.
   */
  'programme.figures': query({
    input: z.strictObject({ period: semester }),
    output: z.strictObject({
      own: figures,
      leftAt: z.string().nullable(),
      isOver: z.boolean(),
      sources: z.array(z.strictObject({ entryId: id, name: z.string(), sealedAt: z.string() })),
      joined: z.strictObject({ guidance: joinedTable(guidanceCounts), benefits: joinedTable(benefitCounts) }),
    }),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** To whom figures can be sealed: people of the directory in the personnel unit, or the official above it. */
  'exchange.figuresReceivers': query({
    input: z.strictObject({}),
    output: z.strictObject({
      certified: z.boolean(),
      receivers: z.array(
        z.strictObject({
          entryId: id,
          name: z.string(),
          position: z.string(),
          /** The vault has shown version 0.3 alone, which says that the package is newer than it reads. */
          olderProgram: z.boolean(),
        }),
      ),
    }),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /**
   * Seals the figures of a half-year for one of them. From then on they never change. `figuresNotOver`: its last day
   * has not passed. `nothingToSend`: there is nothing in them.
   */
  'programme.seal': command({
    input: z.strictObject({ period: semester, entryId: id }),
    output: sealed,
    errors: ['noDirectory', 'notCertified', 'unknownEntry', 'figuresNotOver', 'nothingToSend', ...exportErrors],
    needs: { session: 'unlocked' },
    changes: ['exchange', 'programme'],
  }),
  /** Sheets that were counted here, in the sums in which they were. */
  'programme.tallies': query({
    input: z.strictObject({ period: semester }),
    output: z.array(keptTally),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** Adds sheets that were counted together, at least five. `figuresLeft`: figures of that half-year have left. */
  'programme.addTally': command({
    input: z.strictObject({ tally: benefitTally }),
    output: z.strictObject({ tallyId: id }),
    errors: ['figuresLeft'],
    needs: { session: 'unlocked' },
    changes: ['programme'],
  }),
  'programme.removeTally': command({
    input: z.strictObject({ tallyId: id, period: semester }),
    output: z.strictObject({}),
    errors: ['unknownTally', 'figuresLeft'],
    needs: { session: 'unlocked' },
    changes: ['programme'],
  }),
} as const;
