import type { economicOutcome as form } from '../../../forms/economic-outcome.ts';
import type { Answers } from '../../../forms/grammar/form.ts';
import { starkareIndustri } from '../../../forms/projects/starkare-industri.ts';
import { type Chance, chanceOf } from './chance.ts';
import { after, dayAfter } from './moments.ts';
import { idAt, recordOf, type Submission } from './submission.ts';

type Outcome = Answers<typeof form>;

const { costs: budget, financiers, reporting_periods: periods } = starkareIndustri.first;

/** What every reporting period of 2023 to 2025 cost, near the budget: entered, and corrected once payment was claimed. */
export function economicOutcomes(): Submission[] {
  return periods
    .filter(({ ends_on }) => ends_on < '2026')
    .flatMap((period) => {
      const chance = chanceOf(`economic-outcome ${period.period}`);
      const entered = entry(period, chance);
      const at = after(period.ends_on, chance, 20, 30);
      const claimed_on = dayAfter(period.ends_on, 45);
      return recordOf('economic-outcome', idAt(at, chance), [
        { at, answers: entered },
        { at: after(claimed_on, chance, 0, 1), answers: { ...entered, claimed_on } },
      ]);
    });
}

type Period = (typeof periods)[number];

function entry({ starts_on, ends_on, period }: Period, chance: Chance): Outcome {
  const year = Number(starts_on.slice(0, 4));
  // The first year has two periods of different length.
  const share = year > 2023 ? 0.5 : ends_on < '2023-07' ? 1 / 3 : 2 / 3;
  const costOf = (line: (typeof budget)[number]['cost_line']) => {
    const planned = budget.find((each) => each.cost_line === line && 'year' in each && each.year === year);
    return Math.round(((planned?.amount_sek ?? 0) * share * chance.whole(88, 104)) / 100);
  };
  const staff = costOf('egen_personal');
  const costs = {
    egen_personal: { amount_sek: staff },
    externa_tjanster: { amount_sek: costOf('externa_tjanster') },
    resor_logi: { amount_sek: costOf('resor_logi') },
    // A flat rate.
    indirekta: { amount_sek: Math.round(staff * 0.15) },
  };
  const total = Object.values(costs).reduce((sum, { amount_sek }) => sum + amount_sek, 0);
  return {
    project: 'starkare-industri',
    period_from: starts_on,
    period_to: ends_on,
    costs,
    financing: financed(total),
    source_ref: `Huvudbok projekt 1042, rapportperiod ${period}`,
  };
}

/** The funders pay their shares in whole kronor, and the last what is left. */
function financed(total: number) {
  const [region, eruf] = financiers.map(({ share }) => Math.floor((total * share) / 100));
  const [region_1_1 = 0, from_eruf = 0] = [region, eruf];
  return {
    region_1_1: { amount_sek: region_1_1 },
    eruf: { amount_sek: from_eruf },
    egna_medel: { amount_sek: total - region_1_1 - from_eruf },
  };
}
