// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as code from '../../kinds/code.ts';
import * as date from '../../kinds/date.ts';
import * as integer from '../../kinds/integer.ts';
import * as longText from '../../kinds/long-text.ts';
import * as text from '../../kinds/text.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'code': code.check,
    'date': date.check,
    'integer': integer.check,
    'long-text': longText.check,
    'text': text.check,
  },
  scores: {},
  rules: {},
};
