import { type Output, useQueryCall } from '../../lib/query.ts';

/** The register of coaches and mentors. */
export type Register = Output<'guidance.coaches'>;

/** The register of coaches and mentors, without those put away; undefined until it is there. */
export const useRegister = (): Register | undefined => useQueryCall('guidance.coaches', {}).data;
