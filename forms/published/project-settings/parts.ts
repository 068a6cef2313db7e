// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as choices from '../../kinds/choices.ts';
import * as code from '../../kinds/code.ts';
import * as date from '../../kinds/date.ts';
import * as decimal from '../../kinds/decimal.ts';
import * as integer from '../../kinds/integer.ts';
import * as rows from '../../kinds/rows.ts';
import * as text from '../../kinds/text.ts';
import * as notAfter from '../../rules/not-after.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'choices': choices.check,
    'code': code.check,
    'date': date.check,
    'decimal': decimal.check,
    'integer': integer.check,
    'rows': rows.check,
    'text': text.check,
  },
  scores: {},
  rules: {
    'not-after@1': notAfter.v1,
  },
};
