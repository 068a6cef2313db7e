import type { ColumnType } from '../../grammar/column.ts';
import type { Lang } from '../../grammar/words.ts';
import type { Dictionary } from '../dictionary.ts';
import type { DescribedColumn, Question } from './columns.ts';
import type { DescribedTable } from './tables.ts';

/** How arrays stand in a CSV file: codes hold neither comma nor blank. */
const separator = ', ';

interface TableSchemaType {
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime';
  readonly format: string;
  readonly decimalChar?: string;
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
  /** Ours: what stands between the parts of the text. */
  readonly separator?: string;
}

const types: Readonly<Record<ColumnType, TableSchemaType>> = {
  string: { type: 'string', format: 'default' },
  int: { type: 'integer', format: 'default' },
  bigint: { type: 'integer', format: 'default' },
  double: { type: 'number', format: 'default', decimalChar: ',' },
  'decimal(18,1)': { type: 'number', format: 'default', decimalChar: ',' },
  'decimal(18,2)': { type: 'number', format: 'default', decimalChar: ',' },
  'decimal(18,3)': { type: 'number', format: 'default', decimalChar: ',' },
  'decimal(18,4)': { type: 'number', format: 'default', decimalChar: ',' },
  boolean: { type: 'boolean', format: 'default', trueValues: ['true'], falseValues: ['false'] },
  date: { type: 'date', format: 'default' },
  timestamp: { type: 'datetime', format: '%Y-%m-%d %H:%M:%S' },
  // An array of Table Schema is JSON, which no spreadsheet reads.
  'array<string>': { type: 'string', format: 'default', separator },
};

/**
 * The dictionary as a Frictionless Data Package (specs.frictionlessdata.io, version 1) of the files that
 * `npm run lake -- --csv` writes. What the specification has no word for stands in properties of ours.
 */
export function dataPackage({ tables, neverExported }: Dictionary) {
  return {
    profile: 'tabular-data-package',
    name: 'starkare-industri',
    title: 'Starkare industri',
    description:
      'Varje tabell i lagret, som CSV-filerna från npm run lake -- --csv har den. En text som börjar med = + - @ har fått en apostrof framför sig. Tider är UTC, om kolumnen inte säger svensk tid. / Every table of the lake, as the CSV files of npm run lake -- --csv have it. A text that begins with = + - @ has been given an apostrophe before it. Times are UTC unless the column says Swedish time.',
    resources: tables.map(resource),
    neverExported: neverExported.map(questionProperties),
  };
}

function resource({ database, name, title, row, key, parent, columns, form, field }: DescribedTable) {
  return {
    profile: 'tabular-data-resource',
    name: `${database}.${name}`,
    path: `${database}.${name}.csv`,
    title: title.sv,
    description: row.sv,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ';', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: columns.map(descriptor),
      missingValues: [''],
      ...(key.length > 0 && { primaryKey: key }),
      ...(parent !== undefined && {
        foreignKeys: [
          {
            fields: 'submission_id',
            reference: { resource: `${database}.${parent}`, fields: 'submission_id' },
          },
        ],
      }),
    },
    database,
    table: name,
    ...(form !== undefined && { form }),
    ...(field !== undefined && { field }),
    sv: { title: title.sv, row: row.sv },
    en: { title: title.en, row: row.en },
  };
}

function descriptor(column: DescribedColumn) {
  const { name, type, meaning, format, question, list, codes } = column;
  return {
    name,
    ...types[type],
    ...(format && { format }),
    title: meaning.sv,
    ...(question && { description: question.label.sv }),
    constraints: constraintsOf(column),
    lakeType: type,
    sv: { meaning: meaning.sv, ...(question && wordsOf(question, 'sv')) },
    en: { meaning: meaning.en, ...(question && wordsOf(question, 'en')) },
    ...(question && propertiesOf(question)),
    ...(list !== undefined && { list }),
    ...(codes && { codes }),
  };
}

function constraintsOf({ type, isRequired, minimum, maximum, codes, values }: DescribedColumn) {
  const closed = values ?? codes?.map(({ code }) => code);
  return {
    required: isRequired,
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(closed !== undefined && type === 'string' && { enum: closed }),
  };
}

function questionProperties(question: Question) {
  return { ...propertiesOf(question), sv: wordsOf(question, 'sv'), en: wordsOf(question, 'en') };
}

function propertiesOf({ form, field, kind, wanted, zones, versions }: Question) {
  return { form, field, kind, wanted, zones, versions };
}

function wordsOf({ label, hint, unit, askedWhen, requiredWhen }: Question, lang: Lang) {
  return {
    label: label[lang],
    ...(hint && { hint: hint[lang] }),
    ...(unit && { unit: unit[lang] }),
    ...(askedWhen && { askedWhen: askedWhen[lang] }),
    ...(requiredWhen && { requiredWhen: requiredWhen[lang] }),
  };
}
