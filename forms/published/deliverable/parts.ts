// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as code from '../../kinds/code.ts';
import * as date from '../../kinds/date.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'code': code.check,
    'date': date.check,
  },
  scores: {},
  rules: {},
};
