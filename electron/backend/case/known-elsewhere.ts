import { eq } from 'drizzle-orm';
import { packages } from '../db/exchange-schema.ts';
import type { RecordsReader } from '../db/handles.ts';

/** True once a package of the case has been sealed or has come: from then on others may have its acts. */
export const isKnownElsewhere = (tx: RecordsReader, caseId: string | null): boolean =>
  caseId !== null &&
  tx.select({ id: packages.id }).from(packages).where(eq(packages.caseId, caseId)).limit(1).all().length > 0;
