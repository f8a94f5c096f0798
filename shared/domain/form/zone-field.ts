import { indonesianZones } from '@shared/kernel/date.ts';

/** In which time zone of Indonesia a time of day beside it is; its form gives it a label. */
export const zoneField = {
  kind: 'choice',
  beside: true,
  options: { codes: indonesianZones, names: { WIB: 'WIB', WITA: 'WITA', WIT: 'WIT' } },
} as const;
