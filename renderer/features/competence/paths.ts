/** Paths of the pages of this area. */
export const paths = {
  ledger: '/competence',
  table: '/competence/table',
  import: '/competence/import',
  standards: '/competence/standards',
  person: (personId: string): string => `/competence/${personId}`,
} as const;
