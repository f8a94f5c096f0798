import type { ActType } from '@shared/domain/case/act-type.ts';
import { recommendsDiscipline } from '@shared/domain/case/asked-gates.ts';
import { asList } from '../../../ui/form/field-props.ts';
import { latestOf } from '../case-facts.ts';
import type { DraftContent, PrefillContext } from './prefill/context.ts';

interface Item {
  readonly kind: string;
  readonly burdensome?: boolean;
}

type Known = Pick<PrefillContext, 'settings' | 'view'>;

/** The items with the mark that the settings give to a kind that was chosen anew. */
const marked = (items: readonly Item[], before: readonly Item[], { settings }: Known): readonly Item[] =>
  items.map((item, at) =>
    item.kind === before[at]?.kind ? item : { ...item, burdensome: settings.burdensomeFollowUps.includes(item.kind) },
  );

/** `value` where it is wanted, and nothing where it only stood there for what is not wanted any more. */
const proposed = (written: unknown, value: string, isWanted: boolean): unknown => {
  if (isWanted) return written || value;
  return written === value ? '' : written;
};

/** The report that a recommendation of discipline cites, as far as it is known here: by itself or by the record. */
const citedReport = ({ view }: Known): { readonly number: string; readonly date: string } => {
  const report = latestOf(view, 'reportSubmitted');
  const record = latestOf(view, 'resultSigned');
  return { number: report?.number ?? record?.reportNumber ?? '', date: report?.date ?? record?.reportDate ?? '' };
};

/** What a decision asks follows from the follow-ups that are chosen (law: burdensome, disciplineBasis). */
const decided = (content: DraftContent, before: readonly Item[], known: Known): DraftContent => {
  const items = marked(asList<Item>(content.items), before, known);
  const isDiscipline = recommendsDiscipline({ items });
  const report = citedReport(known);
  return {
    ...content,
    items,
    reportNumber: proposed(content.reportNumber, report.number, isDiscipline),
    reportDate: proposed(content.reportDate, report.date, isDiscipline),
    objection: proposed(
      content.objection,
      known.settings.objectionWay,
      items.some(({ burdensome }) => burdensome),
    ),
  };
};

/** A content after something was written in it, with what follows from that. */
export const withWritten = (
  type: ActType,
  content: DraftContent,
  [name, next]: readonly [name: string, next: unknown],
  known: Known,
): DraftContent => {
  const written = { ...content, [name]: next };
  return type === 'followUpDecided' && name === 'items'
    ? decided(written, asList<Item>(content.items), known)
    : written;
};
