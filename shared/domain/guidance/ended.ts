import type { GuidanceFile } from './working-file.ts';

/** First and last day of what lies in a guidance. */
export interface GuidanceDays {
  readonly from: string;
  readonly to: string;
}

/**
 * Whether a guidance has ended: its working papers say that it is concluded. Where only records came from others,
 * nothing says that it goes on; each record that still comes moves its last day.
 */
export const hasGuidanceEnded = (file: Pick<GuidanceFile, 'status'> | null): boolean =>
  file === null || file.status === 'concluded';

/**
 * Days of what was held, signed and evaluated; `kept`: when it was written down here, where nothing has a day. What is
 * only planned is no day of it. `recordDays`: days of its records.
 */
export const daysOfGuidance = (
  file: GuidanceFile | null,
  recordDays: readonly string[],
  kept: GuidanceDays,
): GuidanceDays => {
  const sessions: readonly { readonly state: string; readonly date: string }[] = file?.sessions ?? [];
  const held = sessions.filter(({ state }) => state === 'held').map(({ date }) => date);
  const evaluated = file !== null && 'evaluation' in file ? file.evaluation.date : '';
  const spoken = file?.kind === 'dialogue' ? file.form.date : '';
  const days = [...held, evaluated, spoken, ...recordDays].filter((day) => day !== '').sort();
  return { from: days[0] ?? kept.from, to: days.at(-1) ?? kept.to };
};
