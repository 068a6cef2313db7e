// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as email from '../../kinds/email.ts';
import * as longText from '../../kinds/long-text.ts';
import * as phone from '../../kinds/phone.ts';
import * as text from '../../kinds/text.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'email': email.check,
    'long-text': longText.check,
    'phone': phone.check,
    'text': text.check,
  },
  scores: {},
  rules: {},
};
