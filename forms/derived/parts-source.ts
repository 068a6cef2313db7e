import { fieldsOf } from '../grammar/form-parts.ts';
import type { PublishedField, PublishedForm } from '../grammar/published.ts';

/**
 * Source text of what fields and rules are read with, and of nothing else: the imports it needs, from a place where
 * `forms/` is at `root`, and the parts.
 */
export function partsSource(
  forms: readonly Pick<PublishedForm, 'sections' | 'rules'>[],
  root: string,
): { readonly imports: string; readonly parts: string } {
  const fields = forms.flatMap(fieldsOf).flatMap(([, field]) => withCells(field));
  const kinds = sorted(fields.map(({ kind }) => kind));
  const scores = sorted(fields.flatMap(({ compute }) => (compute === undefined ? [] : [String(compute)])));
  const rules = sorted(forms.flatMap((form) => form.rules.map(({ rule }) => rule)));
  const imported = (folder: string, names: readonly string[]) =>
    names.map((name) => `import * as ${identifier(name)} from '${root}${folder}/${name}.ts';`);
  const imports = [
    ...imported('kinds', kinds),
    ...imported('rules', sorted(rules.map(unversioned))),
    ...imported('scores', sorted(scores.map(unversioned))),
  ];
  const checks = kinds.map((kind) => `    '${kind}': ${identifier(kind)}.check,\n`);
  return {
    imports: imports.join('\n'),
    parts: `{
  checks: {\n${checks.join('')}  },
  scores: {${lines(scores)}},
  rules: {${lines(rules)}},
}`,
  };
}

/** A kind, a score or a rule as a name in code. */
export function identifier(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function unversioned(name: string): string {
  return name.replace(/@\d+$/, '');
}

function lines(names: readonly string[]): string {
  const each = names.map(
    (name) => `    '${name}': ${identifier(unversioned(name))}.v${name.replace(/^.*@/, '')},\n`,
  );
  return each.length === 0 ? '' : `\n${each.join('')}  `;
}

function withCells(field: PublishedField): PublishedField[] {
  return [field, ...Object.values(field.fields ?? {}).flatMap(withCells)];
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted();
}
