// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as email from '../../kinds/email.ts';
import * as longText from '../../kinds/long-text.ts';
import * as organisationsnummer from '../../kinds/organisationsnummer.ts';
import * as phone from '../../kinds/phone.ts';
import * as ranked from '../../kinds/ranked.ts';
import * as text from '../../kinds/text.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'email': email.check,
    'long-text': longText.check,
    'organisationsnummer': organisationsnummer.check,
    'phone': phone.check,
    'ranked': ranked.check,
    'text': text.check,
  },
  scores: {},
  rules: {},
};
