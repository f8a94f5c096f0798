/** Addresses of the area. */
export const paths = { list: '/documents', check: '/documents/check' } as const;
