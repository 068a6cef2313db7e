import * as z from 'zod/mini';
import type { PublishedField } from '../../grammar/published.ts';

const words = z.object({ sv: z.string(), en: z.string() });
const options = z.array(z.object({ code: z.string(), sv: z.string(), en: z.string() }));
/** What kinds publish of the codes and steps that an answer can be. */
const published = z.object({
  list: z.optional(z.string()),
  options: z.optional(options),
  items: z.optional(options),
  none: z.optional(options),
  labels: z.optional(z.record(z.string(), words)),
  from: z.optional(z.int()),
  to: z.optional(z.int()),
  ends: z.optional(z.object({ low: words, high: words })),
});

export type Option = z.infer<typeof options>[number];

function settingsOf(field: PublishedField): z.infer<typeof published> {
  const { success, data } = published.safeParse(field);
  return success ? data : {};
}

/** Every code of a field that has words: options of its list, steps of its scale, reasons why there is no step. */
export function optionsOf(field: PublishedField): Option[] {
  const { options: own = [], items = [], none = [], labels = {}, ends, from, to } = settingsOf(field);
  const steps = Object.entries(labels).map(([code, label]) => ({ code, ...label }));
  const last = ends && [
    { code: String(from), ...ends.low },
    { code: String(to), ...ends.high },
  ];
  return [...own, ...items, ...steps, ...(last ?? []), ...none];
}

/** The code list a field is answered with, or that names its rows. */
export function listOf(field: PublishedField): string | undefined {
  return settingsOf(field).list;
}
