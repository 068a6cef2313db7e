/** What is done in a company to support its development. */
export const interventionTypes = {
  id: 'intervention_types',
  options: [
    { code: 'coaching', sv: 'Coachning eller rådgivning', en: 'Coaching or advice' },
    { code: 'training', sv: 'Utbildning på plats', en: 'Training on site' },
    {
      code: 'mapping',
      sv: 'Kartläggning, till exempel av värdeflödet',
      en: 'Mapping, for example of the value stream',
    },
    { code: 'pilot', sv: 'Test eller pilot', en: 'Test or pilot' },
    { code: 'investment_basis', sv: 'Investeringsunderlag', en: 'Basis for an investment' },
    { code: 'requirement_spec', sv: 'Kravspecifikation', en: 'Specification of requirements' },
    { code: 'improvement_event', sv: 'Förbättringsvecka (kaizen)', en: 'Improvement week (kaizen)' },
    { code: 'simulation', sv: 'Simulering eller digital tvilling', en: 'Simulation or digital twin' },
    { code: 'roadmap', sv: 'Handlingsplan', en: 'Action plan' },
    { code: 'other', sv: 'Annan insats', en: 'Another intervention' },
  ],
} as const;
