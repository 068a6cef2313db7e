// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as choices from '../../kinds/choices.ts';
import * as companyKey from '../../kinds/company-key.ts';
import * as date from '../../kinds/date.ts';
import * as decimal from '../../kinds/decimal.ts';
import * as integer from '../../kinds/integer.ts';
import * as longText from '../../kinds/long-text.ts';
import * as money from '../../kinds/money.ts';
import * as organisationsnummer from '../../kinds/organisationsnummer.ts';
import * as reference from '../../kinds/reference.ts';
import * as scale from '../../kinds/scale.ts';
import * as text from '../../kinds/text.ts';
import * as yesNo from '../../kinds/yes-no.ts';
import * as atMost from '../../rules/at-most.ts';
import * as notAfter from '../../rules/not-after.ts';
import * as notTogether from '../../rules/not-together.ts';
import * as sumAtLeast from '../../rules/sum-at-least.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'choices': choices.check,
    'company-key': companyKey.check,
    'date': date.check,
    'decimal': decimal.check,
    'integer': integer.check,
    'long-text': longText.check,
    'money': money.check,
    'organisationsnummer': organisationsnummer.check,
    'reference': reference.check,
    'scale': scale.check,
    'text': text.check,
    'yes-no': yesNo.check,
  },
  scores: {},
  rules: {
    'at-most@1': atMost.v1,
    'not-after@1': notAfter.v1,
    'not-together@1': notTogether.v1,
    'sum-at-least@2': sumAtLeast.v2,
  },
};
