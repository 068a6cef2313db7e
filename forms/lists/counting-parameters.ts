/**
 * The thresholds of the rule that says when a company counts in a project's goal and of the checks of its budget, and
 * the rates that amounts are worked out by.
 */
export const countingParameters = {
  id: 'counting_parameters',
  options: [
    {
      code: 'meetings_least',
      sv: 'Minsta antal workshoppar och nätverksträffar på olika dagar',
      en: 'Least number of workshops and network meetings on different days',
    },
    {
      code: 'capability_rise_least',
      sv: 'Minsta ökning av förmågan enligt uppföljningen, steg på skalan 0–5',
      en: 'Least rise of the capability by the follow-up, steps on the scale 0–5',
    },
    {
      code: 'attribution_least',
      sv: 'Minsta grad av bidrag från projektet, 0–4',
      en: 'Least degree to which the project has contributed, 0–4',
    },
    {
      code: 'maturity_rise_least',
      sv: 'Minsta antal steg upp i mognadstrappan',
      en: 'Least number of steps up the maturity staircase',
    },
    {
      code: 'process_maturity_rise_least',
      sv: 'Minsta ökning av processmognadens medelvärde, steg på skalan 0–5',
      en: 'Least rise of the mean process maturity, steps on the scale 0–5',
    },
    {
      code: 'process_focus_rise_least',
      sv: 'Minsta ökning av processmognaden i insatsens fokusområde, steg på skalan 0–5',
      en: 'Least rise of the process maturity in the focus area of the intervention, steps on the scale 0–5',
    },
    {
      code: 'oee_rise_least',
      sv: 'Minsta ökning av OEE, procentenheter',
      en: 'Least rise of OEE, percentage points',
    },
    {
      code: 'measure_improvement_least',
      sv: 'Minsta förbättring av nyckeltalet som är insatsens mål, procent',
      en: 'Least improvement of the measure that is the goal of the intervention, per cent',
    },
    {
      code: 'shifts_least',
      sv: 'Minsta antal skift i en jämförbar produktionsanalys',
      en: 'Least number of shifts of a production analysis that can be compared',
    },
    {
      code: 'indirect_share',
      sv: 'Indirekta kostnader, procent av egen personal',
      en: 'Indirect costs, per cent of own staff',
    },
    {
      code: 'budget_tolerance',
      sv: 'Så många kronor som en summa i budgeten får avvika från sina delar',
      en: 'The kronor by which a sum of the budget may differ from its parts',
    },
    {
      code: 'hourly_rate_sek',
      sv: 'Timpris som stödvärdet räknas med, kronor',
      en: 'Hourly rate that the value of aid is worked out by, kronor',
    },
    {
      code: 'sek_per_eur',
      sv: 'Årets växelkurs, kronor för en euro',
      en: 'Exchange rate of the year, kronor for one euro',
    },
  ],
} as const;
