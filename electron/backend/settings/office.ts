import { blankContext, type DocumentContext } from '@shared/domain/documents/context.ts';
import type { Office } from '@shared/domain/documents/office.ts';
import type { RecordsReader } from '../db/handles.ts';
import { getSettings } from './settings.ts';

/** The office whose letterhead papers of this vault bear: the one source of it. */
export const officeOf = (tx: RecordsReader): Office => ({
  ...getSettings(tx).institution,
  parents: [],
  unit: '',
  logo: null,
  style: 'regional',
});

/** What every paper of this vault begins with: its letterhead, its label and how it decides; nothing of a case. */
export const blankOf = (tx: RecordsReader): DocumentContext =>
  blankContext(officeOf(tx), getSettings(tx).defaultClassification);
