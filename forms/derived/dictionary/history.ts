import type { PublishedField, PublishedForm } from '../../grammar/published.ts';
import type { NamedFields } from '../../grammar/reading.ts';
import type { Words } from '../../grammar/words.ts';

/** A field as one version of the form has it. */
export interface Edition {
  readonly version: number;
  readonly field: PublishedField;
}

/** A field through all published versions of its form. */
export interface FieldHistory {
  readonly name: string;
  /** The versions that have it, oldest first: at least one. */
  readonly editions: readonly Edition[];
  readonly newest: PublishedField;
  /** The first version without it, after the last that had it. */
  readonly retired: number | undefined;
  /** Whether no version that has fields in this place lacks it. */
  readonly isInAll: boolean;
}

/** What the fields in one place of a form (the form itself, or the rows of a table) have been, by name. */
export function historiesOf(
  versions: readonly PublishedForm[],
  fieldsIn: (form: PublishedForm) => NamedFields,
): Map<string, FieldHistory> {
  const places = versions.map((form) => ({ version: form.version, fields: fieldsIn(form) }));
  const names = new Set(places.flatMap(({ fields }) => fields.map(([name]) => name)));
  const histories = new Map<string, FieldHistory>();
  for (const name of names) {
    const editions = places.flatMap(({ version, fields }) =>
      fields.filter(([each]) => each === name).map(([, field]) => ({ version, field })),
    );
    const last = editions.at(-1);
    if (last === undefined) continue;
    histories.set(name, {
      name,
      editions,
      newest: last.field,
      retired: versions.find(({ version }) => version > last.version)?.version,
      isInAll: editions.length === places.filter(({ fields }) => fields.length > 0).length,
    });
  }
  return histories;
}

/** When a field came and went, and what it was called before it was reworded. */
export interface VersionNotes {
  readonly from: number;
  readonly retired?: number;
  /** Each earlier wording, with the last version that had it. */
  readonly reworded: readonly { readonly until: number; readonly label: Words }[];
}

export function versionNotes({ editions, newest, retired }: FieldHistory): VersionNotes {
  const reworded = editions.flatMap(({ version, field: { label } }, index) => {
    const next = editions[index + 1]?.field.label ?? newest.label;
    return label.sv === next.sv && label.en === next.en ? [] : [{ until: version, label }];
  });
  return { from: editions[0]?.version ?? 1, ...(retired !== undefined && { retired }), reworded };
}
