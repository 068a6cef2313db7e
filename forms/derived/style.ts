import type { Condition } from '../grammar/conditions.ts';
import { fieldsOf } from '../grammar/form-parts.ts';
import type { PublishedForm } from '../grammar/published.ts';
import type { NamedFields } from '../grammar/reading.ts';

/**
 * A style sheet that unfolds a form's conditional questions as others are answered, with or without a script: a
 * question is hidden while its condition does not hold. What is hidden is left out when the page is sent. A browser
 * without `:has()` shows every question.
 */
export function conditionStyle(form: PublishedForm): string {
  const fields = fieldsOf(form);
  const rules = [
    ...form.sections.flatMap((section) => sectionRule(Object.entries(section.fields))),
    ...rulesOf(page, fields, namedControl),
    ...fields.flatMap(([name, field]) =>
      rulesOf(
        `[data-asks="${name}"] .row`,
        Object.entries(field.fields ?? {}),
        (cell) => `[name$=".${cell}"]`,
      ),
    ),
  ];
  return rules.map((rule) => `${rule}{display:none}\n`).join('');
}

/** A heading is hidden with the last of its questions. */
function sectionRule(fields: NamedFields): string[] {
  const conditions = fields.map(([, { shownWhen }]) => shownWhen);
  if (conditions.length === 0 || conditions.some((condition) => condition === undefined)) return [];
  const none = conditions.map((condition) =>
    condition === undefined ? '' : `:not(${selector(condition, namedControl)})`,
  );
  return [`${page}${none.join('')} [data-part="${fields[0]?.[0]}"]`];
}

const page = '#page-form';
const namedControl: Naming = (name) => `[name="${name}"]`;

/** Names a field's controls. */
type Naming = (name: string) => string;

function rulesOf(within: string, fields: NamedFields, naming: Naming): string[] {
  return fields.flatMap(([name, { shownWhen }]) =>
    shownWhen === undefined ? [] : [`${within}:not(${selector(shownWhen, naming)}) [data-asks="${name}"]`],
  );
}

/** A selector of a form, or a row, in which the condition holds. */
function selector(condition: Condition, naming: Naming): string {
  if ('all' in condition) return condition.all.map((part) => `:is(${selector(part, naming)})`).join('');
  if ('some' in condition) return `:is(${condition.some.map((part) => selector(part, naming)).join(',')})`;
  const { field } = condition;
  const named = naming(field);
  if ('is' in condition) return `:has(${chosen(named, textIn(condition.is))})`;
  if ('includes' in condition) return `:has(${chosen(named, condition.includes)})`;
  if ('isNot' in condition) {
    return `${selector({ field, answered: true }, naming)}:not(:has(${chosen(named, textIn(condition.isNot))}))`;
  }
  if ('answered' in condition) {
    const answered = `:has(${named}:is(input[type=hidden],:checked,:not([type=radio],[type=checkbox],select,:placeholder-shown)),${named} option:checked:not([value=""]))`;
    return condition.answered ? answered : `:not(${answered})`;
  }
  // A number cannot be compared in a style sheet: the question is shown, and left out if it was not asked.
  if ('atLeast' in condition) return '*';
  const rows = selectorInRows(condition.field, condition.anyRow);
  return `:has(${rows})`;
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
function selectorInRows(field: string, condition: Condition): string {
  if ('some' in condition) return condition.some.map((part) => selectorInRows(field, part)).join(',');
  const inRow: Naming = (cell) => `[name^="${field}."][name$=".${cell}"]`;
  if ('is' in condition) return chosen(inRow(condition.field), textIn(condition.is));
  if ('includes' in condition) return chosen(inRow(condition.field), condition.includes);
  return '*';
}
