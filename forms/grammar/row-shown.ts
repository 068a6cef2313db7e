import { shortName } from './form-parts.ts';
import { type KindPart, ofKind } from './kind.ts';
import type { PublishedField } from './published.ts';
import { isValues } from './reading.ts';
import type { Lang } from './words.ts';

/** One row in words: each answered cell with its name. */
export function rowShown(row: unknown, field: PublishedField, lang: Lang, shows: KindPart<'show'>): string {
  const answers = isValues(row) ? row : {};
  return Object.entries(field.fields ?? {})
    .filter(([name]) => answers[name] !== undefined)
    .map(([name, cell]) => {
      const shown = ofKind(shows, cell.kind)(cell, answers[name], lang, shows);
      return `${shortName(cell)[lang]}: ${shown}`;
    })
    .join(' · ');
}
