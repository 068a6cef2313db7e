import type { Lang } from '../../grammar/words.ts';
import type { CodeList } from '../codes.ts';
import { databases } from '../columns.ts';
import type { Dictionary } from '../dictionary.ts';
import type { DescribedCode, DescribedColumn, Question } from './columns.ts';
import { said } from './markdown-words.ts';
import type { DescribedTable } from './tables.ts';

/** The dictionary as a document in one language: a chapter for each table. */
export function markdown({ tables, neverExported, codeLists }: Dictionary, lang: Lang): string {
  const say = said[lang];
  return [
    `# ${say.title}`,
    say.introduction,
    table(
      [say.database, say.holds],
      databases.map((name) => [code(name), say.databases[name]]),
    ),
    say.wantedIntroduction,
    ...tables.flatMap((each) => chapter(each, lang)),
    `## ${say.neverExported}`,
    say.neverExportedIntroduction,
    table(
      [say.form, say.field, say.kind, say.meaning, say.asked],
      neverExported.map((question) => [
        code(question.form),
        code(question.field),
        code(question.kind),
        spaced(escaped(question.label[lang]), versionsIn(question, lang)),
        asked(question, lang),
      ]),
    ),
    `## ${say.codeLists}`,
    say.codeListsIntroduction,
    ...codeLists.flatMap((list) => codeChapter(list, lang)),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function chapter(described: DescribedTable, lang: Lang): string[] {
  const { database, name, isView, title, row, key, parent, columns } = described;
  const say = said[lang];
  return [
    `## ${database}.${name}`,
    spaced(
      `**${sentence(title[lang])}**`,
      isView ? say.view : escaped(row[lang]),
      key.length > 0 ? `${say.key}: ${key.map(code).join(', ')}.` : !isView && say.noKey,
      parent && say.belongs(code('submission_id'), code(`${database}.${parent}`)),
    ),
    table(
      [say.column, say.type, say.meaning, say.codes, say.asked],
      columns.map((column) => [
        code(column.name),
        code(column.type),
        meaning(column, lang),
        values(column, lang),
        column.question === undefined ? '–' : asked(column.question, lang),
      ]),
    ),
  ];
}

/** What the column means, what was asked where that says more, and what is particular about it. */
function meaning({ meaning: words, question, elsewhere }: DescribedColumn, lang: Lang): string {
  const say = said[lang];
  const { label, hint, unit } = question ?? {};
  return spaced(
    sentence(words[lang]),
    label && label[lang] !== words[lang] && escaped(say.question(label[lang])),
    hint && escaped(hint[lang]),
    unit && `${say.unit}: ${escaped(unit[lang])}.`,
    elsewhere && say.elsewhere[elsewhere.whose][elsewhere.zone],
    question && versionsIn(question, lang),
  );
}

/** Longer lists stand in a chapter of their own. */
const codesMax = 8;

function values(
  { list, codes = [], values: own = [], minimum, maximum }: DescribedColumn,
  lang: Lang,
): string {
  const say = said[lang];
  const range = minimum !== undefined && maximum !== undefined && say.range(String(minimum), String(maximum));
  const isLong = codes.length > codesMax && list !== undefined;
  return (
    spaced(
      range,
      list && say.seeList(`[${list}](#${list})`),
      isLong ? undefined : codes.map((each) => codeWords(each, lang)).join(', '),
      own.map(code).join(', '),
    ) || '–'
  );
}

function codeWords({ current, ...option }: DescribedCode, lang: Lang): string {
  const expired = current ? '' : ` (${said[lang].expired})`;
  return `${code(option.code)} ${escaped(option[lang])}${expired}`;
}

function asked({ kind, wanted, requiredWhen, askedWhen }: Question, lang: Lang): string {
  const say = said[lang];
  if (kind === 'computed') return say.computed;
  const when = requiredWhen && ` ${escaped(requiredWhen[lang])}`;
  return spaced(
    `${say.wanted[wanted]}${when ?? ''}.`,
    askedWhen && `${say.askedWhen} ${escaped(askedWhen[lang])}.`,
  );
}

function versionsIn({ versions: { from, retired, reworded } }: Question, lang: Lang): string {
  const say = said[lang];
  return spaced(
    from > 1 && say.since(from),
    retired !== undefined && say.retired(retired),
    ...reworded.map(({ until, label }) => escaped(say.reworded(until, label[lang]))),
  );
}

function codeChapter({ list, codes }: CodeList, lang: Lang): string[] {
  const say = said[lang];
  const rows = codes.map(({ current, ...option }) => [
    code(option.code),
    escaped(option[lang]) + (current ? '' : ` (${say.expired})`),
  ]);
  return [`### ${list}`, table([say.code, say.meaning], rows)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function spaced(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join(' ');
}

/** Some titles are questions. */
function sentence(text: string): string {
  return escaped(/[.?!]$/.test(text) ? text : `${text}.`);
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

/** Words of the declaration as Markdown shows them, in one cell of a table. */
function escaped(text: string): string {
  return text.replace(/[\\`*[\]<>|#]|(?<!\w)_|_(?!\w)/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
