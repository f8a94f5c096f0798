import { recordColumns } from '@shared/domain/competence/csv/record-file.ts';
import { tableColumns } from '@shared/domain/competence/csv/table-file.ts';
import { fail, ok } from '@shared/kernel/result.ts';
import { chooseTargetOf, exportDepsOf } from '../export/call-deps.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { viewed } from '../trail/note-view.ts';
import { unlockedOf } from '../vault/unlocked.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { competencesOf, saveCompetences } from './competences.ts';
import { learningOf } from './employee.ts';
import { competenceFigures } from './figures.ts';
import { ledger, ledgerFilters } from './ledger.ts';
import { planOf, savePlan } from './plans.ts';
import { publishedTables, publishTable, withdrawTable } from './publish-table.ts';
import { saveLearningRecord, withdrawRecord } from './save-record.ts';
import { listStandards, saveStandard } from './standards.ts';

const files = () => import('./files.ts');

const csvDepsOf = (context: CallContext) => ({
  ...exportDepsOf(context),
  chooseTarget: chooseTargetOf(context),
  folder: context.start.documentsFolder,
});

/** Development of competence: learning records and JP, standards and gaps, annual plans. */
export const competenceHandlers = defineHandlers({
  'competence.ledger': (input, context) => ok(ledger(workspaceOf(context), input)),
  'competence.filters': (_input, context) => ok(ledgerFilters(workspaceOf(context))),
  'competence.employee': ({ personId }, context) => {
    const work = workspaceOf(context);
    const view = { store: 'records', kind: 'learningViewed', subject: personId } as const;
    return viewed(work, view, learningOf(work, personId));
  },
  'competence.saveRecord': (input, context) => saveLearningRecord(workspaceOf(context), input),
  'competence.withdrawRecord': (input, context) => withdrawRecord(workspaceOf(context), input),
  'competence.tables': (_input, context) => ok(publishedTables(workspaceOf(context))),
  'competence.publishTable': ({ table }, context) => publishTable(workspaceOf(context), table),
  'competence.withdrawTable': (input, context) => withdrawTable(workspaceOf(context), input),
  'competence.importRecords': async ({ fileToken, ...asked }, context) => {
    const path = context.files.resolve('file', fileToken);
    if (path === undefined) return fail('unknownToken');
    const { readCsvFile, importLearningRecords } = await files();
    const file = await readCsvFile(path, recordColumns);
    return file.ok ? importLearningRecords(workspaceOf(context), file.value, asked) : file;
  },
  'competence.readTable': async ({ fileToken }, context) => {
    const path = context.files.resolve('file', fileToken);
    if (path === undefined) return fail('unknownToken');
    const { readCsvFile, readTableFile } = await files();
    const file = await readCsvFile(path, tableColumns);
    return file.ok ? ok(readTableFile(file.value)) : file;
  },
  'competence.exportCsv': async (input, context) => {
    const { exportCsv } = await files();
    return exportCsv(workspaceOf(context), csvDepsOf(context), input);
  },
  'competence.saveTemplate': async ({ what }, context) => {
    const { saveTemplate } = await files();
    return saveTemplate(csvDepsOf(context), what);
  },
  'competence.standards': (_input, { vault }) => ok(listStandards(vault.records)),
  'competence.saveStandard': (input, context) => saveStandard(workspaceOf(context), input),
  'competence.competences': ({ personId }, { vault }) => competencesOf(vault.records, personId),
  'competence.saveCompetences': (input, context) => saveCompetences(workspaceOf(context), input),
  'competence.plan': (input, context) => planOf(unlockedOf(context), input),
  'competence.savePlan': (input, context) => savePlan(workspaceOf(context), input),
  'competence.figures': ({ year }, context) => ok(competenceFigures(workspaceOf(context), year)),
});
