import { expect, test } from 'vitest';
import { choice } from '../kinds/choice.ts';
import { choices } from '../kinds/choices.ts';
import { computed } from '../kinds/computed.ts';
import { integer } from '../kinds/integer.ts';
import { matrix } from '../kinds/matrix.ts';
import { rows } from '../kinds/rows.ts';
import { text } from '../kinds/text.ts';
import { sumAtLeast } from '../rules/sum-at-least.ts';
import { sum } from '../scores/sum.ts';
import { anyRow, includes, is, missing } from './conditions.ts';
import { requiredWhen } from './field.ts';
import { type Answers, form, section } from './form.ts';

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

test('mistakes in tables, scores and conditions over them do not compile', () => {
  const optional = { label: words, wanted: 'optional', zone: 'analytic' } as const;
  const cells = { colour: choice(colours, optional) };
  const table = { ...optional, item: 'colour', mandatory: [], more: words, fields: cells } as const;
  const people = { ...optional, rowTitle: words, addRow: words, max: 3 } as const;
  const wrongRow = { ...cells, why: text({ ...optional, max: 9, shownWhen: is('color', 'red') }) };
  // @ts-expect-error there is no field `color` in the row
  rows({ ...people, fields: wrongRow });
  // @ts-expect-error there is no field `color` in the row
  matrix(colours, { ...table, fields: wrongRow });
  // @ts-expect-error there is no row `green`
  matrix(colours, { ...table, mandatory: ['green'] });
  // @ts-expect-error there is no row `green`
  matrix(colours, { ...table, given: { colour: { green: 'colour' } } });
  // @ts-expect-error rows say how many there can be
  rows({ ...optional, rowTitle: words, addRow: words, fields: cells });

  const list = rows({ ...people, fields: cells });
  const known = integer({ ...optional, min: 0, max: 9, shownWhen: anyRow('list', is('colour', 'red')) });
  form({ ...common, rules: [], sections: [section(words, { colour, list, known })] });
  const option = integer({ ...optional, min: 0, max: 9, shownWhen: anyRow('list', is('colour', 'green')) });
  // @ts-expect-error `colour` in the rows of `list` has no option `green`
  form({ ...common, rules: [], sections: [section(words, { colour, list, option })] });
  const cell = integer({ ...optional, min: 0, max: 9, shownWhen: anyRow('list', is('color', 'red')) });
  // @ts-expect-error the rows of `list` have no field `color`
  form({ ...common, rules: [], sections: [section(words, { colour, list, cell })] });
  const others = choices(colours, optional);
  const among = integer({ ...optional, min: 0, max: 9, shownWhen: includes('others', 'green') });
  // @ts-expect-error `others` has no option `green`
  form({ ...common, rules: [], sections: [section(words, { colour, others, among })] });
  const total = computed(sum('count', 'counts'), { label: words, zone: 'analytic' });
  const count = integer({ ...optional, min: 0, max: 9 });
  // @ts-expect-error there is no field `counts`
  form({ ...common, rules: [], sections: [section(words, { colour, count, total })] });
  expect(list.fields).toBe(cells);
});
