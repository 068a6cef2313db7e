import type { DuckDBConnection } from '@duckdb/node-api';
import * as z from 'zod/mini';
import { QueryFailure, syntaxError } from './failures.ts';

/** A name in a FROM clause, lower-case as Athena compares names; what was not written is empty. */
export interface TableName {
  readonly catalog: string;
  readonly schema: string;
  readonly name: string;
}

/** What the product needs to know of a query before it runs. */
export interface Statement {
  readonly tables: readonly TableName[];
  /** The select list: a star, an expression without a name, or one with a name. */
  readonly columns: readonly ('star' | 'unnamed' | 'named')[];
}

const serialized = z.union([
  z.object({
    error: z.literal(true),
    error_type: z.string(),
    error_message: z.string(),
    position: z.optional(z.coerce.number()),
  }),
  z.object({ error: z.literal(false), statements: z.array(z.object({ node: z.unknown() })) }),
]);

const expression = z.object({ class: z.string(), alias: z.string() });
const selectNode = z.object({ select_list: z.array(expression), from_table: z.looseObject({}) });
const baseTable = z.object({ catalog_name: z.string(), schema_name: z.string(), table_name: z.string() });

const onlyQueries = 'only one statement, and only SELECT, WITH or VALUES, can be run here';

/**
 * Parses a query and refuses everything that is not one SELECT over tables: DuckDB would also read files
 * and other databases, change settings and write. Nothing is bound or run by this.
 */
export async function parseStatement(connection: DuckDBConnection, sql: string): Promise<Statement> {
  const reader = await connection.runAndReadAll('select json_serialize_sql($1::varchar)', [sql]);
  const tree = serialized.parse(JSON.parse(String(reader.value(0, 0))));
  if (tree.error) {
    if (tree.error_type === 'parser') throw syntaxError(tree.error_message, tree.position, sql);
    throw new QueryFailure(`NOT_SUPPORTED: ${onlyQueries}`);
  }
  const [only, ...more] = tree.statements;
  // To DuckDB DESCRIBE and a query that begins with FROM are queries too.
  const isQuery = /^(select|with|values)\b/i.test(withoutLeadingComments(sql));
  if (only === undefined || more.length > 0 || !isQuery) {
    throw new QueryFailure(`NOT_SUPPORTED: ${onlyQueries}`);
  }
  return { tables: tablesIn(only.node), columns: columnsOf(only.node) };
}

function withoutLeadingComments(sql: string): string {
  return sql.replace(/^(?:[\s(]|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/, '');
}

function tablesIn(root: unknown): TableName[] {
  const tables: TableName[] = [];
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (Array.isArray(node)) for (const each of node) waiting.push(each);
    else if (isRecord(node)) {
      refuseForeign(node);
      if (node.type === 'BASE_TABLE') tables.push(tableName(node));
      for (const each of Object.values(node)) waiting.push(each);
    }
  }
  return tables;
}

function refuseForeign(node: Readonly<Record<string, unknown>>): void {
  if (node.type === 'SHOW_REF') throw new QueryFailure(`NOT_SUPPORTED: ${onlyQueries}`);
  if (node.type !== 'TABLE_FUNCTION') return;
  const name = isRecord(node.function) ? String(node.function.function_name) : '';
  if (name.toLowerCase() === 'unnest') return;
  throw new QueryFailure(`FUNCTION_NOT_FOUND: the table function ${name} does not exist; only unnest does`);
}

function tableName(node: unknown): TableName {
  const { catalog_name, schema_name, table_name } = baseTable.parse(node);
  // DuckDB takes such names for files.
  if (/[/\\.:*?]/.test(table_name)) {
    throw new QueryFailure(`TABLE_NOT_FOUND: "${table_name}" is not the name of a table`);
  }
  return {
    catalog: catalog_name.toLowerCase(),
    schema: schema_name.toLowerCase(),
    name: table_name.toLowerCase(),
  };
}

function columnsOf(root: unknown): Statement['columns'] {
  let node = root;
  // The names of a union are those of its first part.
  while (isRecord(node) && node.select_list === undefined && node.left !== undefined) node = node.left;
  const select = z.safeParse(selectNode, node);
  if (!select.success) return [];
  const values = select.data.from_table.type === 'EXPRESSION_LIST' && !isAliased(select.data.from_table);
  if (values) return unnamedValues(select.data.from_table.values);
  return select.data.select_list.map((each) => {
    if (each.class === 'STAR') return 'star';
    return each.alias === '' && each.class !== 'COLUMN_REF' ? 'unnamed' : 'named';
  });
}

function isAliased(table: Readonly<Record<string, unknown>>): boolean {
  return table.alias !== '' && table.alias !== 'valueslist';
}

function unnamedValues(rows: unknown): Statement['columns'] {
  const first: unknown = Array.isArray(rows) ? rows[0] : undefined;
  return Array.isArray(first) ? first.map(() => 'unnamed') : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
