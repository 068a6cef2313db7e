/** What a project has to have made. */
export const deliverableKinds = {
  id: 'deliverable_kinds',
  options: [
    {
      code: 'communication_plan',
      sv: 'Kommunikationsplan med kanalstrategi',
      en: 'Communication plan with channel strategy',
    },
    {
      code: 'definition_strengthened_capability',
      sv: 'Definition av förstärkt förmåga för utveckling',
      en: 'Definition of strengthened capability for development',
    },
    { code: 'privacy_notice', sv: 'Integritetstext', en: 'Privacy notice' },
    { code: 'retention_plan', sv: 'Gallringsplan', en: 'Retention plan' },
    {
      code: 'handover_package',
      sv: 'Överlämning till IUC Industrihubb',
      en: 'Handover to IUC Industrihubb',
    },
  ],
} as const;
