import { z } from 'zod';
import { day, requiredText } from '../../fields.ts';

/** What an employee holds against an act, as the request said that was refused (law: rectify). */
export const dispute = z.strictObject({ date: day, words: requiredText });
export type Dispute = Readonly<z.infer<typeof dispute>>;

/** Most of one act. */
export const maxDisputes = 50;
/** All of one act, as its copy carries them. */
export const disputes = z.array(dispute).min(1).max(maxDisputes);

/** The disputes that a copy carries; none where it says nothing. */
export const disputesOf = (release: Readonly<Record<string, unknown>> | undefined): readonly Dispute[] =>
  disputes.catch([]).parse(release?.disputes ?? []);

/** Heading of what an employee disputes, on paper. */
export const disputedTitle = 'Dibantah Pegawai';
