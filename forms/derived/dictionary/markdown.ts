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
        question.kind,
        [question.label[lang], versionsIn(question, lang)].filter(isThere).join(' '),
        asked(question, lang),
      ]),
    ),
    `## ${say.codeLists}`,
    say.codeListsIntroduction,
    ...codeLists.flatMap((list) => codeChapter(list, lang)),
    '',
  ].join('\n\n');
}

function chapter({ database, name, title, row, key, parent, columns }: DescribedTable, lang: Lang): string[] {
  const say = said[lang];
  const keys = key.length === 0 ? say.noKey : `${say.key}: ${key.map(code).join(', ')}.`;
  const belongs =
    parent === undefined ? '' : ` ${say.belongs(code('submission_id'), code(`${database}.${parent}`))}`;
  return [
    `## ${database}.${name}`,
    `**${escaped(title[lang])}.** ${escaped(row[lang])} ${keys}${belongs}`,
    table(
      [say.column, say.type, say.meaning, say.codes, say.asked],
      columns.map((column) => [
        code(column.name),
        code(column.type),
        meaning(column, database, lang),
        values(column, lang),
        column.question === undefined ? '–' : asked(column.question, lang),
      ]),
    ),
  ];
}

/** What the column means, what was asked where that says more, and what is particular about it. */
function meaning({ name, meaning: words, question }: DescribedColumn, database: string, lang: Lang): string {
  const parts = [sentence(words[lang])];
  if (question !== undefined) {
    const { label, hint, unit } = question;
    if (label[lang] !== words[lang]) parts.push(said[lang].question(label[lang]));
    if (hint !== undefined) parts.push(hint[lang]);
    if (unit !== undefined) parts.push(`${said[lang].unit}: ${unit[lang]}.`);
    parts.push(zoneNote(question, name, database, lang), versionsIn(question, lang));
  }
  return parts.filter(isThere).join(' ');
}

/** What goes elsewhere, or nowhere, for sole traders, or for all since a stricter version. */
function zoneNote({ zones }: Question, name: string, database: string, lang: Lang): string {
  const { company, soleTrader } = zones;
  const say = said[lang];
  if (database === 'open' || name.endsWith('_length') || company === soleTrader) {
    const isElsewhere = company === soleTrader && company !== database && !name.endsWith('_length');
    return isElsewhere && !isOurs(name) ? say.moved(say.zones[company]) : '';
  }
  if (isOurs(name)) return '';
  return company === database
    ? say.soleTraders(say.zones[soleTrader])
    : soleTrader === database
      ? say.onlySoleTraders
      : '';
}
