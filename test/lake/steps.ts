import fc from 'fast-check';
import type { FormId } from './forms.ts';
import type { Moment } from './proxy.ts';

// What people, phones, developers and nights do to the product, one after the other.

export type Change =
  | { readonly does: 'create'; readonly form: FormId; readonly age: number; readonly version: number }
  | { readonly does: 'supersede' | 'redact' | 'erase'; readonly which: number };

/** A change during an export, at one of its calls. */
export interface Amid {
  readonly at: number;
  readonly change: Change;
}

export type Step = { readonly after: number; readonly skew: number } & (
  | Change
  | { readonly does: 'publish'; readonly form: FormId; readonly what: 'add' | 'retire' | 'shards' }
  | {
      readonly does: 'export';
      readonly input: { readonly full?: true; readonly verify?: true };
      readonly back: number;
    }
  | { readonly does: 'export amid'; readonly changes: readonly Amid[] }
  | { readonly does: 'two exports'; readonly turns: readonly boolean[]; readonly jumpAt: number }
  | { readonly does: 'crash'; readonly at: number; readonly moment: Moment }
  | { readonly does: 'sweep'; readonly graceSeconds: number | undefined }
  | { readonly does: 'copy' }
  | { readonly does: 'restore'; readonly which: number; readonly acceptLoss: boolean }
);

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const form = fc.constantFrom<FormId>('visits', 'visits', 'thoughts');
const create = fc.record({
  does: fc.constant('create' as const),
  form,
  // How much of the time since the first month its id lies back.
  age: fc.constantFrom(0, 0, 0, 0.4, 1),
  // How many versions back; the last one was never published.
  version: fc.constantFrom(0, 0, 0, 1, 77),
});
const others = fc.constantFrom(
  'supersede' as const,
  'supersede' as const,
  'redact' as const,
  'erase' as const,
);
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: create },
  { weight: 4, arbitrary: fc.record({ does: others, which: fc.nat(1000) }) },
);

// A run makes some 60 to 140 calls.
const call = fc.integer({ min: 1, max: 120 });
const night = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('export' as const),
      input: fc.constantFrom({}, {}, { verify: true as const }, { full: true as const }),
      // How much earlier than usual a T is asked for.
      back: fc.constantFrom(0, 0, 0, 0, 20 * minuteMs, dayMs),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('export amid' as const),
      changes: fc.array(fc.record({ at: call, change }), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('two exports' as const),
      turns: fc.array(fc.boolean(), { minLength: 5, maxLength: 20 }),
      jumpAt: fc.integer({ min: 0, max: 200 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('crash' as const),
      at: call,
      moment: fc.constantFrom<Moment>('before', 'after'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('sweep' as const),
      graceSeconds: fc.constantFrom(0, undefined),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('copy' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('restore' as const),
      which: fc.nat(9),
      acceptLoss: fc.boolean(),
    }),
  },
);
const publication = fc.record({
  does: fc.constant('publish' as const),
  form,
  what: fc.constantFrom('add' as const, 'retire' as const, 'shards' as const),
});
const when = fc.record({
  after: fc.constantFrom(0, 1000, 14 * minuteMs, 20 * minuteMs, dayMs, 9 * dayMs),
  skew: fc.integer({ min: -2000, max: 2000 }),
});
const step = fc
  .tuple(
    when,
    fc.oneof(
      { weight: 11, arbitrary: change },
      { weight: 8, arbitrary: night },
      { weight: 2, arbitrary: publication },
    ),
  )
  .map(([time, what]): Step => ({ ...time, ...what }));

/** Any history. */
export const histories = fc.array(step, { minLength: 10, maxLength: 25 });
