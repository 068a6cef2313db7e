import { companyKeyOfIt } from './blocks/company.ts';
import { needsAnalysisOfIt } from './blocks/needs-reference.ts';
import { answered, is, missing, some } from './grammar/conditions.ts';
import { requiredWhen } from './grammar/field.ts';
import { form, section, step } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { computed } from './kinds/computed.ts';
import { date } from './kinds/date.ts';
import { decimal } from './kinds/decimal.ts';
import { integer } from './kinds/integer.ts';
import { longText } from './kinds/long-text.ts';
import { money } from './kinds/money.ts';
import { rows } from './kinds/rows.ts';
import { text } from './kinds/text.ts';
import { yesNo } from './kinds/yes-no.ts';
import { analysedObjects } from './lists/analysed-objects.ts';
import { bottleneckAnswers } from './lists/bottleneck-answers.ts';
import { needAreas } from './lists/need-areas.ts';
import { oeeClasses } from './lists/oee-classes.ts';
import { productionDataSources } from './lists/production-data-sources.ts';
import { recommendationSizes } from './lists/recommendation-sizes.ts';
import { addsUp } from './rules/adds-up.ts';
import { notAfter } from './rules/not-after.ts';
import { rowsAddUp } from './rules/rows-add-up.ts';
import { rowsAtMost } from './rules/rows-at-most.ts';
import { sumAtMost } from './rules/sum-at-most.ts';
import { effectivenessClass } from './scores/effectiveness-class.ts';
import { flowEfficiency } from './scores/flow-efficiency.ts';
import { idealCycleTooLong, oee } from './scores/oee.ts';
import { partOfSum } from './scores/part-of-sum.ts';
import { ratio } from './scores/ratio.ts';
import { share } from './scores/share.ts';
import { takt } from './scores/takt.ts';
import { workSampling } from './scores/work-sampling.ts';

const noPersonalData = { sv: 'Skriv inga personuppgifter.', en: 'Do not include personal information.' };
const minutes = { sv: 'minuter', en: 'minutes' };
const dayHint = {
  sv: 'År-månad-dag, till exempel 2026-09-10.',
  en: 'Year-month-day, for example 2026-09-10.',
};

/** More minutes than there are in almost two years: a period in seconds is refused. */
const minutesMax = 1_000_000;
const time = { min: 0, max: minutesMax, decimals: 1, unit: minutes, zone: 'confidential' } as const;
const units = { min: 0, max: 100_000_000, zone: 'confidential' } as const;
const amount = { min: 0, max: 10_000_000_000, zone: 'confidential' } as const;
const percent = { decimals: 1, percent: true, zone: 'confidential' } as const;

/** What ISO 22400-2 calls PBT, the stops within it, PRI, PQ and GQ; several products have rows of their own. */
const measured = {
  planned: 'pbt_min',
  stops: ['loss_breakdown_min', 'loss_changeover_min', 'loss_waiting_min', 'loss_other_stop_min'],
  minorStops: 'loss_minor_stops_min',
  ideal: 'pri_min_per_unit',
  produced: 'pq',
  good: 'gq',
  mix: 'mix',
} as const;
const pace = {
  available: 'available_time_min',
  planned: 'pbt_min',
  demand: 'demand_units',
  ideal: 'pri_mean_min_per_unit',
} as const;
const observations = ['ws_value_adding', 'ws_supporting', 'ws_non_value'] as const;

const isOfOneProduct = some(missing('several_products'), is('several_products', false));

const idealTime = {
  label: { sv: 'Ideal cykeltid (PRI)', en: 'Ideal cycle time (PRI)' },
  hint: {
    sv: 'Planerad tid per enhet när allt går som det ska, till exempel 0,5.',
    en: 'Planned run time per unit when everything works as it should, for example 0.5.',
  },
  missing: { sv: 'Ange ideal cykeltid.', en: 'Enter the ideal cycle time.' },
  min: 0.0001,
  max: 100_000,
  decimals: 4,
  unit: { sv: 'minuter per enhet', en: 'minutes per unit' },
  zone: 'confidential',
} as const;
const producedUnits = {
  label: { sv: 'Producerat antal (PQ)', en: 'Produced quantity (PQ)' },
  missing: { sv: 'Ange producerat antal.', en: 'Enter the produced quantity.' },
  ...units,
} as const;
const goodUnits = {
  label: { sv: 'Godkänt antal, rätt första gången (GQ)', en: 'Good quantity, right first time (GQ)' },
  short: { sv: 'Godkänt antal (GQ)', en: 'Good quantity (GQ)' },
  missing: { sv: 'Ange godkänt antal.', en: 'Enter the good quantity.' },
  ...units,
} as const;

const allOrNone = {
  sv: 'Fyll i alla tre antalen, eller inget av dem.',
  en: 'Fill in all three counts, or none of them.',
};
const bothOrNeither = {
  sv: 'Fyll i båda antalen om order, eller inget av dem.',
  en: 'Fill in both numbers of orders, or neither.',
};

/**
 * How well a machine, line or cell is used over a period: the loss of time, speed and quality, and what to do about it.
 * Which analysis is the first of an object, and how much a later one differs, follows from the others.
 */
export const productionAnalysis = form({
  id: 'production-analysis',
  title: { sv: 'Produktionsanalys', en: 'Production analysis' },
  intro: {
    sv: 'Börja med tid och antal, så räknas OEE ut medan du skriver. Det som kan lämnas tomt är märkt.',
    en: 'Begin with time and quantity: OEE is computed as you write. What can be left blank is marked.',
  },
  send: { staff: ['industrial_developer', 'expert', 'project_manager'] },
  activityDate: 'period_end',
  company: 'company_key',
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    step(
      { sv: 'Objekt, tid och antal', en: 'Object, time and quantity' },
      {
        ...companyKeyOfIt,
        object_name: text({
          label: { sv: 'Vad analyseras?', en: 'What is analysed?' },
          short: { sv: 'Analysobjekt', en: 'Object of the analysis' },
          hint: {
            sv: 'Maskin, linje eller cell. Skriv på samma sätt varje gång samma sak analyseras: bara då kan analyserna jämföras.',
            en: 'A machine, line or cell. Write it the same way each time the same thing is analysed: only then can analyses be compared.',
          },
          wanted: 'required',
          missing: { sv: 'Skriv vad som analyseras.', en: 'Write what is analysed.' },
          max: 150,
          zone: 'confidential',
        }),
        period_start: date({
          label: { sv: 'Mätperiodens första dag', en: 'First day of the period' },
          hint: dayHint,
          wanted: 'neededToCount',
          missing: { sv: 'Ange mätperiodens första dag.', en: 'Enter the first day of the period.' },
          earliest: '2021-01-01',
          latest: '2099-12-31',
          zone: 'analytic',
        }),
        period_end: date({
          label: { sv: 'Mätperiodens sista dag', en: 'Last day of the period' },
          hint: dayHint,
          wanted: 'required',
          missing: { sv: 'Ange mätperiodens sista dag.', en: 'Enter the last day of the period.' },
          earliest: '2021-01-01',
          latest: '2099-12-31',
          happened: true,
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Tid, sammanlagt för mätperioden', en: 'Time, in all over the period' },
      {
        pbt_min: decimal({
          label: { sv: 'Planerad beläggningstid (PBT)', en: 'Planned busy time (PBT)' },
          hint: {
            sv: 'Räkna inte med raster, planerat underhåll och tid utan order. Räkna med omställningar.',
            en: 'Do not include breaks, planned maintenance and time without orders. Include changeovers.',
          },
          wanted: 'neededToCount',
          missing: { sv: 'Ange planerad beläggningstid.', en: 'Enter the planned busy time.' },
          ...time,
          min: 0.1,
        }),
        loss_breakdown_min: decimal({
          label: { sv: 'Haveri och fel', en: 'Breakdowns and faults' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange tid för haveri och fel. Skriv 0 om det inte var någon.',
            en: 'Enter the time of breakdowns and faults. Enter 0 if there was none.',
          },
          ...time,
        }),
        loss_changeover_min: decimal({
          label: { sv: 'Omställning och justering', en: 'Changeover and adjustment' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange tid för omställning och justering. Skriv 0 om det inte var någon.',
            en: 'Enter the time of changeover and adjustment. Enter 0 if there was none.',
          },
          ...time,
        }),
        loss_waiting_min: decimal({
          label: {
            sv: 'Väntan på material, personal eller verktyg',
            en: 'Waiting for material, staff or tools',
          },
          short: { sv: 'Väntan', en: 'Waiting' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange tid för väntan. Skriv 0 om det inte var någon.',
            en: 'Enter the waiting time. Enter 0 if there was none.',
          },
          ...time,
        }),
        loss_other_stop_min: decimal({
          label: { sv: 'Övriga stopp', en: 'Other stops' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange tid för övriga stopp. Skriv 0 om det inte var någon.',
            en: 'Enter the time of other stops. Enter 0 if there was none.',
          },
          ...time,
        }),
        apt_min: computed(oee('apt_min', measured), {
          label: { sv: 'Faktisk produktionstid (APT)', en: 'Actual production time (APT)' },
          hint: {
            sv: 'Den planerade tiden utan stoppen. Räknas inte ut om stoppen är längre än den.',
            en: 'The planned time without the stops. Not computed if the stops are longer than it.',
          },
          unit: minutes,
          zone: 'confidential',
        }),
        loss_minor_stops_min: decimal({
          label: { sv: 'Småstopp, under fem minuter', en: 'Minor stops, under five minutes' },
          short: { sv: 'Småstopp', en: 'Minor stops' },
          wanted: 'optional',
          ...time,
        }),
      },
    ),
    section(
      { sv: 'Antal, sammanlagt för mätperioden', en: 'Quantity, in all over the period' },
      {
        several_products: yesNo({
          label: {
            sv: 'Tillverkades flera produkter med olika cykeltid?',
            en: 'Were several products made, with different cycle times?',
          },
          short: { sv: 'Flera produkter', en: 'Several products' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        pri_min_per_unit: decimal({ ...idealTime, wanted: 'neededToCount', shownWhen: isOfOneProduct }),
        pq: integer({ ...producedUnits, wanted: 'neededToCount', shownWhen: isOfOneProduct }),
        gq: integer({ ...goodUnits, wanted: 'neededToCount', shownWhen: isOfOneProduct }),
        mix: rows({
          label: { sv: 'Vilka produkter tillverkades?', en: 'Which products were made?' },
          short: { sv: 'Produktmix', en: 'Product mix' },
          wanted: 'neededToCount',
          missing: { sv: 'Fyll i minst en produkt.', en: 'Fill in at least one product.' },
          shownWhen: is('several_products', true),
          rowTitle: { sv: 'Produkt', en: 'Product' },
          addRow: { sv: 'Lägg till en produkt', en: 'Add a product' },
          max: 50,
          zone: 'confidential',
          fields: {
            item: text({
              label: { sv: 'Produktens namn eller nummer', en: 'Name or number of the product' },
              short: { sv: 'Produkt', en: 'Product' },
              wanted: 'required',
              missing: {
                sv: 'Skriv produktens namn eller nummer.',
                en: 'Enter the name or number of the product.',
              },
              max: 100,
              zone: 'confidential',
            }),
            pri: decimal({ ...idealTime, wanted: 'required' }),
            pq: integer({ ...producedUnits, wanted: 'required' }),
            gq: integer({ ...goodUnits, wanted: 'required' }),
          },
        }),
        scrap_q: integer({
          label: { sv: 'Kasserat antal', en: 'Scrapped quantity' },
          hint: {
            sv: 'Kasserat och omarbetat är tillsammans det som producerades och inte var godkänt.',
            en: 'Scrapped and reworked are together what was produced and was not good.',
          },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange kasserat antal. Skriv 0 om det inte var något.',
            en: 'Enter the scrapped quantity. Enter 0 if there was none.',
          },
          ...units,
        }),
        startup_reject_q: integer({
          label: { sv: 'Därav kasserat vid uppstart', en: 'Of which scrapped at start-up' },
          short: { sv: 'Uppstartskassation', en: 'Start-up rejects' },
          wanted: 'optional',
          ...units,
        }),
        rework_q: integer({
          label: { sv: 'Omarbetat antal', en: 'Reworked quantity' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange omarbetat antal. Skriv 0 om det inte var något.',
            en: 'Enter the reworked quantity. Enter 0 if there was none.',
          },
          ...units,
        }),
      },
    ),
    section(
      { sv: 'OEE', en: 'OEE' },
      {
        pq_total: computed(oee('pq_total', measured), {
          label: { sv: 'Producerat antal, alla produkter', en: 'Produced quantity, all products' },
          zone: 'confidential',
          unseen: true,
        }),
        gq_total: computed(oee('gq_total', measured), {
          label: { sv: 'Godkänt antal, alla produkter', en: 'Good quantity, all products' },
          zone: 'confidential',
          unseen: true,
        }),
        pri_mean_min_per_unit: computed(oee('pri_mean_min_per_unit', measured), {
          label: { sv: 'Ideal cykeltid, alla produkter', en: 'Ideal cycle time, all products' },
          unit: idealTime.unit,
          zone: 'confidential',
          unseen: true,
        }),
        availability: computed(oee('availability', measured), {
          label: { sv: 'Tillgänglighet', en: 'Availability' },
          hint: {
            sv: 'Hur stor del av den planerade tiden som produktionen var i gång.',
            en: 'How much of the planned time production was running.',
          },
          ...percent,
        }),
        performance: computed(oee('performance', measured), {
          label: { sv: 'Anläggningsutbyte', en: 'Performance' },
          hint: {
            sv: 'Hur stor del av produktionstiden som det producerade hade tagit med den ideala cykeltiden.',
            en: 'How much of the production time the produced units would have taken at the ideal cycle time.',
          },
          ...percent,
        }),
        ideal_cycle_too_long: computed(idealCycleTooLong(measured), {
          label: {
            sv: 'Är den ideala cykeltiden för lång? (Anläggningsutbytet är över 100 %)',
            en: 'Is the ideal cycle time too long? (Performance is over 100%)',
          },
          short: { sv: 'För lång ideal cykeltid', en: 'Ideal cycle time too long' },
          zone: 'analytic',
        }),
        quality: computed(oee('quality', measured), {
          label: { sv: 'Kvalitetsutbyte', en: 'Quality' },
          hint: {
            sv: 'Hur stor del av det producerade som var godkänt. Räknas inte ut om mer är godkänt än producerat.',
            en: 'How much of what was produced was good. Not computed if more is good than was produced.',
          },
          ...percent,
        }),
        oee: computed(oee('oee', measured), {
          label: { sv: 'OEE (TAK): de tre tillsammans', en: 'OEE: the three together' },
          short: { sv: 'OEE', en: 'OEE' },
          ...percent,
        }),
        oee_class: computed(effectivenessClass('oee'), {
          label: { sv: 'OEE-klass, som orientering', en: 'OEE class, for orientation' },
          codes: oeeClasses,
          zone: 'analytic',
          unseen: true,
        }),
      },
    ),
    step(
      { sv: 'Om mätningen', en: 'About the measurement' },
      {
        object_kind: choice(analysedObjects, {
          label: { sv: 'Vilken typ av objekt är det?', en: 'What type of object is it?' },
          short: { sv: 'Typ av analysobjekt', en: 'Type of object' },
          wanted: 'neededToCount',
          missing: { sv: 'Välj typ av objekt.', en: 'Choose the type of object.' },
          zone: 'analytic',
        }),
        is_bottleneck: choice(bottleneckAnswers, {
          label: { sv: 'Är det flaskhalsen?', en: 'Is it the bottleneck?' },
          short: { sv: 'Flaskhals', en: 'Bottleneck' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        n_shifts: integer({
          label: { sv: 'Hur många skift mättes?', en: 'How many shifts were measured?' },
          short: { sv: 'Antal skift', en: 'Number of shifts' },
          hint: {
            sv: 'Minst tre, om mätningen ska kunna visa en förbättring.',
            en: 'At least three, if the measurement is to show an improvement.',
          },
          wanted: 'neededToCount',
          missing: { sv: 'Ange antal skift.', en: 'Enter the number of shifts.' },
          min: 1,
          max: 10_000,
          zone: 'analytic',
        }),
        data_source: choice(productionDataSources, {
          label: { sv: 'Var kommer siffrorna från?', en: 'Where do the figures come from?' },
          short: { sv: 'Datakälla', en: 'Data source' },
          wanted: 'neededToCount',
          missing: { sv: 'Välj var siffrorna kommer från.', en: 'Choose where the figures come from.' },
          zone: 'analytic',
        }),
        ...needsAnalysisOfIt,
      },
    ),
    step(
      { sv: 'Flöde och efterfrågan', en: 'Flow and demand' },
      {
        n_changeovers: integer({
          label: { sv: 'Antal omställningar', en: 'Number of changeovers' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange antal omställningar. Skriv 0 om det inte var någon.',
            en: 'Enter the number of changeovers. Enter 0 if there were none.',
          },
          min: 0,
          max: 1_000_000,
          zone: 'confidential',
        }),
        changeover_avg_min: computed(ratio('loss_changeover_min', 'n_changeovers'), {
          label: { sv: 'Tid per omställning', en: 'Time of each changeover' },
          decimals: 1,
          unit: minutes,
          zone: 'confidential',
        }),
        setup_ratio: computed(partOfSum('loss_changeover_min', 'apt_min'), {
          label: {
            sv: 'Omställning, andel av omställning och produktionstid',
            en: 'Changeover, share of changeover and production time',
          },
          short: { sv: 'Ställtidsandel', en: 'Set-up ratio' },
          ...percent,
        }),
        demand_units: integer({
          label: { sv: 'Kundbehov i perioden, antal enheter', en: 'Demand in the period, in units' },
          short: { sv: 'Kundbehov', en: 'Demand' },
          wanted: 'optional',
          ...units,
          min: 1,
        }),
        available_time_min: decimal({
          label: { sv: 'Tillgänglig tid för takt', en: 'Available time for takt' },
          hint: {
            sv: 'Lämna tomt om den är lika med den planerade beläggningstiden.',
            en: 'Leave empty if it equals the planned busy time.',
          },
          wanted: 'optional',
          ...time,
          min: 0.1,
        }),
        takt_min: computed(takt('takt_min', pace), {
          label: { sv: 'Takt', en: 'Takt' },
          decimals: 3,
          unit: { sv: 'minuter per enhet', en: 'minutes per unit' },
          zone: 'confidential',
        }),
        cannot_meet_demand: computed(takt('cannot_meet_demand', pace), {
          label: {
            sv: 'Är den ideala cykeltiden längre än takten, så att behovet inte kan mötas?',
            en: 'Is the ideal cycle time longer than takt, so that demand cannot be met?',
          },
          short: { sv: 'Kan inte möta behovet', en: 'Cannot meet demand' },
          zone: 'analytic',
        }),
        lead_time_days: decimal({
          label: { sv: 'Genomloppstid', en: 'Lead time' },
          hint: {
            sv: 'Kalenderdygn från start till klart, till exempel 12,5.',
            en: 'Calendar days from start to finish, for example 12.5.',
          },
          wanted: 'optional',
          min: 0,
          max: 3650,
          decimals: 2,
          unit: { sv: 'dygn', en: 'days' },
          zone: 'confidential',
        }),
        touch_time_min: decimal({
          label: { sv: 'Förädlingstid', en: 'Value-adding time' },
          wanted: 'optional',
          ...time,
        }),
        flow_efficiency: computed(flowEfficiency('touch_time_min', 'lead_time_days'), {
          label: { sv: 'Flödeseffektivitet', en: 'Flow efficiency' },
          ...percent,
          decimals: 2,
        }),
        wip_units: integer({
          label: { sv: 'Produkter i arbete, antal enheter', en: 'Work in progress, in units' },
          short: { sv: 'Produkter i arbete', en: 'Work in progress' },
          wanted: 'optional',
          ...units,
        }),
        inventory_value_sek: money({
          label: { sv: 'Lagervärde', en: 'Inventory value' },
          wanted: 'optional',
          ...amount,
        }),
        cogs_year_sek: money({
          label: { sv: 'Kostnad för sålda varor, per år', en: 'Cost of goods sold, per year' },
          wanted: 'optional',
          ...amount,
        }),
        inventory_turns: computed(ratio('cogs_year_sek', 'inventory_value_sek'), {
          label: { sv: 'Lageromsättning, gånger per år', en: 'Inventory turns per year' },
          decimals: 1,
          zone: 'confidential',
        }),
        total_orders: integer({
          label: { sv: 'Antal order', en: 'Number of orders' },
          hint: bothOrNeither,
          wanted: requiredWhen(answered('on_time_orders')),
          missing: { sv: 'Ange antal order.', en: 'Enter the number of orders.' },
          ...units,
        }),
        on_time_orders: integer({
          label: { sv: 'Därav levererade i tid', en: 'Of which delivered on time' },
          short: { sv: 'Order levererade i tid', en: 'Orders delivered on time' },
          hint: bothOrNeither,
          wanted: requiredWhen(answered('total_orders')),
          missing: {
            sv: 'Ange antal order som levererades i tid.',
            en: 'Enter the number of orders that were delivered on time.',
          },
          ...units,
        }),
        on_time_share: computed(share('on_time_orders', 'total_orders'), {
          label: { sv: 'Leveransprecision', en: 'Delivery precision' },
          ...percent,
        }),
        operators: decimal({
          label: { sv: 'Antal operatörer', en: 'Number of operators' },
          wanted: 'optional',
          min: 0,
          max: 10_000,
          decimals: 1,
          zone: 'confidential',
        }),
        output_value_sek: money({
          label: { sv: 'Produktionsvärde i perioden', en: 'Output value in the period' },
          wanted: 'optional',
          ...amount,
        }),
        energy_kwh: decimal({
          label: { sv: 'Energi i perioden', en: 'Energy in the period' },
          wanted: 'optional',
          min: 0,
          max: 1_000_000_000,
          decimals: 1,
          unit: { sv: 'kWh', en: 'kWh' },
          zone: 'confidential',
        }),
        energy_per_good_unit: computed(ratio('energy_kwh', 'gq_total'), {
          label: { sv: 'Energi per godkänd enhet', en: 'Energy per good unit' },
          decimals: 3,
          unit: { sv: 'kWh', en: 'kWh' },
          zone: 'confidential',
        }),
      },
    ),
    step(
      { sv: 'Frekvensstudie', en: 'Work sampling' },
      {
        ws_value_adding: integer({
          label: { sv: 'Värdeskapande observationer', en: 'Value-adding observations' },
          hint: allOrNone,
          wanted: requiredWhen(some(answered('ws_supporting'), answered('ws_non_value'))),
          missing: {
            sv: 'Ange antal värdeskapande observationer. Skriv 0 om det inte var någon.',
            en: 'Enter the number of value-adding observations. Enter 0 if there were none.',
          },
          ...units,
        }),
        ws_supporting: integer({
          label: { sv: 'Stödjande observationer', en: 'Supporting observations' },
          hint: allOrNone,
          wanted: requiredWhen(some(answered('ws_value_adding'), answered('ws_non_value'))),
          missing: {
            sv: 'Ange antal stödjande observationer. Skriv 0 om det inte var någon.',
            en: 'Enter the number of supporting observations. Enter 0 if there were none.',
          },
          ...units,
        }),
        ws_non_value: integer({
          label: { sv: 'Ej värdeskapande observationer', en: 'Observations that add no value' },
          hint: allOrNone,
          wanted: requiredWhen(some(answered('ws_value_adding'), answered('ws_supporting'))),
          missing: {
            sv: 'Ange antal ej värdeskapande observationer. Skriv 0 om det inte var någon.',
            en: 'Enter the number of observations that add no value. Enter 0 if there were none.',
          },
          ...units,
        }),
        ws_va_share: computed(workSampling('ws_va_share', observations), {
          label: { sv: 'Värdeskapande andel', en: 'Value-adding share' },
          ...percent,
        }),
        ws_ci95: computed(workSampling('ws_ci95', observations), {
          label: { sv: 'Osäkerhet, plus eller minus', en: 'Uncertainty, plus or minus' },
          short: { sv: 'Osäkerhet för värdeskapande andel', en: 'Uncertainty of the value-adding share' },
          hint: {
            sv: '95 % konfidensintervall, i procentenheter.',
            en: '95% confidence interval, in percentage points.',
          },
          ...percent,
        }),
        low_n: computed(workSampling('low_n', observations), {
          label: { sv: 'Färre än 100 observationer?', en: 'Fewer than 100 observations?' },
          short: { sv: 'Få observationer', en: 'Few observations' },
          zone: 'analytic',
        }),
      },
    ),
    step(
      { sv: 'Förluster', en: 'Losses' },
      {
        loss_speed_min: computed(oee('loss_speed_min', measured), {
          label: { sv: 'Hastighetsförlust', en: 'Speed loss' },
          decimals: 1,
          unit: minutes,
          zone: 'confidential',
        }),
        loss_quality_min: computed(oee('loss_quality_min', measured), {
          label: { sv: 'Kvalitetsförlust', en: 'Quality loss' },
          decimals: 1,
          unit: minutes,
          zone: 'confidential',
        }),
        loss_share_breakdown: computed(ratio('loss_breakdown_min', 'pbt_min'), {
          label: { sv: 'Haveri och fel, andel av tiden', en: 'Breakdowns and faults, share of the time' },
          ...percent,
        }),
        loss_share_changeover: computed(ratio('loss_changeover_min', 'pbt_min'), {
          label: {
            sv: 'Omställning och justering, andel av tiden',
            en: 'Changeover and adjustment, share of the time',
          },
          ...percent,
        }),
        loss_share_waiting: computed(ratio('loss_waiting_min', 'pbt_min'), {
          label: { sv: 'Väntan, andel av tiden', en: 'Waiting, share of the time' },
          ...percent,
        }),
        loss_share_other_stop: computed(ratio('loss_other_stop_min', 'pbt_min'), {
          label: { sv: 'Övriga stopp, andel av tiden', en: 'Other stops, share of the time' },
          ...percent,
        }),
        loss_share_minor_stops: computed(ratio('loss_minor_stops_min', 'pbt_min'), {
          label: { sv: 'Småstopp, andel av tiden', en: 'Minor stops, share of the time' },
          ...percent,
        }),
        loss_share_speed: computed(ratio('loss_speed_min', 'pbt_min'), {
          label: { sv: 'Hastighetsförlust, andel av tiden', en: 'Speed loss, share of the time' },
          ...percent,
        }),
        loss_share_quality: computed(ratio('loss_quality_min', 'pbt_min'), {
          label: { sv: 'Kvalitetsförlust, andel av tiden', en: 'Quality loss, share of the time' },
          ...percent,
        }),
        scrap_ratio: computed(share('scrap_q', 'pq_total'), {
          label: { sv: 'Kassation, andel av producerat', en: 'Scrap, share of what was produced' },
          ...percent,
        }),
        rework_ratio: computed(share('rework_q', 'pq_total'), {
          label: { sv: 'Omarbete, andel av producerat', en: 'Rework, share of what was produced' },
          ...percent,
        }),
        first_pass_yield: computed(share('gq_total', 'pq_total'), {
          label: { sv: 'Rätt första gången, andel av producerat', en: 'First-pass yield' },
          ...percent,
        }),
      },
    ),
    step(
      { sv: 'Rekommendationer', en: 'Recommendations' },
      {
        potential_text: longText({
          label: { sv: 'Vilken potential finns?', en: 'What potential is there?' },
          short: { sv: 'Potential', en: 'Potential' },
          hint: noPersonalData,
          wanted: 'optional',
          max: 1000,
          zone: 'confidential',
        }),
        recommendations: rows({
          label: { sv: 'Vad rekommenderar du företaget?', en: 'What do you recommend to the company?' },
          short: { sv: 'Rekommendationer', en: 'Recommendations' },
          hint: noPersonalData,
          wanted: 'neededToCount',
          missing: { sv: 'Skriv minst en rekommendation.', en: 'Write at least one recommendation.' },
          rowTitle: { sv: 'Rekommendation', en: 'Recommendation' },
          addRow: { sv: 'Lägg till en rekommendation', en: 'Add a recommendation' },
          max: 20,
          zone: 'analytic',
          fields: {
            text: longText({
              label: { sv: 'Vad bör företaget göra?', en: 'What should the company do?' },
              short: { sv: 'Rekommendation', en: 'Recommendation' },
              wanted: 'required',
              missing: { sv: 'Skriv vad företaget bör göra.', en: 'Write what the company should do.' },
              max: 600,
              zone: 'confidential',
            }),
            area: choice(needAreas, {
              label: { sv: 'Område', en: 'Area' },
              wanted: 'neededToCount',
              missing: { sv: 'Välj område.', en: 'Choose an area.' },
              zone: 'analytic',
            }),
            effect: choice(recommendationSizes, {
              label: { sv: 'Hur stor är effekten?', en: 'How large is the effect?' },
              short: { sv: 'Effekt', en: 'Effect' },
              wanted: 'neededToCount',
              missing: { sv: 'Välj hur stor effekten är.', en: 'Choose how large the effect is.' },
              zone: 'analytic',
            }),
            effort: choice(recommendationSizes, {
              label: { sv: 'Hur stor är arbetsinsatsen?', en: 'How large is the effort?' },
              short: { sv: 'Arbetsinsats', en: 'Effort' },
              wanted: 'neededToCount',
              missing: { sv: 'Välj hur stor arbetsinsatsen är.', en: 'Choose how large the effort is.' },
              zone: 'analytic',
            }),
          },
        }),
        report_delivered_on: date({
          label: { sv: 'När fick företaget rapporten?', en: 'When did the company get the report?' },
          short: { sv: 'Datum för rapporten', en: 'Date of the report' },
          hint: {
            sv: 'År-månad-dag. Lämna tomt tills den är lämnad.',
            en: 'Year-month-day. Leave empty until it has been delivered.',
          },
          wanted: 'neededToCount',
          missing: { sv: 'Ange när företaget fick rapporten.', en: 'Enter when the company got the report.' },
          earliest: '2021-01-01',
          latest: '2099-12-31',
          happened: true,
          zone: 'analytic',
        }),
      },
    ),
  ],
  rules: [
    notAfter('period_start', 'period_end', 'period_end', {
      sv: 'Ange en sista dag som inte är före den första.',
      en: 'Enter a last day that is not before the first.',
    }),
    notAfter('period_end', 'report_delivered_on', 'report_delivered_on', {
      sv: 'Ange ett datum för rapporten som inte är före mätperiodens sista dag.',
      en: 'Enter a date for the report that is not before the last day of the period.',
    }),
    sumAtMost('pbt_min', measured.stops, 'pbt_min', {
      sv: 'Kontrollera tiderna – stoppen är tillsammans längre än den planerade beläggningstiden.',
      en: 'Check the times – the stops are together longer than the planned busy time.',
    }),
    sumAtMost('pq', ['gq'], 'gq', {
      sv: 'Ange ett godkänt antal som inte är större än det producerade.',
      en: 'Enter a good quantity that is not larger than the produced.',
    }),
    addsUp('pq', ['gq', 'scrap_q', 'rework_q'], 'rework_q', {
      sv: 'Kontrollera antalen – godkänt, kasserat och omarbetat ska tillsammans vara det producerade antalet.',
      en: 'Check the quantities – good, scrapped and reworked must together be the produced quantity.',
    }),
    rowsAtMost('mix', 'gq', 'pq', {
      sv: 'Ange för varje produkt ett godkänt antal som inte är större än det producerade.',
      en: 'Enter for each product a good quantity that is not larger than the produced.',
    }),
    rowsAddUp({ table: 'mix', whole: 'pq', part: 'gq' }, ['scrap_q', 'rework_q'], 'rework_q', {
      sv: 'Kontrollera antalen – alla produkters godkända antal, kasserat och omarbetat ska tillsammans vara det producerade antalet.',
      en: 'Check the quantities – good of all products, scrapped and reworked must together be the produced quantity.',
    }),
    sumAtMost('scrap_q', ['startup_reject_q'], 'startup_reject_q', {
      sv: 'Ange en uppstartskassation som inte är större än det kasserade antalet.',
      en: 'Enter start-up rejects that are not more than the scrapped quantity.',
    }),
    sumAtMost('total_orders', ['on_time_orders'], 'on_time_orders', {
      sv: 'Ange ett antal order i tid som inte är större än antalet order.',
      en: 'Enter a number of orders on time that is not larger than the number of orders.',
    }),
  ],
});
