import { within } from './parts.ts';
import { problemsIn } from './syntax.ts';
import { openTrino, type Parsed } from './trino.ts';

/** What Trino's grammar tells of a query of the lake. */
export interface Portable {
  /**
   * Why a text is not one query that means the same to Trino, which Athena is, and to DuckDB: a sentence for each
   * place, none when it is one. It is judged by its parts, so neither comments nor texts in quotes can mislead, and
   * by what is known to be the same: anything else is refused, also what is the same but nobody has looked at.
   */
  problemsOf(sql: string): string[];
  /** The tables and views it names with their database. */
  tablesOf(sql: string): string[];
  /** The texts in quotes and the numbers it has. */
  literalsOf(sql: string): string[];
}

export async function openPortable(): Promise<Portable> {
  const parse = await openTrino();
  const textsOf = (sql: string, isMeant: (kind: string, text: string) => boolean) =>
    partsOf(parse(sql))
      .filter(({ kind, text }) => isMeant(kind, text))
      .map(({ text }) => text.replaceAll(/["']/g, ''));
  return {
    problemsOf: (sql) => problemsOf(parse(sql)),
    tablesOf: (sql) => [...new Set(textsOf(sql, (kind, text) => kind === 'TableRef' && text.includes('.')))],
    literalsOf: (sql) => textsOf(sql, (kind) => /^(BasicString|Integer|Decimal|Double)Literal$/.test(kind)),
  };
}

function partsOf(parsed: Parsed) {
  return 'tree' in parsed ? within(parsed.tree) : [];
}

function problemsOf(parsed: Parsed): string[] {
  if ('mistakes' in parsed) return [...parsed.mistakes];
  const statements = partsOf(parsed).filter(({ kind }) => kind === 'SingleStatement');
  const isQuery = statements.every(({ parts: [first] }) => first?.kind === 'StatementDefault');
  if (statements.length !== 1 || !isQuery) return ['expected one query and nothing else'];
  return problemsIn(parsed.tree);
}
