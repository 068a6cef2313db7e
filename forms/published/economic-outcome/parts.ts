// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as date from '../../kinds/date.ts';
import * as integer from '../../kinds/integer.ts';
import * as matrix from '../../kinds/matrix.ts';
import * as text from '../../kinds/text.ts';
import * as notAfter from '../../rules/not-after.ts';
import * as sameYear from '../../rules/same-year.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'date': date.check,
    'integer': integer.check,
    'matrix': matrix.check,
    'text': text.check,
  },
  scores: {},
  rules: {
    'not-after@1': notAfter.v1,
    'same-year@1': sameYear.v1,
  },
};
