import { choice } from '../kinds/choice.ts';
import { projects } from '../lists/projects.ts';

/** Which project a record belongs to, where it is not the one whose period its date lies in. */
export const projectOfIt = {
  project: choice(projects, {
    label: {
      sv: 'Hör det till något annat än projektet vars tid datumet ligger i?',
      en: 'Does it belong to anything other than the project whose period the date is in?',
    },
    short: { sv: 'Projekt', en: 'Project' },
    wanted: 'optional',
    zone: 'analytic',
  }),
};
