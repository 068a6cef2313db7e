// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as choices from '../../kinds/choices.ts';
import * as code from '../../kinds/code.ts';
import * as date from '../../kinds/date.ts';
import * as integer from '../../kinds/integer.ts';
import * as longText from '../../kinds/long-text.ts';
import * as money from '../../kinds/money.ts';
import * as organisationsnummer from '../../kinds/organisationsnummer.ts';
import * as reference from '../../kinds/reference.ts';
import * as rows from '../../kinds/rows.ts';
import * as text from '../../kinds/text.ts';
import * as yesNo from '../../kinds/yes-no.ts';
import * as endsAfterStart from '../../rules/ends-after-start.ts';
import * as notAfter from '../../rules/not-after.ts';
import * as notTogether from '../../rules/not-together.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'choices': choices.check,
    'code': code.check,
    'date': date.check,
    'integer': integer.check,
    'long-text': longText.check,
    'money': money.check,
    'organisationsnummer': organisationsnummer.check,
    'reference': reference.check,
    'rows': rows.check,
    'text': text.check,
    'yes-no': yesNo.check,
  },
  scores: {},
  rules: {
    'ends-after-start@1': endsAfterStart.v1,
    'not-after@1': notAfter.v1,
    'not-together@1': notTogether.v1,
  },
};
