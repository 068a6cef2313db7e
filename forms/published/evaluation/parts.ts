// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as choices from '../../kinds/choices.ts';
import * as computed from '../../kinds/computed.ts';
import * as date from '../../kinds/date.ts';
import * as longText from '../../kinds/long-text.ts';
import * as reference from '../../kinds/reference.ts';
import * as scale from '../../kinds/scale.ts';
import * as yesNo from '../../kinds/yes-no.ts';
import * as quarter from '../../scores/quarter.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'choices': choices.check,
    'computed': computed.check,
    'date': date.check,
    'long-text': longText.check,
    'reference': reference.check,
    'scale': scale.check,
    'yes-no': yesNo.check,
  },
  scores: {
    'quarter@1': quarter.v1,
  },
  rules: {},
};
