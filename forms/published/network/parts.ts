// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as choices from '../../kinds/choices.ts';
import * as date from '../../kinds/date.ts';
import * as text from '../../kinds/text.ts';
import * as notTogether from '../../rules/not-together.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'choices': choices.check,
    'date': date.check,
    'text': text.check,
  },
  scores: {},
  rules: {
    'not-together@1': notTogether.v1,
  },
};
