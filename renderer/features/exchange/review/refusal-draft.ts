/** Where the reason for refusing one thing of the list is kept while it is typed. */
export const refusalOf = (itemId: string) => ({ kind: 'packageRefusal', caseId: null, subjectKey: itemId }) as const;
