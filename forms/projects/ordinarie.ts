import type { Project } from './project.ts';
import { starkareIndustri } from './starkare-industri.ts';

/**
 * The ordinary work of IUC Industrihubb, beside and after its projects. It has neither period nor goal, and no decision
 * says anything of it: all of this is a default.
 */
export const ordinarie = {
  id: 'ordinarie',
  isOrdinary: true,
  first: {
    name_sv: 'IUC Industrihubb, ordinarie verksamhet',
    name_en: 'IUC Industrihubb, ordinary operations',
    parameters: [],
    indicators: [],
    financiers: [],
    costs: [],
    financing: [],
    reporting_periods: [],
    // It is for the companies that the first project was for.
    municipalities: starkareIndustri.first.municipalities,
    sni_divisions: starkareIndustri.first.sni_divisions,
    focus_areas: starkareIndustri.first.focus_areas,
    owner: 'IUC Industrihubb',
    controller: 'IUC Industrihubb',
    privacy_notice_version: '1.0',
  },
  owners: [],
} as const satisfies Project;
