import type { WireError } from '@shared/contract/method.ts';
import { type AuditGroup, type AuditStore, kindsOfGroup } from '@shared/domain/audit/kinds.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { CallError } from '../../lib/call-error.ts';
import { type Output, queryKey } from '../../lib/query.ts';
import { useRpc } from '../../lib/rpc-context.ts';

export type AuditEntry = Output<'audit.list'>['entries'][number];

/** Entries asked for at a time. */
const pageSize = 100;

/** What of the trail is looked at. */
export interface AuditChoice {
  readonly store: AuditStore;
  readonly group: AuditGroup | 'all';
}

export interface AuditPages {
  /** The latest first; undefined until the first answer. */
  readonly entries: readonly AuditEntry[] | undefined;
  readonly error: WireError | null;
  /** Older entries are there. */
  readonly more: boolean;
  readonly loading: boolean;
  readonly loadMore: () => void;
}

/** Entries of a trail, page by page; asked anew at each visit. */
export const useAuditPages = ({ store, group }: AuditChoice): AuditPages => {
  const rpc = useRpc();
  const kinds = group === 'all' ? undefined : kindsOfGroup(group, store);
  const none = kinds?.length === 0;
  const query = useInfiniteQuery<Output<'audit.list'>, CallError, AuditEntry[], readonly unknown[], number | null>({
    queryKey: queryKey('audit.list', { store, group }),
    queryFn: async ({ pageParam: before }) => {
      const asked = { store, before, limit: pageSize, ...(kinds === undefined ? {} : { kinds }) };
      const answer = await rpc.call('audit.list', asked);
      if (!answer.ok) throw new CallError(answer.error);
      return answer.value;
    },
    initialPageParam: null,
    getNextPageParam: ({ entries, more }) => (more ? (entries.at(-1)?.seq ?? null) : null),
    select: ({ pages }) => pages.flatMap(({ entries }) => entries),
    enabled: !none,
    gcTime: 0,
  });
  return {
    entries: none ? [] : query.data,
    error: query.error,
    more: query.hasNextPage,
    loading: query.isFetching,
    loadMore: () => void query.fetchNextPage(),
  };
};
