import type { Condition } from '../grammar/conditions.ts';
import { fieldsOf } from '../grammar/form-parts.ts';
import type { PublishedField, PublishedForm } from '../grammar/published.ts';
import type { NamedFields } from '../grammar/reading.ts';

/**
 * A style sheet that unfolds a form's conditional questions as others are answered, with or without a script: a
 * question is hidden while its condition does not hold. What is hidden is left out when the page is sent. What a style
 * sheet cannot see, such as a number, hides nothing. A browser without `:has()` shows every question.
 */
export function conditionStyle(form: PublishedForm): string {
  const fields = fieldsOf(form);
  const onPage = selectorsOf(fields, (name) => ({ one: `[name="${name}"]`, parts: `[name^="${name}."]` }));
  const rules = [
    ...form.sections.flatMap(({ fields: own }) => sectionRule(Object.entries(own), onPage)),
    // A cell may be called as a question of the page is.
    ...rulesOf('#page-form', fields, onPage, ':not(.row *)'),
    ...fields.flatMap(([name, field]) => {
      const cells = Object.entries(field.fields ?? {});
      const inRow = selectorsOf(cells, (cell) => ({
        one: `[name$=".${cell}"]`,
        parts: `[name*=".${cell}."]`,
      }));
      return rulesOf(`[data-asks="${name}"] .row`, cells, inRow);
    }),
  ];
  return rules.map((rule) => `${rule}{display:none}\n`).join('');
}

/** A heading is hidden with the last of its questions. */
function sectionRule(fields: NamedFields, selector: Selector): string[] {
  const conditions = fields.flatMap(([, { shownWhen }]) => shownWhen ?? []);
  if (fields.length === 0 || conditions.length < fields.length) return [];
  const none = conditions.map((condition) => `:not(${selector(condition)})`).join('');
  return [`#page-form${none} [data-part="${fields[0]?.[0]}"]`];
}

function rulesOf(within: string, fields: NamedFields, selector: Selector, but = ''): string[] {
  return fields.flatMap(([name, { shownWhen }]) =>
    shownWhen === undefined ? [] : [`${within}:not(${selector(shownWhen)}) [data-asks="${name}"]${but}`],
  );
}

/** Names the control of a field, and those of its parts. */
type Naming = (name: string) => { readonly one: string; readonly parts: string };
/** A selector of a form, or a row, in which the condition holds. */
type Selector = (condition: Condition) => string;

/** Kinds whose answer is a chosen option; of any other, a style sheet sees only whether there is one. */
const chosenFrom = new Set(['choice', 'choices', 'yes-no', 'scale']);
const anything = '*';

function selectorsOf(fields: NamedFields, naming: Naming): Selector {
  const known = new Map<string, PublishedField>(fields);

  function selector(condition: Condition): string {
    if ('all' in condition) return condition.all.map((part) => `:is(${selector(part)})`).join('');
    if ('some' in condition) return `:is(${condition.some.map(selector).join(',')})`;
    const field = known.get(condition.field);
    // An answer counts while its own question is asked.
    const asked = field?.shownWhen === undefined ? '' : `:is(${selector(field.shownWhen)})`;
    const answered = `:has(${answeredIn(condition.field, field)})${asked}`;
    if ('answered' in condition) return condition.answered ? answered : `:not(${answered})`;
    if ('anyRow' in condition) return `:has(${inRows(condition.field, condition.anyRow)})${asked}`;
    if ('includes' in condition && field?.kind === 'ranked') {
      return `:has(${chosen(naming(condition.field).parts, condition.includes)})${asked}`;
    }
    if ('atLeast' in condition && field?.kind === 'scale') {
      const enough = stepsFrom(condition.atLeast, field).map((step) =>
        chosen(naming(condition.field).one, step),
      );
      return `:has(${enough.join(',')})${asked}`;
    }
    if ('atLeast' in condition || !chosenFrom.has(field?.kind ?? '')) return anything;
    const { one } = naming(condition.field);
    if ('isNot' in condition) return `${answered}:not(:has(${chosen(one, textIn(condition.isNot))}))`;
    return `:has(${chosen(one, 'is' in condition ? textIn(condition.is) : condition.includes)})${asked}`;
  }

  /** Something that is written or chosen in the field, or was left hidden in the page by another step. */
  function answeredIn(name: string, field: PublishedField | undefined): string {
    const hasParts = ['rows', 'matrix', 'ranked', 'file'].includes(field?.kind ?? '');
    const named = hasParts ? naming(name).parts : naming(name).one;
    const written = ':not([type=radio],[type=checkbox],select,:placeholder-shown)';
    return `${named}:is([type=hidden],:checked:not([value=""]),${written}),${named} option:checked:not([value=""])`;
  }

  return selector;
}

/** The steps of a scale that are this or more. */
function stepsFrom(least: number, { from, to }: PublishedField): string[] {
  const first = Math.ceil(Math.max(least, Number(from)));
  const count = Math.max(0, Number(to) - first + 1);
  return Array.from({ length: count }, (_, index) => String(first + index));
}

/** A chosen radio, box or option of this value, or the value that another step left hidden in the page. */
function chosen(named: string, value: string): string {
  const quoted = `[value="${value.replace(/["\\]/g, '\\$&')}"]`;
  return `${named}${quoted}:is(:checked,[type=hidden]),${named} option${quoted}:checked`;
}

/** As a page writes it. */
function textIn(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** A control in a row of the field that makes the row's condition hold. Only what a choice in it says can be seen. */
function inRows(field: string, condition: Condition): string {
  if ('some' in condition) return condition.some.map((part) => inRows(field, part)).join(',');
  const inRow = (cell: string) => `[name^="${field}."][name$=".${cell}"]`;
  if ('is' in condition) return chosen(inRow(condition.field), textIn(condition.is));
  if ('includes' in condition) return chosen(inRow(condition.field), condition.includes);
  return anything;
}
