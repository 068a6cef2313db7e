// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as date from '../../kinds/date.ts';
import * as longText from '../../kinds/long-text.ts';
import * as reference from '../../kinds/reference.ts';
import * as notAfter from '../../rules/not-after.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'date': date.check,
    'long-text': longText.check,
    'reference': reference.check,
  },
  scores: {},
  rules: {
    'not-after@1': notAfter.v1,
  },
};
