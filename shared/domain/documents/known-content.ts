import { z } from 'zod';
import type { ActType } from '../case/act-type.ts';
import { type ContentOf, contentSchemas } from '../case/body.ts';

/** Entries of a list that are complete by themselves. */
const completeEntries = (schema: z.ZodType, value: unknown): unknown => {
  const list = schema instanceof z.ZodNullable ? schema.unwrap() : schema;
  if (!(list instanceof z.ZodArray) || !Array.isArray(value)) return undefined;
  const entries = value.flatMap((entry) => {
    const parsed = z.safeParse(list.element, entry);
    return parsed.success ? [parsed.data] : [];
  });
  return entries.length === 0 ? undefined : entries;
};

/**
 * The fields of a content that are known: a draft may be half filled, its good fields are printed all the same.
 * Fields and list entries that break their schema are left out.
 */
export const knownFields = (
  shape: Readonly<Record<string, z.ZodType>>,
  content: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>> => {
  const known: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(shape)) {
    const value = content?.[name];
    const parsed = z.safeParse(schema, value);
    const kept = parsed.success ? parsed.data : completeEntries(schema, value);
    if (kept !== undefined) known[name] = kept;
  }
  return known;
};

/** `knownFields` of an act's content. */
export const knownContent = <T extends ActType>(
  type: T,
  content: Readonly<Record<string, unknown>> | undefined,
): Partial<ContentOf<T>> =>
  knownFields(contentSchemas[type].shape as Record<string, z.ZodType>, content) as Partial<ContentOf<T>>;
