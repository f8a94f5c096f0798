import type { MethodName } from '../../../../shared/contract/index.ts';
import type { Aiming, Aims } from '../aim.ts';
import { caseAims } from './cases.ts';
import { competenceAims } from './competence.ts';
import { exchangeAims } from './exchange.ts';
import { fileAims } from './files.ts';
import { guidanceAims } from './guidance.ts';
import { identityAims, vaultAims } from './identity.ts';
import { retentionAims } from './retention.ts';

const aims: Aims = {
  ...vaultAims,
  ...caseAims,
  ...fileAims,
  ...identityAims,
  ...exchangeAims,
  ...guidanceAims,
  ...competenceAims,
  ...retentionAims,
};

/** How an input of a method is aimed at what the vault holds; undefined where inputs by its schema meet that anyway. */
export const aimFor = (method: string): ((at: Aiming) => unknown) | undefined => aims[method as MethodName];
