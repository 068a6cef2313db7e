import * as z from 'zod/mini';
import { stepsOf } from '../../forms/derived/page.ts';
import type { Condition } from '../../forms/grammar/conditions.ts';
import type { PublishedField, PublishedForm } from '../../forms/grammar/published.ts';
import type { PublishedRule } from '../../forms/grammar/rules.ts';

/** Part of a SurveyJS form; what is undefined is left out when it is written. */
type Json = Readonly<Record<string, unknown>>;

/**
 * A published form as a form of SurveyJS, in Swedish: the same questions in the same order, with the same choices,
 * conditions, bounds and sentences. Left out are the rule that looks into a table's rows and check digits, which
 * would be code there, so the script that SurveyJS needs is a little smaller than it would have to be.
 */
export function surveyOf(form: PublishedForm): Json {
  return {
    locale: 'sv',
    title: form.title.sv,
    description: form.intro.sv,
    showQuestionNumbers: 'off',
    showProgressBar: true,
    showPreviewBeforeComplete: true,
    previewMode: 'allQuestions',
    pages: stepsOf(form).map(({ sections }, step) => ({
      name: `step-${step}`,
      elements: sections.map(({ title, fields }, section) => ({
        type: 'panel',
        name: `section-${step}-${section}`,
        title: title.sv,
        elements: Object.entries(fields).map(([name, field]) => elementOf(name, field, form.rules)),
      })),
    })),
  };
}

function elementOf(name: string, field: PublishedField, rules: readonly PublishedRule[]): Json {
  const sums = rules.filter((rule) => rule.rule === 'sum-at-least@1').filter(({ at }) => at === name);
  return {
    ...questionOf(name, field, whole),
    // What the link gives, or nobody is to see.
    ...((field.fromLink || field.unseen === true) && { visible: false }),
    ...(sums.length > 0 && {
      validators: sums.map(({ fields, least, message }) => ({
        type: 'expression',
        expression: `${fields.map(whole).join(' + ')} >= ${least}`,
        text: message.sv,
      })),
    }),
  };
}

/** How an expression names a field, beside the one that has it. */
type Naming = (field: string) => string;
const whole: Naming = (field) => `{${field}}`;

function questionOf(name: string, field: PublishedField, naming: Naming): Json {
  const { label, hint, missing, wanted, shownWhen } = field;
  return {
    name,
    title: label.sv,
    description: hint?.sv,
    isRequired: wanted === 'required' || undefined,
    requiredIf: typeof wanted === 'object' ? expressionOf(wanted.requiredWhen, naming) : undefined,
    requiredErrorText: missing?.sv,
    visibleIf: shownWhen && expressionOf(shownWhen, naming),
    ...controlOf(field),
  };
}

const words = z.object({ sv: z.string() });
const options = z.array(z.object({ code: z.string(), sv: z.string() }));
const settings = z.object({
  options: z._default(options, []),
  none: z._default(options, []),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  from: z._default(z.number(), 0),
  to: z._default(z.number(), 0),
  labels: z.optional(z.record(z.string(), words)),
  ends: z.optional(z.object({ low: words, high: words })),
  of: z._default(z.array(z.string()), []),
  rowTitle: z.optional(words),
  addRow: z.optional(words),
});

function controlOf(field: PublishedField): Json {
  const found = settings.parse(field);
  const { min, max, of, labels } = found;
  const choices = choicesOf(found.options);
  const text = (inputType: string, more: Json = {}) => ({ type: 'text', inputType, ...more });
  switch (field.kind) {
    case 'choice':
      // As our pages do: radios where they are few and need not be taken back.
      return {
        type: choices.length <= 7 && field.wanted !== 'optional' ? 'radiogroup' : 'dropdown',
        choices,
      };
    case 'choices':
      return { type: 'checkbox', choices };
    case 'ranked':
      return { type: 'ranking', choices, selectToRankEnabled: true, maxSelectedChoices: max };
    case 'yes-no':
      return { type: 'boolean', renderAs: 'radio', labelTrue: 'Ja', labelFalse: 'Nej' };
    case 'scale':
      return labels === undefined ? ratingOf(found) : { type: 'radiogroup', choices: stepChoices(found) };
    case 'computed':
      return { type: 'expression', expression: of.map(whole).join(' + ') };
    case 'rows':
      return panelsOf(field);
    case 'matrix':
      return tableOf(field);
    case 'long-text':
      return { type: 'comment', maxLength: max };
    case 'integer':
    case 'decimal':
    case 'money':
      return text('number', { min, max, step: field.kind === 'integer' ? 1 : 'any' });
    case 'date':
      return text('date');
    case 'date-time':
      return text('datetime-local');
    case 'email':
    case 'url':
      return text(field.kind);
    case 'phone':
      return text('tel');
    case 'file':
      return { type: 'file' };
    case 'text':
    case 'code':
    case 'reference':
    case 'organisationsnummer':
      return text('text', { maxLength: max });
    default:
      throw new Error(`expected a kind that SurveyJS has a question for, got "${field.kind}"`);
  }
}

type Settings = z.infer<typeof settings>;

function choicesOf(from: z.infer<typeof options>): Json[] {
  return from.map(({ code, sv }) => ({ value: code, text: sv }));
}

function stepsIn({ from, to }: Settings): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function stepChoices(found: Settings): Json[] {
  const steps = stepsIn(found).map((step) => ({
    value: step,
    text: `${step} – ${found.labels?.[step]?.sv}`,
  }));
  return [...steps, ...choicesOf(found.none)];
}

function ratingOf(found: Settings): Json {
  return {
    type: 'rating',
    rateValues: [...stepsIn(found), ...choicesOf(found.none)],
    minRateDescription: found.ends?.low.sv,
    maxRateDescription: found.ends?.high.sv,
  };
}

function panelsOf(field: PublishedField): Json {
  const { rowTitle, addRow, max } = settings.parse(field);
  return {
    type: 'paneldynamic',
    panelCount: 1,
    minPanelCount: 1,
    maxPanelCount: max,
    templateTitle: `${rowTitle?.sv} {panelIndex}`,
    panelAddText: addRow?.sv,
    templateElements: cellsOf(field, (cell) => `{panel.${cell}}`),
  };
}

function tableOf(field: PublishedField): Json {
  const items = field.items ?? [];
  return {
    type: 'matrixdropdown',
    rows: choicesOf(items),
    columns: cellsOf(field, (cell) => `{row.${cell}}`).map(({ type, ...column }) => ({
      ...column,
      cellType: type,
    })),
  };
}

function cellsOf({ fields = {} }: PublishedField, naming: Naming): Json[] {
  return Object.entries(fields).map(([name, cell]) => questionOf(name, cell, naming));
}

/** A condition in the words of SurveyJS. */
function expressionOf(condition: Condition, naming: Naming): string {
  if ('all' in condition) return joined(condition.all, 'and', naming);
  if ('some' in condition) return joined(condition.some, 'or', naming);
  const named = naming(condition.field);
  if ('is' in condition) return `${named} = ${quoted(condition.is)}`;
  if ('includes' in condition) return `${named} contains ${quoted(condition.includes)}`;
  if ('isNot' in condition) return `(${named} notempty and ${named} <> ${quoted(condition.isNot)})`;
  if ('answered' in condition) return `${named} ${condition.answered ? 'notempty' : 'empty'}`;
  if ('atLeast' in condition) return `${named} >= ${condition.atLeast}`;
  // There is no word for "in any row": that any row has an answer is as near as it comes without code.
  return `${named} notempty`;
}

function joined(parts: readonly Condition[], word: 'and' | 'or', naming: Naming): string {
  return `(${parts.map((part) => expressionOf(part, naming)).join(` ${word} `)})`;
}

function quoted(value: string | number | boolean): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
