import type { ConversionVersion } from '@shared/domain/competence/conversion.ts';
import { type SQL, sql } from 'drizzle-orm';

/** Target of a person `p` of the register by employment status, in hundredths of JP; null: none. */
export const targetOf = ({ pns, pppk, other }: ConversionVersion['targets']): SQL =>
  sql`CASE p.employment_status WHEN 'pns' THEN ${pns} WHEN 'pppk' THEN ${pppk} ELSE ${other} END`;
