import { atLeast, type Condition, is } from '../../forms/grammar/conditions.ts';
import { type Field, requiredWhen, type Wanted, type Zone } from '../../forms/grammar/field.ts';
import { type Form, section } from '../../forms/grammar/form.ts';
import { kinds } from './kinds.ts';
import { zonesOf } from './zone-choices.ts';

// A made-up form as plain data, which tests change at random. What is declared, answered and expected of it all
// follow from this, and not from each other.

export const kindNames = [
  'text',
  'long-text',
  'email',
  'phone',
  'url',
  'integer',
  'decimal',
  'money',
  'date',
  'date-time',
  'yes-no',
  'choice',
  'choices',
  'ranked',
  'scale',
  'code',
  'company-key',
  'organisationsnummer',
  'reference',
  'file',
  'computed',
  'rows',
  'matrix',
] as const;
export type KindName = (typeof kindNames)[number];

/** A field as one version has it. */
export interface Spec {
  readonly kind: KindName;
  readonly zone: Zone;
  /** `gated`: required when the form's, or the row's, gate is open. */
  readonly wanted: 'optional' | 'required' | 'neededToCount' | 'gated';
  /** Asked only when the gate is open. */
  readonly isGated: boolean;
  /** How often it was reworded. */
  readonly wording: number;
  /** From 1: every limit of its kind and every list follows from it. */
  readonly size: number;
  /** Whether a scale has a reason why there is no step. */
  readonly hasNone: boolean;
  /** The fields of its rows. */
  readonly cells: Named;
}
export type Named = readonly (readonly [name: string, spec: Spec])[];

export interface MadeForm {
  readonly wording: number;
  readonly isAnonymous: boolean;
  readonly shards: Form['shards'];
  readonly sections: readonly Named[];
}

const plain: Spec = {
  kind: 'integer',
  zone: 'analytic',
  wanted: 'optional',
  isGated: false,
  wording: 0,
  size: 1,
  hasNone: false,
  cells: [],
};

/** A field that is like any other but for what is told of it. */
export function specOf(kind: KindName, more: Partial<Spec> = {}): Spec {
  const cells: Named = [['count', { ...plain, wanted: 'required' }]];
  const [zone = plain.zone] = zonesOf(kind);
  return { ...plain, kind, zone, cells: kind === 'rows' || kind === 'matrix' ? cells : [], ...more };
}

/** What every version has, in this order, before anything else of the first section. */
export const base: Named = [
  ['day', specOf('date', { wanted: 'required' })],
  ['owner', specOf('choice', { wanted: 'required' })],
  ['number', specOf('organisationsnummer', { zone: { company: 'analytic', soleTrader: 'personal' } })],
  ['gate', specOf('yes-no', { wanted: 'required' })],
  ['n_base', specOf('integer')],
];

export const formId = 'made-up';
/** The option of `owner` that makes it a sole trader's. */
export const person = 'o2';
/** From this `count` on a row's gate is open. */
export const gateFrom = 50;

/** All fields of the form, in the order they are asked. */
export function fieldsIn({ sections }: MadeForm): Named {
  return sections.flat();
}

/** The form as somebody would have written it. */
export function declared({ wording, isAnonymous, shards, sections }: MadeForm): Form {
  return {
    id: formId,
    title: { sv: `Påhittat ${wording}`, en: `Made up ${wording}` },
    intro: { sv: 'För prov.', en: 'For tests.' },
    send: 'public',
    ...(isAnonymous ? { anonymous: true } : { activityDate: 'day', company: 'number' }),
    soleTrader: is('owner', person),
    shards,
    sections: sections.map((fields, index) =>
      section({ sv: `Del ${index}`, en: `Part ${index}` }, fieldsOf(fields, is('gate', true))),
    ),
    rules: [],
  };
}

/** The fields as they are declared. */
export function fieldsOf(fields: Named, gate: Condition): Record<string, Field> {
  return Object.fromEntries(fields.map(([name, spec]) => [name, fieldOf(name, spec, gate)]));
}

/** One field as it is declared. */
export function fieldOf(name: string, spec: Spec, gate: Condition = is('gate', true)): Field {
  const wanted: Wanted = spec.wanted === 'gated' ? requiredWhen(gate) : spec.wanted;
  const common = {
    label: {
      sv: `Fråga ${name}, ordalydelse ${spec.wording}`,
      en: `Question ${name}, wording ${spec.wording}`,
    },
    missing: { sv: 'Svara.', en: 'Answer.' },
    wanted,
    zone: spec.zone,
    ...(spec.isGated && { shownWhen: gate }),
  };
  return kinds[spec.kind].declare(common, spec, fieldsOf(spec.cells, atLeast('count', gateFrom)));
}
