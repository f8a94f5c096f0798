import type { DocumentContext } from '@shared/domain/documents/context.ts';
import type { DocumentModel } from '@shared/domain/documents/model.ts';
import { type BenefitSheet, benefitSheetModel } from '@shared/domain/programme/benefit-sheet-model.ts';
import { programmeElements } from '@shared/domain/programme/elements.ts';
import { type GuidelineContent, guidelineModel } from '@shared/domain/programme/guideline-model.ts';
import texts from '@shared/i18n/id/programme.json' with { type: 'json' };
import type { AppError, Result } from '@shared/kernel/result.ts';
import { printView } from '../papers/print-view.ts';
import type { Host } from '../rpc/host.ts';
import { blankOf } from '../settings/office.ts';
import { getSettings } from '../settings/settings.ts';
import { todayOf, type Unlocked } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findSetting } from './setting-rows.ts';

type Prepared = Promise<Result<{ viewId: string; size: number }, AppError<'printFailed'>>>;

const shown = (work: Workspace, host: Host, model: DocumentModel): Prepared => printView(work, host, model);

const contextOf = ({ records }: Pick<Workspace, 'records'>): DocumentContext => {
  return { ...blankOf(records), form: 'prefilled' };
};

/** Makes the guideline out of the present settings of the elements, to be signed by hand; kept in memory until lock. */
export const prepareGuideline = (unlocked: Unlocked, host: Host): Prepared => {
  const { work } = unlocked;
  const settings: GuidelineContent['settings'] = Object.fromEntries(
    programmeElements.map((element) => [element, findSetting(work.records, element)?.setting ?? null]),
  );
  return shown(
    work,
    host,
    guidelineModel(contextOf(work), {
      settings,
      titles: texts.programme.element,
      official: getSettings(work.records).authorisedOfficial,
      today: todayOf(unlocked),
    }),
  );
};

/** Makes a nameless sheet; nothing that is on it is kept, but for the page in memory until lock. */
export const prepareBenefitSheet = (work: Workspace, host: Host, sheet: BenefitSheet): Prepared =>
  shown(work, host, benefitSheetModel(contextOf(work), sheet));
