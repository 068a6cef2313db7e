// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as choices from '../../kinds/choices.ts';
import * as companyKey from '../../kinds/company-key.ts';
import * as computed from '../../kinds/computed.ts';
import * as date from '../../kinds/date.ts';
import * as decimal from '../../kinds/decimal.ts';
import * as integer from '../../kinds/integer.ts';
import * as longText from '../../kinds/long-text.ts';
import * as scale from '../../kinds/scale.ts';
import * as yesNo from '../../kinds/yes-no.ts';
import * as capability from '../../scores/capability.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'choices': choices.check,
    'company-key': companyKey.check,
    'computed': computed.check,
    'date': date.check,
    'decimal': decimal.check,
    'integer': integer.check,
    'long-text': longText.check,
    'scale': scale.check,
    'yes-no': yesNo.check,
  },
  scores: {
    'capability@1': capability.v1,
  },
  rules: {},
};
