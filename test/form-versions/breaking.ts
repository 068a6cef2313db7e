import type { GeneratorValue } from 'fast-check';
import type { Field } from '../../forms/grammar/field.ts';
import type { Form } from '../../forms/grammar/form.ts';
import { type History, retiredIn, specIn } from './history.ts';
import { pick } from './kinds.ts';
import {
  base,
  declared,
  fieldOf,
  fieldsIn,
  type KindName,
  kindNames,
  type Named,
  specOf,
} from './made-form.ts';

/** A form that must not be published, and what the refusal has to say: the field, the old and the new. */
export interface Broken {
  readonly form: Form;
  readonly says: readonly string[];
}
/** A change that would break what is stored. */
export type Breaking = (g: GeneratorValue, history: History) => Broken;

/** A field of every kind. */
export const everyKind: Named = [
  ...kindNames.map((kind) => [`the_${kind.replace('-', '_')}`, specOf(kind, { hasNone: true })] as const),
  ['the_note', specOf('text', { zone: 'confidential' })],
];

const nameOf = (kind: KindName) => `the_${kind.replace('-', '_')}`;

/** The form with one field as it is told, or without it. */
function withField(history: History, name: string, change: (field: Field) => Field | undefined): Form {
  const form = declared(history.made);
  const sections = form.sections.map((section) => ({
    ...section,
    fields: Object.fromEntries(
      Object.entries(section.fields).flatMap(([each, field]) => {
        const now = each === name ? change(field) : field;
        return now === undefined ? [] : [[each, now]];
      }),
    ),
  }));
  return { ...form, sections };
}

/** The form with another field at its end. */
function withMore(form: Form, name: string, field: Field): Form {
  const more = { title: { sv: 'Mer', en: 'More' }, fields: { [name]: field } };
  return { ...form, sections: [...form.sections, more] };
}

/** The form whose reference is of records of these forms. */
export function referringTo(history: History, forms: readonly string[]): Form {
  return withField(history, nameOf('reference'), (field) =>
    Object.assign({}, field, { form: undefined, forms }),
  );
}

/** Another value for one of a field's own properties. */
function resetting(kind: KindName, setting: string, now: unknown, says: readonly string[]): Breaking {
  const name = nameOf(kind);
  const reset = (field: Field): Field => ({ ...field, ...Object.fromEntries([[setting, now]]) });
  return (_, history) => ({ form: withField(history, name, reset), says: [name, ...says] });
}

/** A meaning that was lost, as the refusal tells it. */
function meaning(kind: KindName, setting: string, old: unknown, now: unknown): Breaking {
  const told = `another ${setting} (${JSON.stringify(old)}, now ${JSON.stringify(now) ?? 'none'})`;
  return resetting(kind, setting, now, [told]);
}

function otherKind(g: GeneratorValue, kind: KindName): KindName {
  return pick(
    g,
    kindNames.filter((each) => each !== kind),
  );
}

/** Takes a field away, publishes that, and asks something else under its id. */
function reusing(kind: KindName, other: KindName, setting: object, says: readonly string[]): Breaking {
  return (_, history) => {
    const name = nameOf(kind);
    const again: Field = { ...fieldOf(name, specOf(other, { hasNone: true })), ...setting };
    return { form: withMore(declared(history.made), name, again), says: [name, ...says] };
  };
}

const words = (sv: string) => ({ sv, en: sv });

/** Every change of a field that would break what is stored of it. */
export const breakings: Readonly<Record<string, Breaking>> = {
  'another kind': (g, history) => {
    const [name, spec] = pick(g, fieldsIn(history.made).slice(base.length));
    const kind = otherKind(g, spec.kind);
    const form = withField(history, name, () => fieldOf(name, specOf(kind)));
    return { form, says: [`the published field ${name} was ${spec.kind} and is now ${kind}`] };
  },
  'another kind in a table': (g, history) => {
    const name = nameOf(pick(g, ['rows', 'matrix']));
    const [cell = '', spec] = pick(g, specIn(history.made, name)?.cells ?? []);
    const kind = pick(g, ['text', 'date', 'yes-no', 'file'] as const);
    const other = kind === spec?.kind ? 'money' : kind;
    const form = withField(history, name, (field) =>
      Object.assign({}, field, {
        fields: { ...Object(Object(field).fields), [cell]: fieldOf(cell, specOf(other)) },
      }),
    );
    return { form, says: [`the published field ${name}.${cell} was ${spec?.kind} and is now ${other}`] };
  },
  'a column of a table that is gone': (_, history) => {
    const name = nameOf('rows');
    const other = fieldOf('other', specOf('integer'));
    const form = withField(history, name, (field) => Object.assign({}, field, { fields: { other } }));
    return { form, says: [`the published field count of ${name} is gone`] };
  },
  'fewer decimals': resetting('decimal', 'decimals', 1, ['was decimal(18,2) and is now decimal(18,1)']),
  'more decimals': resetting('decimal', 'decimals', 3, ['was decimal(18,2) and is now decimal(18,3)']),
  'another type that is computed': resetting('computed', 'output', 'double', ['was int and is now double']),
  'another computation': meaning('computed', 'compute', 'sum@1', 'quarter@1'),
  'a computation of something else': meaning('computed', 'of', ['n_base'], ['n_base', 'the_integer']),
  'a scale that begins elsewhere': meaning('scale', 'from', 1, 0),
  'a scale that ends elsewhere': meaning('scale', 'to', 5, 10),
  'no reasons any more': resetting('scale', 'none', undefined, [
    'the column the_scale_missing_reason was string and is now gone',
  ]),
  'another unit': meaning('decimal', 'unit', words('timmar'), words('minuter')),
  'no unit': meaning('decimal', 'unit', words('timmar'), undefined),
  'ids of another form': meaning('reference', 'form', 'participants', 'company'),
  'ids of other forms': (_, history) => ({
    form: referringTo(history, ['company', 'activity']),
    says: ['the_reference was of another form ("participants", now none)'],
  }),
  'another code list for one answer': meaning('choice', 'list', 'made-up-list', 'another-list'),
  'another code list for several': meaning('choices', 'list', 'made-up-list', 'another-list'),
  'another code list in order': meaning('ranked', 'list', 'made-up-list', 'another-list'),
  'another code list for rows': meaning('matrix', 'list', 'made-up-list', 'another-list'),
  'rows called by something else': meaning('matrix', 'item', 'area', 'topic'),
  'rows called by nothing': meaning('matrix', 'item', 'area', undefined),
  'another id for the same question': (g, history) => {
    const name = nameOf(pick(g, kindNames));
    const spec = specIn(history.made, name) ?? specOf('text');
    const field = { ...fieldOf('renamed', spec), label: fieldOf(name, spec).label };
    const form = withMore(
      withField(history, name, () => undefined),
      'renamed',
      field,
    );
    return { form, says: [`the published field ${name} is gone and renamed asks the same`] };
  },
  'an activity date that is gone': (_, history) => ({
    form: withField(history, 'day', () => undefined),
    says: ['the activity date day has to be a date that is always required'],
  }),
  'a field that is gone and looked at': (_, history) => ({
    form: withField(history, 'owner', () => undefined),
    says: ['the published field owner is gone, but the form still looks at it'],
  }),
  'a count that stood': (_, history) => ({
    form: { ...declared(history.made), shards: [{ from: '2021-01', count: 2 }] },
    says: ['the published shards changed (1 from 2021-01', 'now 2 from 2021-01)'],
  }),
  'shards from a month that is here': (g, history) => {
    const from = new Date(history.now).toISOString().slice(0, 7);
    const shard = { from: pick(g, ['2021-02', from]), count: 7 };
    const form = declared(history.made);
    return {
      form: { ...form, shards: [...form.shards, shard] },
      says: ['another shard count can begin in a month after 20', `not as 7 from ${shard.from} does`],
    };
  },
  'no names any more': (_, history) => ({
    form: { ...declared(history.made), anonymous: true },
    says: ['a published form stays anonymous, or not (it was not, and is now)'],
  }),
  'keys of its own': (_, history) => ({
    form: { ...declared(history.made), keys: 'XX-' },
    says: ['keys of the published form’s records were none and are now XX-'],
  }),
};

/** What would break what is stored of a field that has been retired. All of `everyKind` is, before these. */
export const reuses: Readonly<Record<string, Breaking>> = {
  'another kind': (g, history) => {
    const [name, spec] = pick(g, retiredIn(history));
    const kind = otherKind(g, spec.kind);
    const form = withMore(declared(history.made), name, fieldOf(name, specOf(kind)));
    return { form, says: [`the published field ${name} was ${spec.kind} and is now ${kind}`] };
  },
  'fewer decimals': reusing('decimal', 'decimal', { decimals: 1 }, [
    'was decimal(18,2) and is now decimal(18,1)',
  ]),
  'another scale': reusing('scale', 'scale', { to: 10 }, ['another to (5, now 10)']),
  'ids of another form': reusing('reference', 'reference', { form: 'company' }, [
    'another form ("participants", now "company")',
  ]),
  'the name of the length of its text': (g, history) => {
    const name = pick(g, ['the_text_length', 'the_note_length', 'the_file_name_length', 'the_file_bytes']);
    const form = withMore(declared(history.made), name, fieldOf(name, specOf('integer')));
    return { form, says: [`the name ${name} of ${name} is taken by the_`, 'which was published'] };
  },
  'the name of the reasons of its scale': (_, history) => {
    const name = 'the_scale_missing_reason';
    const form = withMore(declared(history.made), name, fieldOf(name, specOf('choice')));
    return { form, says: [`the name ${name} of ${name} is taken by the_scale, which was published`] };
  },
};
