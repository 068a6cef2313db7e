import { h, type JSX } from 'preact';
import { shortName } from '../grammar/form-parts.ts';
import { fieldOfPath, type Problem, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import type { NamedFields } from '../grammar/reading.ts';
import { partsOf, type TypedFields } from '../grammar/typed.ts';
import type { Lang } from '../grammar/words.ts';

interface Told {
  readonly lang: Lang;
  readonly problems: readonly Problem[];
  readonly typed: TypedFields;
}

const summaryTitle = { sv: 'Det här behöver rättas', en: 'This needs correcting' };

/** The list of everything that is wrong, each line a link to its question. */
export function problemSummary(fields: NamedFields, { lang, problems, typed }: Told): JSX.Element {
  const named = new Map(fields);
  const told = new Set<string>();
  // What is missing in the rows of a list is told once.
  const lines = problems.filter((problem) => {
    const name = fieldOfPath(problem.path);
    if (problem.code !== problemCodes.missing || named.get(name)?.items === undefined) return true;
    const isFirst = !told.has(name);
    told.add(name);
    return isFirst;
  });
  return h(
    'div',
    // The page opens here: it is what a screen reader says first, and Tab goes on to the first link.
    { class: 'summary', role: 'alert', tabIndex: -1, autofocus: true, 'aria-labelledby': 'problem-summary' },
    h('h2', { id: 'problem-summary' }, summaryTitle[lang]),
    h(
      'ul',
      null,
      lines.map((problem) => {
        const name = fieldOfPath(problem.path);
        return h('li', null, line(problem, named.get(name), lang, Object.keys(partsOf(typed[name]) ?? {})));
      }),
    ),
  );
}

/** A missing answer has a sentence of its own; any other needs the name of its question in front. */
function line(problem: Problem, field: PublishedField | undefined, lang: Lang, rows: readonly string[]) {
  if (field === undefined) return problem.message[lang];
  const isMissing = problem.code === problemCodes.missing;
  if (field.items !== undefined && isMissing && field.missing !== undefined) {
    return link(problem, field, field.missing[lang]);
  }
  const whole = isMissing || problem.code === problemCodes.together;
  const [, row, cell] = problem.path.split('.');
  const names = field.fields === undefined || row === undefined ? [] : [rowName(field, row, rows, lang)];
  if (names.length === 0 && !whole) names.push(shortName(field)[lang]);
  if (names.length > 0 && !whole) names.push(...cellNames(field, cell, lang));
  const sentence = problem.message[lang];
  return link(problem, field, names.length === 0 ? sentence : `${names.join(', ')}: ${sentence}`);
}

/** To the question, which in a table is a cell's. */
function link({ path }: Problem, field: PublishedField, text: string): JSX.Element {
  const place = field.fields === undefined ? fieldOfPath(path) : path.split('.').slice(0, 3).join('.');
  return h('a', { href: `#${place}` }, text);
}

/** What a row is called: by its list, or by what its rows are and its number among those on the page. */
export function rowName(field: PublishedField, row: string, rows: readonly string[], lang: Lang): string {
  const item = field.items?.find(({ code }) => code === row);
  if (item !== undefined) return item[lang];
  return `${(field.rowTitle ?? shortName(field))[lang]} ${Math.max(0, rows.indexOf(row)) + 1}`;
}

export function cellNames(field: PublishedField, cell: string | undefined, lang: Lang): string[] {
  const found = Object.entries(field.fields ?? {}).find(([name]) => name === cell)?.[1];
  return found === undefined ? [] : [shortName(found)[lang]];
}
