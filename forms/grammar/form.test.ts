import { expect, test } from 'vitest';
import { choice } from '../kinds/choice.ts';
import { choices } from '../kinds/choices.ts';
import { integer } from '../kinds/integer.ts';
import { is, missing } from './conditions.ts';
import { requiredWhen } from './field.ts';
import { type Answers, form, section } from './form.ts';
import { sumAtLeast } from './rules.ts';

const words = { sv: 'ord', en: 'word' };
const colours = {
  id: 'colours',
  options: [
    { code: 'red', ...words },
    { code: 'blue', ...words },
  ],
} as const;
const common = {
  id: 'small',
  title: words,
  intro: words,
  send: 'public',
  activityDate: 'colour',
  company: 'colour',
  soleTrader: is('colour', 'red'),
  shards: [{ from: '2021-01', count: 1 }],
} as const;
const colour = choice(colours, { label: words, wanted: 'required', missing: words, zone: 'analytic' });

const small = form({
  ...common,
  sections: [
    section(words, {
      colour,
      others: choices(colours, { label: words, wanted: 'optional', zone: 'analytic' }),
      count: integer({
        label: words,
        wanted: requiredWhen(is('colour', 'blue')),
        missing: words,
        min: 0,
        max: 9,
        zone: 'analytic',
      }),
    }),
  ],
  rules: [sumAtLeast(1, ['count'], 'count', words)],
});

test('the type of the answers is inferred from the declaration', () => {
  type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
  type Flat<T> = { [K in keyof T]: T[K] };
  const exact: Equal<
    Flat<Answers<typeof small>>,
    {
      readonly colour: 'red' | 'blue';
      readonly count?: number;
      readonly others?: readonly ('red' | 'blue')[];
    }
  > = true;
  expect(exact).toBe(true);
});

test('mistakes of declaration do not compile', () => {
  const count = { label: words, missing: words, min: 0, max: 9, zone: 'analytic' } as const;
  const typo = integer({ ...count, wanted: requiredWhen(missing('color')) });
  // @ts-expect-error there is no field `color`
  form({ ...common, rules: [], sections: [section(words, { colour, typo })] });
  const green = integer({ ...count, wanted: 'optional', shownWhen: is('colour', 'green') });
  // @ts-expect-error `colour` has no option `green`
  form({ ...common, rules: [], sections: [section(words, { colour, green })] });
  const rules = [sumAtLeast(1, ['counts'], 'counts', words)];
  // @ts-expect-error there is no field `counts`
  form({ ...common, sections: [section(words, { colour })], rules });
  // @ts-expect-error the English label is missing
  integer({ ...count, wanted: 'optional', label: { sv: 'Antal' } });
  // @ts-expect-error a required field must say what to do when it is missing
  integer({ wanted: 'required', label: words, min: 0, max: 1, zone: 'analytic' });
  // @ts-expect-error there is no zone `secret`
  integer({ ...count, wanted: 'optional', zone: 'secret' });
  // @ts-expect-error a field without a zone
  choice(colours, { label: words, wanted: 'optional' });
});
