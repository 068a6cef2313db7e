// Written by `npm run forms:publish`; do not edit.
import * as capability from './capability.ts';
import * as effectivenessClass from './effectiveness-class.ts';
import * as eligible from './eligible.ts';
import * as flowEfficiency from './flow-efficiency.ts';
import * as instrumentVersion from './instrument-version.ts';
import * as mean from './mean.ts';
import * as oee from './oee.ts';
import * as partOfSum from './part-of-sum.ts';
import * as processMaturity from './process-maturity.ts';
import * as quarter from './quarter.ts';
import * as ratio from './ratio.ts';
import * as share from './share.ts';
import * as sizeClass from './size-class.ts';
import * as sum from './sum.ts';
import * as takt from './takt.ts';
import * as workSampling from './work-sampling.ts';

export const scores = {
  'capability@1': capability.v1,
  'effectiveness-class@1': effectivenessClass.v1,
  'eligible@1': eligible.v1,
  'flow-efficiency@1': flowEfficiency.v1,
  'instrument-version@1': instrumentVersion.v1,
  'mean@1': mean.v1,
  'oee@1': oee.v1,
  'part-of-sum@1': partOfSum.v1,
  'process-maturity@1': processMaturity.v1,
  'quarter@1': quarter.v1,
  'ratio@1': ratio.v1,
  'share@1': share.v1,
  'size-class@1': sizeClass.v1,
  'sum@1': sum.v1,
  'takt@1': takt.v1,
  'work-sampling@1': workSampling.v1,
};
