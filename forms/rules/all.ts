// Written by `npm run forms:publish`; do not edit.
import * as addsUp from './adds-up.ts';
import * as eachRankedHas from './each-ranked-has.ts';
import * as endsAfterStart from './ends-after-start.ts';
import * as notAfter from './not-after.ts';
import * as notTogether from './not-together.ts';
import * as sumAtLeast from './sum-at-least.ts';
import * as sumAtMost from './sum-at-most.ts';

export const rules = {
  'adds-up@1': addsUp.v1,
  'each-ranked-has@1': eachRankedHas.v1,
  'ends-after-start@1': endsAfterStart.v1,
  'not-after@1': notAfter.v1,
  'not-together@1': notTogether.v1,
  'sum-at-least@1': sumAtLeast.v1,
  'sum-at-least@2': sumAtLeast.v2,
  'sum-at-most@1': sumAtMost.v1,
};
