// Written by `npm run forms:publish`; do not edit.
import type { ReadingParts } from '../../grammar/reading.ts';
import * as choice from '../../kinds/choice.ts';
import * as companyKey from '../../kinds/company-key.ts';
import * as computed from '../../kinds/computed.ts';
import * as date from '../../kinds/date.ts';
import * as decimal from '../../kinds/decimal.ts';
import * as integer from '../../kinds/integer.ts';
import * as longText from '../../kinds/long-text.ts';
import * as money from '../../kinds/money.ts';
import * as reference from '../../kinds/reference.ts';
import * as rows from '../../kinds/rows.ts';
import * as text from '../../kinds/text.ts';
import * as yesNo from '../../kinds/yes-no.ts';
import * as addsUp from '../../rules/adds-up.ts';
import * as notAfter from '../../rules/not-after.ts';
import * as rowsAddUp from '../../rules/rows-add-up.ts';
import * as rowsAtMost from '../../rules/rows-at-most.ts';
import * as sumAtMost from '../../rules/sum-at-most.ts';
import * as effectivenessClass from '../../scores/effectiveness-class.ts';
import * as flowEfficiency from '../../scores/flow-efficiency.ts';
import * as oee from '../../scores/oee.ts';
import * as partOfSum from '../../scores/part-of-sum.ts';
import * as ratio from '../../scores/ratio.ts';
import * as share from '../../scores/share.ts';
import * as takt from '../../scores/takt.ts';
import * as workSampling from '../../scores/work-sampling.ts';

export const parts: ReadingParts = {
  checks: {
    'choice': choice.check,
    'company-key': companyKey.check,
    'computed': computed.check,
    'date': date.check,
    'decimal': decimal.check,
    'integer': integer.check,
    'long-text': longText.check,
    'money': money.check,
    'reference': reference.check,
    'rows': rows.check,
    'text': text.check,
    'yes-no': yesNo.check,
  },
  scores: {
    'effectiveness-class@1': effectivenessClass.v1,
    'flow-efficiency@1': flowEfficiency.v1,
    'oee@1': oee.v1,
    'part-of-sum@1': partOfSum.v1,
    'ratio@1': ratio.v1,
    'share@1': share.v1,
    'takt@1': takt.v1,
    'work-sampling@1': workSampling.v1,
  },
  rules: {
    'adds-up@1': addsUp.v1,
    'not-after@1': notAfter.v1,
    'rows-add-up@1': rowsAddUp.v1,
    'rows-at-most@1': rowsAtMost.v1,
    'sum-at-most@1': sumAtMost.v1,
  },
};
