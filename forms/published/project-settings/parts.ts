// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as choices from '../../kinds/choices.ts';
import * as code from '../../kinds/code.ts';
import * as date from '../../kinds/date.ts';
import * as decimal from '../../kinds/decimal.ts';
import * as integer from '../../kinds/integer.ts';
import * as organisationsnummer from '../../kinds/organisationsnummer.ts';
import * as rows from '../../kinds/rows.ts';
import * as text from '../../kinds/text.ts';
import * as notAfter from '../../rules/not-after.ts';
import * as rowsDiffer from '../../rules/rows-differ.ts';
import * as rowsInOrder from '../../rules/rows-in-order.ts';
import * as rowsSumAtMost from '../../rules/rows-sum-at-most.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'choices': choices.check,
    'code': code.check,
    'date': date.check,
    'decimal': decimal.check,
    'integer': integer.check,
    'organisationsnummer': organisationsnummer.check,
    'rows': rows.check,
    'text': text.check,
  },
  scores: {},
  rules: {
    'not-after@1': notAfter.v1,
    'rows-differ@1': rowsDiffer.v1,
    'rows-in-order@1': rowsInOrder.v1,
    'rows-sum-at-most@1': rowsSumAtMost.v1,
  },
};
