// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as date from '../../kinds/date.ts';
import * as integer from '../../kinds/integer.ts';
import * as longText from '../../kinds/long-text.ts';
import * as organisationsnummer from '../../kinds/organisationsnummer.ts';
import * as text from '../../kinds/text.ts';
import * as sumAtLeast from '../../rules/sum-at-least.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'date': date.check,
    'integer': integer.check,
    'long-text': longText.check,
    'organisationsnummer': organisationsnummer.check,
    'text': text.check,
  },
  scores: {},
  rules: {
    'sum-at-least@1': sumAtLeast.v1,
  },
};
