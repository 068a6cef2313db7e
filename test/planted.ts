import type { ZoneName } from '../forms/grammar/field.ts';
import type { PublishedField, PublishedForm } from '../forms/grammar/published.ts';
import { judge, type PublishedRule } from '../forms/grammar/rules.ts';
import { rules } from '../forms/rules/all.ts';
import { plantedAnswer, type Trace } from './planted/values.ts';
import {
  against,
  type Fields,
  isFulfilled,
  together,
  type Wishes,
  withCondition,
  withQuestion,
} from './planted/wishes.ts';

// Right answers to any form that has words in it which stand nowhere else: whoever finds one knows where it came from.

export type Owner = 'company' | 'soleTrader';

/** Something that is recognised, and the answer it is in. */
export interface Mark extends Trace {
  /** `field`, or `field.row.cell` in a table. */
  readonly path: string;
  /** Where the declaration says that this answer may go. */
  readonly zone: ZoneName;
}

/** One set of answers. */
export interface Planted {
  readonly owner: Owner;
  /** As a program sends them. */
  readonly sent: Readonly<Record<string, unknown>>;
  readonly marks: readonly Mark[];
  /** Every question that is answered: `field`, or `field.cell` in a table. */
  readonly asked: ReadonlySet<string>;
}

/**
 * As few sets of answers as it takes to answer every question that such an owner can be asked; `label` makes all their
 * words other ones.
 */
export function plant(form: PublishedForm, owner: Owner, label: string): Planted[] {
  const fields: Fields = Object.assign({}, ...form.sections.map((section) => section.fields));
  const missing = new Set(questionsIn(fields));
  const sets: Planted[] = [];

  /** Answers as much that was not asked before as there can be; undefined when that is nothing. */
  function more(start: Wishes, isFirst: boolean): Planted | undefined {
    const wishes = [...missing].reduce((all, question) => withPath(question, all, fields), start);
    const set = plantSet(form, owner, { fields, wishes, label: `${label} ${sets.length}` });
    const isNew = [...set.asked].some((question) => missing.has(question));
    for (const question of set.asked) missing.delete(question);
    return isNew || isFirst ? set : undefined;
  }
  for (const start of startsOf(form, owner, fields)) {
    // Each way to be such an owner at least once.
    for (let set = more(start, true); set !== undefined; set = more(start, false)) sets.push(set);
  }
  return sets;
}

/** The words in answers, of all zones or of one. */
export function wordsOf(sets: readonly Pick<Planted, 'marks'>[], zone?: ZoneName): string[] {
  const words = sets.flatMap(({ marks }) => marks).filter(({ is }) => is === 'word');
  return words.filter((mark) => zone === undefined || mark.zone === zone).map(({ text }) => text);
}

/** Every question of a form: `field`, or `field.cell` in a table; not what is computed. */
export function questionsOf(form: PublishedForm): string[] {
  return form.sections.flatMap(({ fields }) => questionsIn(fields));
}

function questionsIn(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind === 'computed') return [];
    return [name, ...Object.keys(field.fields ?? {}).map((cell) => `${name}.${cell}`)];
  });
}

/** The ways to be such an owner. */
function startsOf({ soleTrader }: PublishedForm, owner: Owner, fields: Fields): Wishes[] {
  if (owner === 'company') return [soleTrader === undefined ? {} : against(soleTrader)];
  return soleTrader === undefined ? [] : withCondition(soleTrader, {}, fields);
}

/** Wishes with which the question is asked as well, where that is possible beside the others. */
function withPath(question: string, wishes: Wishes, fields: Fields): Wishes {
  const [name = '', cell] = question.split('.');
  const asked = withQuestion(name, wishes, fields) ?? wishes;
  const { fields: cells = {} } = fields[name] ?? {};
  const condition = cell === undefined ? undefined : cells[cell]?.shownWhen;
  const [rows] = condition === undefined ? [] : withCondition(condition, asked[name]?.rows ?? {}, cells);
  return (rows && together(asked, { [name]: { rows } })) ?? asked;
}

interface Making {
  readonly fields: Fields;
  readonly wishes: Wishes;
  readonly label: string;
}

function plantSet(form: PublishedForm, owner: Owner, { fields, wishes, label }: Making): Planted {
  const at = `${form.id} ${owner} ${label}`;
  const silent = silencedBy(form, plantFields(fields, wishes, at));
  const planted = plantFields(fields, { ...wishes, ...silent }, at);
  const { sent, answers } = keepingRules(form, planted);
  const isPerson = form.soleTrader !== undefined && isFulfilled(form.soleTrader, sent);
  if (isPerson !== (owner === 'soleTrader'))
    throw new Error(`expected the answers of a ${owner}, got others`);
  const marks = answers.flatMap(({ path, field, traces }) =>
    traces.map((trace) => ({ ...trace, path: path.join('.'), zone: zoneIn(field, owner) })),
  );
  return { owner, sent, marks, asked: new Set(answers.flatMap(({ path }) => questionsAt(path))) };
}

interface PlantedFields {
  readonly sent: Readonly<Record<string, unknown>>;
  readonly answers: readonly Answered[];
}

/** Wishes that leave out what a rule says has no answer beside the others: something else may be asked instead. */
function silencedBy({ rules: all }: PublishedForm, { sent }: PlantedFields): Wishes {
  const broken = all.filter(
    (rule) => rule.rule === 'unanswered-when@1' && judge(rule, sent, rules) !== undefined,
  );
  return Object.fromEntries(broken.map(({ fields: [name = ''] }) => [name, { answered: false }]));
}

/** Days in the order, and numbers as large, as the form's rules want; what breaks another rule is left out. */
function keepingRules({ rules: all }: PublishedForm, planted: PlantedFields): PlantedFields {
  // What one mends another may break.
  return [...all, ...all, ...all].reduce((found, rule) => {
    if (judge(rule, found.sent, rules) === undefined) return found;
    const [first = '', ...others] = rule.fields;
    if (rule.rule === 'not-after@1') return swapped(found, first, others[0] ?? '');
    if (rule.rule === 'rows-at-most@1') return rowsMended(found, rule, []);
    if (rule.rule === 'rows-add-up@1') return rowsMended(found, rule, others);
    if (rule.rule === 'rows-differ@1' && Array.isArray(rule.cells)) {
      return renumbered(found, first, String(rule.cells[0]), (index) => index + 1);
    }
    if (rule.rule === 'rows-sum-at-most@1') {
      return renumbered(found, first, String(rule.number), (_, rows) => Number(rule.most) / rows);
    }
    return /^(sum-at-most|adds-up)@/.test(rule.rule)
      ? summedUp(found, first, others)
      : without(found, rule.at);
  }, planted);
}

/** A cell that takes no number of its own, and so is the same in all rows, gets these. */
function renumbered(
  { sent, answers }: PlantedFields,
  table: string,
  cell: string,
  numberOf: (index: number, rows: number) => number,
): PlantedFields {
  const found: unknown = sent[table];
  const rows = Array.isArray(found) ? found : [];
  const numbered = rows.map((row, index) => ({ ...row, [cell]: numberOf(index, rows.length) }));
  return { sent: { ...sent, [table]: numbered }, answers };
}

function summedUp({ sent, answers }: PlantedFields, whole: string, parts: readonly string[]): PlantedFields {
  const sum = Number(parts.reduce((sofar, name) => sofar + Number(sent[name] ?? 0), 0).toFixed(4));
  const trace: Trace = { text: String(sum), is: 'value' };
  const summed = answers.map((each) => (each.path.join('.') === whole ? { ...each, traces: [trace] } : each));
  return { sent: { ...sent, [whole]: sum }, answers: summed };
}

/** In every row the whole is made the part, and in the first row also what the others are together. */
function rowsMended(
  { sent, answers }: PlantedFields,
  { rule, fields: [table = ''], cells }: PublishedRule,
  others: readonly string[],
): PlantedFields {
  const named: readonly string[] = Array.isArray(cells) ? cells.map(String) : [];
  const [whole = '', part = ''] = rule === 'rows-add-up@1' ? named : named.toReversed();
  const rest = others.reduce((sum, name) => sum + Number(sent[name] ?? 0), 0);
  const rows: unknown = sent[table];
  const mended = (Array.isArray(rows) ? rows : []).map((row, index) => ({
    ...row,
    [whole]: row[part] + (index === 0 ? rest : 0),
  }));
  return {
    sent: { ...sent, [table]: mended },
    answers: answers.map((each) => {
      const [name, row, cell] = each.path;
      if (name !== table || cell !== whole) return each;
      return { ...each, traces: [{ text: String(mended[Number(row)]?.[whole]), is: 'value' }] };
    }),
  };
}

function swapped({ sent, answers }: PlantedFields, first: string, second: string): PlantedFields {
  const tracesOf = (name: string) => answers.find(({ path }) => path.join('.') === name)?.traces ?? [];
  const other = new Map([
    [first, second],
    [second, first],
  ]);
  return {
    sent: { ...sent, [first]: sent[second], [second]: sent[first] },
    answers: answers.map((each) => {
      const name = other.get(each.path.join('.'));
      return name === undefined ? each : { ...each, traces: tracesOf(name) };
    }),
  };
}

function without({ sent, answers }: PlantedFields, name: string): PlantedFields {
  return {
    sent: Object.fromEntries(Object.entries(sent).filter(([own]) => own !== name)),
    answers: answers.filter(({ path }) => path[0] !== name),
  };
}

function zoneIn({ zone }: PublishedField, owner: Owner): ZoneName {
  return typeof zone === 'string' ? zone : zone[owner];
}

function questionsAt([name = '', , cell]: readonly string[]): string[] {
  return cell === undefined ? [name] : [name, `${name}.${cell}`];
}

interface Answered {
  readonly path: readonly string[];
  readonly field: PublishedField;
  readonly traces: readonly Trace[];
}

/** Answers to everything that is asked of these fields, in their order; `at` makes their words other ones. */
function plantFields(fields: Fields, wishes: Wishes, at: string) {
  const sent: Record<string, unknown> = {};
  const answers: Answered[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const wish = wishes[name] ?? {};
    const isAsked = field.shownWhen === undefined || isFulfilled(field.shownWhen, sent);
    // A record names none of its own form: it would have to be there before it.
    const isLeftOut =
      field.kind === 'computed' || (field.kind === 'reference' && at.startsWith(`${field.form} `));
    if (isLeftOut || wish.answered === false || !isAsked) continue;
    const place = `${at} ${name}`;
    if (field.fields === undefined) {
      const planted = plantedAnswer(field, { at: place, wish });
      sent[name] = planted.sent;
      answers.push({ path: [name], field, traces: planted.traces });
    } else {
      const rows = rowNames(field).map((row) => {
        const planted = plantFields(askedIn(field, row), wish.rows ?? {}, `${place} ${row}`);
        answers.push(...planted.answers.map((each) => ({ ...each, path: [name, row, ...each.path] })));
        return [row, planted.sent] as const;
      });
      sent[name] = field.items === undefined ? rows.map(([, row]) => row) : Object.fromEntries(rows);
    }
  }
  return { sent, answers };
}

/** Every row that has a name; two where they have none. */
function rowNames({ items }: PublishedField): string[] {
  return items?.map(({ code }) => code) ?? ['0', '1'];
}

/** What is not asked elsewhere and copied to the row. */
function askedIn({ fields = {}, given = {} }: PublishedField, row: string): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([cell]) => !Object.hasOwn(given[cell] ?? {}, row)),
  );
}
