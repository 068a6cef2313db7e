import { focusAreas } from './focus-areas.ts';

const [productionEfficiency, digitalisation, automation] = focusAreas.options;

/** The project's three focus areas, where something belongs to exactly one of them. */
export const mainFocusAreas = {
  id: 'main_focus_areas',
  options: [productionEfficiency, digitalisation, automation],
} as const;
