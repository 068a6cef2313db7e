import * as z from 'zod/mini';
import { shortName } from '../../grammar/form-parts.ts';
import type { PublishedField } from '../../grammar/published.ts';
import { isValues, type Values } from '../../grammar/reading.ts';
import type { Lang } from '../../grammar/words.ts';
import { type Answered, largest, listOf, outOf } from './answered.ts';
import type { CompanyReport, Point, Points, Row } from './model.ts';
import { shortened } from './shortened.ts';

const words = {
  title: { sv: 'Företagets behov efter besöket', en: 'The needs of the company after the visit' },
  caption: { sv: 'Behov, de viktigaste först', en: 'Needs, the most important first' },
  area: { sv: 'Område', en: 'Area' },
  need: { sv: 'Behov', en: 'Need' },
  state: { sv: 'Nuläge', en: 'State' },
  support: { sv: 'Vill ha stöd', en: 'Wants support' },
  further: { sv: 'Ytterligare behov', en: 'Further needs' },
  none: { sv: 'Inget behov', en: 'No need' },
  unanswered: { sv: 'Ej svarat', en: 'Not answered' },
  strengths: { sv: 'Styrkor', en: 'Strengths' },
  noStrengths: {
    sv: 'Inget område utan stort behov har kommit längre än de andra.',
    en: 'No area without a large need has come further than the others.',
  },
  top: { sv: 'De tre viktigaste behoven', en: 'The three most important needs' },
  noTop: { sv: 'Inget behov är angivet.', en: 'No need was stated.' },
  next: { sv: 'Rekommenderade nästa steg', en: 'Recommended next steps' },
  noNext: { sv: 'Inget nästa steg är föreslaget.', en: 'No next step has been proposed.' },
};

const challengeMax = 100;
const agreedMax = 200;
/** More are named below the table. */
const rowsMax = 14;
/** Above this a need is large. */
const largeFrom = 2;

const scale = z.object({ from: z.int(), to: z.int() });

/** An area, and what was answered of it. */
interface Area {
  readonly code: string;
  readonly name: string;
  readonly cells: Values;
  readonly priority: number | undefined;
  readonly state: number | undefined;
}

/** A picture of a company's needs after a visit. Nothing in it is about the people who were met. */
export function needsAnalysisReport(answered: Answered, company: string): CompanyReport {
  const { lang, answers } = answered;
  const field = answered.field('areas');
  const areas = areasIn(answered, field);
  const ranked = (Array.isArray(answers.top3) ? answers.top3 : []).flatMap((code) =>
    areas.filter((area) => area.code === code),
  );
  const needs = areas.filter(({ priority = 0 }) => priority > 0);
  const others = largest(
    needs.filter((area) => !ranked.includes(area)),
    ({ priority = 0 }) => priority,
    needs.length,
  );
  const inOrder = [...ranked, ...others];
  return {
    title: words.title[lang],
    company,
    facts: answered.named('visit_date', 'visit_mode', 'method', 'development_status'),
    figures: ['maturity_pe', 'maturity_dig', 'maturity_aut'].map((name) => ({
      name: shortName(answered.field(name))[lang],
      value: stepShown(answered, answered.field(name), answers[name]),
    })),
    cautions: [],
    chart: undefined,
    table: {
      caption: words.caption[lang],
      columns: [words.area[lang], words.need[lang], words.state[lang], words.support[lang]],
      rows: inOrder.slice(0, rowsMax).map((area) => rowOf(answered, field, area, ranked.indexOf(area))),
      notes: notesOf(answered, field, { areas, unshown: inOrder.slice(rowsMax) }),
    },
    also: { title: words.support[lang], list: [] },
    strengths: {
      title: words.strengths[lang],
      points: strengthsIn(areas).map((area) => ({
        title: area.name,
        text: `${words.state[lang]}: ${stepShown(answered, cellOf(field, 'current_state'), area.state)}`,
      })),
      none: words.noStrengths[lang],
    },
    gaps: {
      title: words.top[lang],
      points: (ranked.length > 0 ? ranked : others.slice(0, 3)).map(pointOf),
      none: words.noTop[lang],
    },
    recommendations: nextSteps(answered),
    method: methodOf(answered, field),
  };
}

function cellOf(field: PublishedField, name: string): PublishedField {
  const cell = field.fields?.[name];
  if (cell === undefined) throw new Error(`expected the areas of a needs analysis to have ${name}`);
  return cell;
}

function areasIn({ answers, lang }: Answered, field: PublishedField): Area[] {
  const rows = isValues(answers.areas) ? answers.areas : {};
  return listOf(field).map(({ code, ...name }) => {
    const row = rows[code];
    const cells = isValues(row) ? row : {};
    return {
      code,
      name: name[lang],
      cells,
      priority: typeof cells.priority === 'string' ? Number(cells.priority) : undefined,
      state: typeof cells.current_state === 'number' ? cells.current_state : undefined,
    };
  });
}

/** A step of a scale and its highest, `2 av 5`, or why there is none. */
function stepShown(answered: Answered, field: PublishedField, value: unknown): string {
  if (typeof value !== 'number') return answered.shownAs(field, value);
  return outOf(value, scale.parse(field).to, answered.lang);
}

function rowOf(answered: Answered, field: PublishedField, area: Area, rank: number): Row {
  const { priority = 0, cells } = area;
  return {
    ...(rank >= 0 && { mark: String(rank + 1) }),
    name: area.name,
    cells: [
      { text: String(priority), step: priority, highest: listOf(cellOf(field, 'priority')).length - 1 },
      stepShown(answered, cellOf(field, 'current_state'), cells.current_state),
      answered.shownAs(cellOf(field, 'wants_support'), cells.wants_support),
    ],
  };
}

/** The needs there was no row for, with their size, the areas without a need, and those that everybody answers and that were not. */
function notesOf(
  { lang }: Answered,
  { mandatory = [] }: PublishedField,
  { areas, unshown }: { readonly areas: readonly Area[]; readonly unshown: readonly Area[] },
): string[] {
  const lineOf = (title: string, found: readonly Area[]) =>
    found.length === 0 ? [] : [`${title}: ${found.map(({ name }) => name).join(' · ')}.`];
  const unanswered = areas.filter(({ code, priority }) => priority === undefined && mandatory.includes(code));
  const sized = unshown.map((area) => ({ ...area, name: `${area.name} (${area.priority})` }));
  return [
    ...lineOf(words.further[lang], sized),
    ...lineOf(
      words.none[lang],
      areas.filter(({ priority }) => priority === 0),
    ),
    ...lineOf(words.unanswered[lang], unanswered),
  ];
}

/** The areas in which the company has come further than in others, and needs little; what is not rated may need much. */
function strengthsIn(areas: readonly Area[]): Area[] {
  const known = areas.filter(({ state }) => state !== undefined);
  const mean = known.reduce((sum, { state = 0 }) => sum + state, 0) / known.length;
  return largest(
    known.filter(({ state = 0, priority = largeFrom }) => state > mean && priority < largeFrom),
    ({ state = 0 }) => state,
  );
}

function pointOf({ name, cells }: Area): Point {
  const challenge = cells.challenge_text;
  return {
    title: name,
    text: typeof challenge === 'string' ? shortened(challenge, challengeMax) : undefined,
  };
}

function nextSteps({ answers, lang, field }: Answered): Points {
  const proposed = Array.isArray(answers.proposed_next) ? answers.proposed_next : [];
  const steps = listOf(field('proposed_next')).filter(
    ({ code }) => code !== 'none' && proposed.includes(code),
  );
  const agreed = answers.agreed_actions;
  const title = shortName(field('agreed_actions'))[lang];
  return {
    title: words.next[lang],
    ...(typeof agreed === 'string' && { intro: `${title}: ${shortened(agreed, agreedMax)}` }),
    points: steps.map((step) => ({ title: step[lang] })),
    none: words.noNext[lang],
  };
}

function methodOf(answered: Answered, field: PublishedField): string[] {
  const { lang } = answered;
  const sizes = listOf(cellOf(field, 'priority')).map(({ code, ...name }) => `${code} ${name[lang]}`);
  const { from, to } = scale.parse(cellOf(field, 'current_state'));
  const assessor = answered.shown('maturity_basis');
  const texts: Readonly<Record<Lang, readonly string[]>> = {
    sv: [
      `Behov: ${sizes.join(' · ')}. Nuläge är ett steg från ${from} (inte påbörjat) till ${to} (utvecklas ständigt). Mognaden bedömdes av: ${assessor}.`,
      'De tre viktigaste behoven är de som företaget rangordnade vid besöket; de övriga står efter hur stora de är. En styrka är ett område utan stort behov där nuläget är över medel av dem som har ett.',
    ],
    en: [
      `Need: ${sizes.join(' · ')}. State is a step from ${from} (not started) to ${to} (continuously improving). The maturity was assessed by: ${assessor}.`,
      'The three most important needs are those that the company ranked during the visit; the others stand by how large they are. A strength is an area without a large need whose state is above the mean of those that have one.',
    ],
  };
  return [...texts[lang]];
}
