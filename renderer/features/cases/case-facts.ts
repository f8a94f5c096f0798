import type { ActView, CaseView } from '@shared/contract/case.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import { type ContentOf, contentSchemas } from '@shared/domain/case/body.ts';

/** Translates a key of i18n; values fill its placeholders. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

/** Acts of a type that count: undamaged and with effect, in the order of the fold. */
export const actsOf = (view: Pick<CaseView, 'acts'> | null, type: ActType): readonly ActView[] =>
  (view?.acts ?? []).filter((act) => act.type === type && act.withoutEffect === null && act.damage === null);

/**
 * Content of an act after its corrections, read with the schema of `type`; null when this vault holds the header alone.
 */
export const contentOf = <T extends ActType>(act: ActView | undefined, type: T): ContentOf<T> | null => {
  if (act === undefined || act.type !== type || act.currentContent === null) return null;
  const parsed = contentSchemas[type].safeParse(act.currentContent);
  return parsed.success ? (parsed.data as ContentOf<T>) : null;
};

/** Contents of all acts of a type that count, oldest first. */
export const contentsOf = <T extends ActType>(view: Pick<CaseView, 'acts'> | null, type: T): readonly ContentOf<T>[] =>
  actsOf(view, type).flatMap((act) => {
    const content = contentOf(act, type);
    return content === null ? [] : [content];
  });

/** Content of the latest act of a type that counts, or null. */
export const latestOf = <T extends ActType>(view: Pick<CaseView, 'acts'> | null, type: T): ContentOf<T> | null =>
  contentsOf(view, type).at(-1) ?? null;

/** Codes of a field that the file lets no act of a type say; undefined where no such act is possible at all. */
export const notOfferedIn = (
  view: Pick<CaseView, 'available'> | null,
  type: ActType,
  field: string,
): readonly string[] | undefined => {
  const act = view?.available.find((available) => available.type === type);
  return act && (act.notOffered[field] ?? []);
};

/** The act with this hash, if the case holds it. */
export const actByHash = (view: Pick<CaseView, 'acts'> | null, hash: string | null): ActView | undefined =>
  hash === null ? undefined : view?.acts.find((act) => act.hash === hash);
