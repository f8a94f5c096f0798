/** The making and checking of papers (print, certificate, CMS, calendar): large, and loaded when first asked for. */
// biome-ignore-all lint/performance/noBarrelFile: one chunk by intent
export { addPaper } from './add-paper.ts';
export { documentOfRecord } from './document-of-record.ts';
export { exportCalendar } from './export-calendar.ts';
export { prepareOverview } from './prepare-overview.ts';
export { preparePaper } from './prepare-paper.ts';
export { signOriginal } from './sign-original.ts';
