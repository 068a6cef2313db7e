import { includes, some } from '../grammar/conditions.ts';

/** Holds when a company has taken any step of `developmentSteps`: at least one is chosen, and it is not `none`. */
export function stepTaken<const F extends string>(field: F) {
  return some(
    includes(field, 'action_plan'),
    includes(field, 'new_working_method'),
    includes(field, 'new_technology'),
    includes(field, 'investment_decision'),
    includes(field, 'investment_made'),
    includes(field, 'skills_raised'),
    includes(field, 'funding_applied'),
    includes(field, 'collaboration'),
    includes(field, 'measure_improved'),
  );
}
