import { h, type JSX } from 'preact';
import type { Slot } from './kind.ts';
import type { PublishedField } from './published.ts';
import { textOf } from './typed.ts';
import type { Lang } from './words.ts';

/** An answer that is text, or a number, as the text it is read back from. */
export function asText(value: unknown): string {
  return String(value);
}

/** The same, as a person reads it. */
export function shownAsText(_field: PublishedField, value: unknown): string {
  return asText(value);
}

/**
 * A number as a person reads it: thousands stand apart by a non-breaking blank in both languages (ISO 80000-1),
 * a fraction after a comma in Swedish.
 */
export function shownNumber(value: number, lang: Lang): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return fraction === undefined ? grouped : `${grouped}${lang === 'sv' ? ',' : '.'}${fraction}`;
}

/** What every control of a page shares: its names, what describes it, and whether it is wrong. */
export function controlOf(slot: Slot) {
  return {
    id: slot.id,
    name: slot.name,
    'aria-describedby': slot.describedBy,
    'aria-invalid': slot.invalid || undefined,
  };
}

/**
 * One line of text. No maxlength: it cuts pasted text without a word, and counts an emoji as two. Numbers and
 * dates are text too: a browser's own number and date inputs change by scrolling, show dates in the browser's
 * language, and hide from the server what they cannot read.
 */
export function textInput(
  slot: Slot,
  extra: {
    readonly inputMode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'url';
    readonly autocomplete?: string;
    readonly class?: string;
  } = {},
): JSX.Element {
  return h('input', {
    type: 'text',
    ...controlOf(slot),
    value: textOf(slot.typed),
    // By it, and by it alone, a style sheet can tell an empty field from an answered one.
    placeholder: ' ',
    autocomplete: 'off',
    ...extra,
  });
}

/** A narrow line with a keypad of digits on a phone. */
export function digitsInput(slot: Slot): JSX.Element {
  return textInput(slot, { inputMode: 'numeric', class: 'narrow' });
}
