// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as choices from '../../kinds/choices.ts';
import * as code from '../../kinds/code.ts';
import * as computed from '../../kinds/computed.ts';
import * as date from '../../kinds/date.ts';
import * as decimal from '../../kinds/decimal.ts';
import * as email from '../../kinds/email.ts';
import * as integer from '../../kinds/integer.ts';
import * as longText from '../../kinds/long-text.ts';
import * as matrix from '../../kinds/matrix.ts';
import * as organisationsnummer from '../../kinds/organisationsnummer.ts';
import * as phone from '../../kinds/phone.ts';
import * as ranked from '../../kinds/ranked.ts';
import * as rows from '../../kinds/rows.ts';
import * as scale from '../../kinds/scale.ts';
import * as text from '../../kinds/text.ts';
import * as yesNo from '../../kinds/yes-no.ts';
import * as eachRankedHas from '../../rules/each-ranked-has.ts';
import * as sumAtLeast from '../../rules/sum-at-least.ts';
import * as sum from '../../scores/sum.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'choices': choices.check,
    'code': code.check,
    'computed': computed.check,
    'date': date.check,
    'decimal': decimal.check,
    'email': email.check,
    'integer': integer.check,
    'long-text': longText.check,
    'matrix': matrix.check,
    'organisationsnummer': organisationsnummer.check,
    'phone': phone.check,
    'ranked': ranked.check,
    'rows': rows.check,
    'scale': scale.check,
    'text': text.check,
    'yes-no': yesNo.check,
  },
  scores: {
    'sum@1': sum.v1,
  },
  rules: {
    'each-ranked-has@1': eachRankedHas.v1,
    'sum-at-least@1': sumAtLeast.v1,
    'sum-at-least@2': sumAtLeast.v2,
  },
};
