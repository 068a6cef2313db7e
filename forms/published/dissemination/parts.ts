// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as choices from '../../kinds/choices.ts';
import * as code from '../../kinds/code.ts';
import * as companyKey from '../../kinds/company-key.ts';
import * as date from '../../kinds/date.ts';
import * as integer from '../../kinds/integer.ts';
import * as text from '../../kinds/text.ts';
import * as yesNo from '../../kinds/yes-no.ts';
import * as notAfter from '../../rules/not-after.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'choices': choices.check,
    'code': code.check,
    'company-key': companyKey.check,
    'date': date.check,
    'integer': integer.check,
    'text': text.check,
    'yes-no': yesNo.check,
  },
  scores: {},
  rules: {
    'not-after@1': notAfter.v1,
  },
};
