// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as choices from '../../kinds/choices.ts';
import * as date from '../../kinds/date.ts';
import * as organisationsnummer from '../../kinds/organisationsnummer.ts';
import * as text from '../../kinds/text.ts';
import * as url from '../../kinds/url.ts';
import * as notAfter from '../../rules/not-after.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'choices': choices.check,
    'date': date.check,
    'organisationsnummer': organisationsnummer.check,
    'text': text.check,
    'url': url.check,
  },
  scores: {},
  rules: {
    'not-after@1': notAfter.v1,
  },
};
