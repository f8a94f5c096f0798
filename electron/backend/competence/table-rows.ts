import { type ConversionInput, type ConversionVersion, conversionInput } from '@shared/domain/competence/conversion.ts';
import { asc, eq } from 'drizzle-orm';
import { conversionVersions, conversionWithdrawals } from '../db/competence-schema.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';

/** A published version with the moment of its publication, and of its withdrawal where it was taken back. */
export type PublishedVersion = ConversionVersion & {
  readonly publishedAt: string;
  readonly withdrawn: { readonly reason: string; readonly at: string } | null;
};

/** All versions that were ever published, the oldest first. */
export const allVersions = (tx: RecordsReader): PublishedVersion[] =>
  tx
    .select()
    .from(conversionVersions)
    .leftJoin(conversionWithdrawals, eq(conversionWithdrawals.versionNo, conversionVersions.versionNo))
    .orderBy(asc(conversionVersions.versionNo))
    .all()
    .map(({ conversion_versions: { versionNo, json, publishedAt }, conversion_withdrawals: back }) => ({
      ...conversionInput.parse(json),
      versionNo,
      publishedAt,
      withdrawn: back && { reason: back.reason, at: back.withdrawnAt },
    }));

/** The versions by which learning is counted: those that were not taken back, the oldest first. */
export const listVersions = (tx: RecordsReader): PublishedVersion[] =>
  allVersions(tx).filter(({ withdrawn }) => withdrawn === null);

/** Adds a version. */
export const insertVersion = (
  tx: RecordsWriter,
  versionNo: number,
  table: ConversionInput,
  publishedAt: string,
): void => {
  tx.insert(conversionVersions).values({ versionNo, json: table, publishedAt }).run();
};

/** Takes a version back; it stays readable. */
export const insertWithdrawal = (tx: RecordsWriter, versionNo: number, reason: string, withdrawnAt: string): void => {
  tx.insert(conversionWithdrawals).values({ versionNo, reason, withdrawnAt }).run();
};
