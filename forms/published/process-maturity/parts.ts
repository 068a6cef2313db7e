// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as companyKey from '../../kinds/company-key.ts';
import * as computed from '../../kinds/computed.ts';
import * as date from '../../kinds/date.ts';
import * as integer from '../../kinds/integer.ts';
import * as longText from '../../kinds/long-text.ts';
import * as reference from '../../kinds/reference.ts';
import * as scale from '../../kinds/scale.ts';
import * as text from '../../kinds/text.ts';
import * as notAfter from '../../rules/not-after.ts';
import * as instrumentVersion from '../../scores/instrument-version.ts';
import * as mean from '../../scores/mean.ts';
import * as processMaturity from '../../scores/process-maturity.ts';
import * as sum from '../../scores/sum.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'company-key': companyKey.check,
    'computed': computed.check,
    'date': date.check,
    'integer': integer.check,
    'long-text': longText.check,
    'reference': reference.check,
    'scale': scale.check,
    'text': text.check,
  },
  scores: {
    'instrument-version@1': instrumentVersion.v1,
    'mean@1': mean.v1,
    'process-maturity@1': processMaturity.v1,
    'sum@1': sum.v1,
  },
  rules: {
    'not-after@1': notAfter.v1,
  },
};
