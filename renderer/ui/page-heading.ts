/** Identifier of the page's one h1, which can take the focus. */
export const pageHeadingId = 'page-heading';

/** Gives the focus to the heading of the page: for when what had it is gone, so that the next Tab begins there. */
export const focusPageHeading = (): void => document.getElementById(pageHeadingId)?.focus();
