import { ordinarie } from './ordinarie.ts';
import type { Project } from './project.ts';
import { starkareIndustri } from './starkare-industri.ts';

/** Every project there is. A new project is its file, a line here and an option of `forms/lists/projects.ts`. */
export const projects: readonly Project[] = [starkareIndustri, ordinarie];
