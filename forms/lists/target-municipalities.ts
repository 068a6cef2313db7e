import { municipalities } from './municipalities.ts';

/** The municipalities that a project can be for: those of the county, and nothing outside it. */
export const targetMunicipalities = {
  id: 'target_municipalities',
  options: municipalities.options.filter((option) => option.code !== '9999'),
} as const;
