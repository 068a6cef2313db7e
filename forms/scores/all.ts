// Written by `npm run forms:publish`; do not edit.
import * as quarter from './quarter.ts';
import * as sum from './sum.ts';

export const scores = {
  'quarter@1': quarter.v1,
  'sum@1': sum.v1,
};
