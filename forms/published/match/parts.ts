// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as companyKey from '../../kinds/company-key.ts';
import * as date from '../../kinds/date.ts';
import * as reference from '../../kinds/reference.ts';
import * as text from '../../kinds/text.ts';
import * as yesNo from '../../kinds/yes-no.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'company-key': companyKey.check,
    'date': date.check,
    'reference': reference.check,
    'text': text.check,
    'yes-no': yesNo.check,
  },
  scores: {},
  rules: {},
};
