import { sniDivisions } from './sni-divisions.ts';

/** The sectors that a project can be for: manufacturing and extraction, SNI B (05–09) and C (10–33). */
export const targetSniDivisions = {
  id: 'target_sni_divisions',
  options: sniDivisions.options.filter((option) => option.code !== 'other'),
} as const;
