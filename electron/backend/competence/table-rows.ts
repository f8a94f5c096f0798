import { type ConversionInput, type ConversionVersion, conversionInput } from '@shared/domain/competence/conversion.ts';
import { asc } from 'drizzle-orm';
import { conversionVersions } from '../db/competence-schema.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';

/** A published version with the moment of its publication. */
export type PublishedVersion = ConversionVersion & { readonly publishedAt: string };

/** All published versions, the oldest first. */
export const listVersions = (tx: RecordsReader): PublishedVersion[] =>
  tx
    .select()
    .from(conversionVersions)
    .orderBy(asc(conversionVersions.versionNo))
    .all()
    .map(({ versionNo, json, publishedAt }) => ({ ...conversionInput.parse(json), versionNo, publishedAt }));

/** Adds a version. */
export const insertVersion = (
  tx: RecordsWriter,
  versionNo: number,
  table: ConversionInput,
  publishedAt: string,
): void => {
  tx.insert(conversionVersions).values({ versionNo, json: table, publishedAt }).run();
};
