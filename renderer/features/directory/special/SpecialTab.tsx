import { AuditorExport } from './AuditorExport.tsx';
import { RestoredVault } from './RestoredVault.tsx';

/** What seldom matters: keys for an auditor, and a vault that was restored. */
export const SpecialTab = () => (
  <>
    <AuditorExport />
    <RestoredVault />
  </>
);
