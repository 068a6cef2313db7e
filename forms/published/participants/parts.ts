// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as code from '../../kinds/code.ts';
import * as date from '../../kinds/date.ts';
import * as decimal from '../../kinds/decimal.ts';
import * as email from '../../kinds/email.ts';
import * as integer from '../../kinds/integer.ts';
import * as longText from '../../kinds/long-text.ts';
import * as organisationsnummer from '../../kinds/organisationsnummer.ts';
import * as reference from '../../kinds/reference.ts';
import * as text from '../../kinds/text.ts';
import * as yesNo from '../../kinds/yes-no.ts';
import * as sumAtLeast from '../../rules/sum-at-least.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'code': code.check,
    'date': date.check,
    'decimal': decimal.check,
    'email': email.check,
    'integer': integer.check,
    'long-text': longText.check,
    'organisationsnummer': organisationsnummer.check,
    'reference': reference.check,
    'text': text.check,
    'yes-no': yesNo.check,
  },
  scores: {},
  rules: {
    'sum-at-least@1': sumAtLeast.v1,
    'sum-at-least@2': sumAtLeast.v2,
  },
};
