/** Reading and writing of CSV files: loaded when first asked for. */
// biome-ignore-all lint/performance/noBarrelFile: one chunk by intent
export { readCsvFile } from './csv-file.ts';
export { exportCsv, saveTemplate } from './export-csv.ts';
export { importLearningRecords } from './import-records.ts';
export { readTableFile } from './read-table.ts';
