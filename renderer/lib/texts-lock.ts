import { mergeTexts } from '@shared/i18n/index.ts';
import commonEn from '../../shared/i18n/en/common.json';
import vaultEn from '../../shared/i18n/en/vault.json';
import commonId from '../../shared/i18n/id/common.json';
import vaultId from '../../shared/i18n/id/vault.json';
import type { Texts } from './i18n.ts';

/** Texts of the lock page: few, so that it is there at once. */
export const lockTexts: Texts = { id: mergeTexts([commonId, vaultId]), en: mergeTexts([commonEn, vaultEn]) };
