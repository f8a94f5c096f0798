import { isInOffice } from '@shared/domain/identity/person.ts';
import type { Output } from '../../../lib/query.ts';
import { AuditorExport } from './AuditorExport.tsx';
import { RestoredVault } from './RestoredVault.tsx';
import { TakeOver } from './TakeOver.tsx';

/** What seldom matters: keys for an auditor, a vault that was restored, another publisher. */
export const SpecialTab = ({ status }: { readonly status: Output<'identity.status'> }) => {
  const { directory, certifiedRoles } = status;
  const mayTakeOver = directory !== null && !directory.own && isInOffice(certifiedRoles ?? []);
  return (
    <>
      <AuditorExport />
      <RestoredVault />
      {mayTakeOver && <TakeOver />}
    </>
  );
};
