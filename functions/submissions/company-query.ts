import { mayBePersonnummer } from '../../forms/grammar/personnummer.ts';
import type { HttpProblemCode } from '../lambda/problems.ts';

/** What a company is found by, as it is compared: its keys without separators, and its name in plain letters. */
export interface Spelling {
  readonly keys: readonly string[];
  readonly name: string;
}

/** What somebody looks for: the beginning of a key, empty when it can be none, and of words of a name. */
export interface Query {
  readonly key: string;
  readonly words: readonly string[];
}

const lengthMin = 2;
const lengthMax = 100;

/** Reads what was typed; or the code of what is wrong with it. What may be a personnummer is looked for nowhere. */
export function queryOf(typed: string): Query | Extract<HttpProblemCode, `422.search${string}`> {
  const text = typed.trim();
  if (mayBePersonnummer(text)) return '422.search-personnummer';
  if (text.length < lengthMin || text.length > lengthMax) return '422.search';
  return { key: mayBeginKey.test(text) ? keyText(text) : '', words: wordsOf(text) };
}

/** Digits, or a key that we gave (`EF-000001`), with whatever separators people put between them. */
const mayBeginKey = /^(?:[A-Z]{2}\s?\p{Pd}|[A-Z]{2}\s?(?=\d))?[\d\s\p{Pd}]*$/iu;

function keyText(text: string): string {
  return text.replace(/[\s\p{Pd}]/gu, '').toUpperCase();
}

/** How a company with these keys and this name is found. */
export function spellingOf(keys: readonly string[], name: string): Spelling {
  return { keys: keys.map(keyText), name: wordsOf(name).join(' ') };
}

/**
 * The words of a name in letters that everybody has: small, and without marks. That `å`, `ä` and `ö` are letters of
 * their own matters to the order of names, not to whoever types without them.
 */
function wordsOf(text: string): string[] {
  const plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * How well a company fits, from 0: its whole key, the beginning of one, its whole name, the beginning of it, or the
 * beginning of a word in it for every word that was typed. Undefined when it does not fit.
 */
export function rankOf({ key, words }: Query, { keys, name }: Spelling): number | undefined {
  if (key !== '' && keys.includes(key)) return 0;
  if (key !== '' && keys.some((each) => each.startsWith(key))) return 1;
  if (words.length === 0) return undefined;
  const typed = words.join(' ');
  if (name === typed) return 2;
  if (name.startsWith(typed)) return 3;
  return words.every((word) => ` ${name}`.includes(` ${word}`)) ? 4 : undefined;
}
