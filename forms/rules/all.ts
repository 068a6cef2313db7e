// Written by `npm run forms:publish`; do not edit.
import * as addsUp from './adds-up.ts';
import * as atMost from './at-most.ts';
import * as eachRankedHas from './each-ranked-has.ts';
import * as endsAfterStart from './ends-after-start.ts';
import * as longEnough from './long-enough.ts';
import * as notAfter from './not-after.ts';
import * as notTogether from './not-together.ts';
import * as rowsAddUp from './rows-add-up.ts';
import * as rowsAtMost from './rows-at-most.ts';
import * as rowsDiffer from './rows-differ.ts';
import * as rowsInOrder from './rows-in-order.ts';
import * as rowsSumAtMost from './rows-sum-at-most.ts';
import * as sameYear from './same-year.ts';
import * as sumAtLeast from './sum-at-least.ts';
import * as sumAtMost from './sum-at-most.ts';
import * as unansweredWhen from './unanswered-when.ts';

export const rules = {
  'adds-up@1': addsUp.v1,
  'at-most@1': atMost.v1,
  'each-ranked-has@1': eachRankedHas.v1,
  'ends-after-start@1': endsAfterStart.v1,
  'long-enough@1': longEnough.v1,
  'not-after@1': notAfter.v1,
  'not-together@1': notTogether.v1,
  'rows-add-up@1': rowsAddUp.v1,
  'rows-at-most@1': rowsAtMost.v1,
  'rows-differ@1': rowsDiffer.v1,
  'rows-in-order@1': rowsInOrder.v1,
  'rows-sum-at-most@1': rowsSumAtMost.v1,
  'same-year@1': sameYear.v1,
  'sum-at-least@1': sumAtLeast.v1,
  'sum-at-least@2': sumAtLeast.v2,
  'sum-at-most@1': sumAtMost.v1,
  'unanswered-when@1': unansweredWhen.v1,
};
