// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as code from '../../kinds/code.ts';
import * as companyKey from '../../kinds/company-key.ts';
import * as date from '../../kinds/date.ts';
import * as longText from '../../kinds/long-text.ts';
import * as longEnough from '../../rules/long-enough.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'code': code.check,
    'company-key': companyKey.check,
    'date': date.check,
    'long-text': longText.check,
  },
  scores: {},
  rules: {
    'long-enough@1': longEnough.v1,
  },
};
