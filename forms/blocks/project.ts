import { choice } from '../kinds/choice.ts';
import { projects } from '../lists/projects.ts';

/** Which project a record belongs to, where it is not the one whose period its date lies in. */
export const projectOfIt = {
  project: choice(projects, {
    label: { sv: 'Hör det till ett annat projekt?', en: 'Does it belong to another project?' },
    short: { sv: 'Projekt', en: 'Project' },
    hint: {
      sv: 'Lämna tomt om det hör till det projekt som pågick den dagen.',
      en: 'Leave empty if it belongs to the project that was running on that day.',
    },
    wanted: 'optional',
    zone: 'analytic',
  }),
};
