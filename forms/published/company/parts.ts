// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as code from '../../kinds/code.ts';
import * as decimal from '../../kinds/decimal.ts';
import * as integer from '../../kinds/integer.ts';
import * as organisationsnummer from '../../kinds/organisationsnummer.ts';
import * as reference from '../../kinds/reference.ts';
import * as text from '../../kinds/text.ts';
import * as yesNo from '../../kinds/yes-no.ts';
import * as notTogether from '../../rules/not-together.ts';
import * as unansweredWhen from '../../rules/unanswered-when.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'code': code.check,
    'decimal': decimal.check,
    'integer': integer.check,
    'organisationsnummer': organisationsnummer.check,
    'reference': reference.check,
    'text': text.check,
    'yes-no': yesNo.check,
  },
  scores: {},
  rules: {
    'not-together@1': notTogether.v1,
    'unanswered-when@1': unansweredWhen.v1,
  },
};
