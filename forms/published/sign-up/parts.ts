// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as email from '../../kinds/email.ts';
import * as organisationsnummer from '../../kinds/organisationsnummer.ts';
import * as reference from '../../kinds/reference.ts';
import * as text from '../../kinds/text.ts';

export const parts: ReadingParts = {
  checks: {
    'email': email.check,
    'organisationsnummer': organisationsnummer.check,
    'reference': reference.check,
    'text': text.check,
  },
  scores: {},
  rules: {},
};
