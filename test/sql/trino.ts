import type { TrinoSQL } from 'dt-sql-parser';
import { build } from 'esbuild';

/** A part of a query as Trino's grammar names it, with what it is made of. */
export interface Part {
  /** `FunctionCall`, `Subscript` …; a single word or sign is a `Token`. */
  readonly kind: string;
  /** As it is written, without the space between its words. */
  readonly text: string;
  readonly line: number;
  readonly parts: readonly Part[];
  readonly parent: Part | undefined;
}

/** What a text is by Trino's grammar: its tree, or why it is none. */
export type Parsed = { readonly tree: Part } | { readonly mistakes: readonly string[] };

/** What is used of the parser's own tree. */
interface Tree {
  getChildCount(): number;
  getChild(index: number): Tree | null;
  getText(): string;
  readonly start?: { readonly line: number } | null;
  readonly symbol?: { readonly line: number };
}

/**
 * Loads Trino's grammar. The package cannot be imported as it is, because its files name each other without
 * extension, so it is bundled in memory; names of classes are kept, as they are the names of the parts.
 */
export async function openTrino(): Promise<(sql: string) => Parsed> {
  const { outputFiles } = await build({
    stdin: { contents: "export { TrinoSQL } from 'dt-sql-parser';", resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    keepNames: true,
  });
  const bundled = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const module: { TrinoSQL: typeof TrinoSQL } = await import(`data:text/javascript;base64,${bundled}`);
  const parser = new module.TrinoSQL();
  return (sql) => {
    const mistakes = parser.validate(sql).map(({ startLine, message }) => `line ${startLine}: ${message}`);
    return mistakes.length > 0 ? { mistakes } : { tree: partOf(parser.parse(sql), undefined) };
  };
}

function partOf(tree: Tree, parent: Part | undefined): Part {
  const count = tree.getChildCount();
  const parts: Part[] = [];
  const kind = tree.symbol === undefined ? tree.constructor.name.replace(/Context$/, '') : 'Token';
  const line = tree.start?.line ?? tree.symbol?.line ?? parent?.line ?? 1;
  const part = { kind, text: tree.getText(), line, parts, parent };
  for (let index = 0; index < count; index += 1) {
    const child = tree.getChild(index);
    if (child !== null) parts.push(partOf(child, part));
  }
  return part;
}
