import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import * as z from 'zod/mini';
import { questions, type Step, stepsOf } from '../../forms/derived/page.ts';
import { fieldsOf } from '../../forms/grammar/form-parts.ts';
import { loadForm, type PublishedForm } from '../../forms/grammar/published.ts';
import { controls, inputs } from '../../forms/kinds/all.ts';
import { publications } from '../../forms/published/index.ts';
import { evaluationQuery, type GatewayEvent, visitEvent } from './events.ts';
import { cpuMsSince, offer } from './operations.ts';
import { form } from './samples.ts';

// Pages of forms, rendered over and over: the real function from its bundle, and the questions of a form of forty
// fields and of the largest step there is, with the same code from its source.
const { BENCH_MODULE: module = '' } = process.env;
const loaded: { readonly handler: (event: GatewayEvent, context: object) => Promise<unknown> } = await import(
  module
);
const needs = await loadForm(publications, 'needs-analysis');
if (needs === undefined) throw new Error('expected needs-analysis to be published, got nothing');
const answer = z.object({ statusCode: z.literal(200), body: z.string() });
const forty = widened(form, 40);

/** The form with its fields repeated, under other names, until there are so many. */
function widened(from: PublishedForm, count: number): PublishedForm {
  const fields = fieldsOf(from);
  const many = Array.from({ length: count }, (_, index) => {
    const [name, field] = fields[index % fields.length] ?? [];
    if (name === undefined || field === undefined) throw new Error('expected a form with fields, got none');
    return [`${name}_${index}`, field] as const;
  });
  return { ...from, sections: [{ title: from.title, fields: Object.fromEntries(many) }] };
}

const state = { lang: 'sv', typed: {}, answers: {}, problems: [] } as const;

function rendered(step: Step): string {
  return renderToString(h('main', null, questions(step, { inputs, controls }, state)));
}

function largestStep(of: PublishedForm): Step {
  const [largest] = stepsOf(of).toSorted(
    (one, other) => questionsIn(rendered(other)) - questionsIn(rendered(one)),
  );
  if (largest === undefined) throw new Error('expected a step, got none');
  return largest;
}

/** Each question has its place, those in a table's rows too. */
function questionsIn(html: string): number {
  return html.split('data-asks=').length - 1;
}

async function visited(event: GatewayEvent): Promise<string> {
  return answer.parse(await loaded.handler(event, {})).body;
}

const fortyStep = largestStep(forty);
const needsStep = largestStep(needs);
const pages = {
  participants: () => visited(visitEvent('participants')),
  evaluation: () => visited(visitEvent('evaluation', evaluationQuery)),
  needs: () => rendered(needsStep),
  forty: () => rendered(fortyStep),
  template: () => templateOf(forty),
};

/** The same questions as a bare template: no controls of kinds, no conditions, nothing that could be wrong. */
function templateOf(of: PublishedForm): string {
  const lines = fieldsOf(of).map(
    ([name, field]) =>
      `<div class="field" data-asks="${name}"><label for="${name}">${escaped(field.label.sv)}</label>${
        field.hint ? `<p class="hint" id="${name}-hint">${escaped(field.hint.sv)}</p>` : ''
      }<input type="text" id="${name}" name="${name}" value="" autocomplete="off"></div>`,
  );
  return `<main><section><h2>${escaped(of.title.sv)}</h2>${lines.join('')}</section></main>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const asking = z.object({
  calls: z.int(),
  page: z.enum(['participants', 'evaluation', 'needs', 'forty', 'template']),
});

/** CPU milliseconds per page. */
async function measure(input: unknown): Promise<number> {
  const { calls, page } = asking.parse(input);
  const before = process.cpuUsage();
  for (let call = 0; call < calls; call += 1) await pages[page]();
  return cpuMsSince(before) / calls;
}

async function counted() {
  const counts = Object.entries(pages).map(
    async ([name, render]) => [name, questionsIn(await render())] as const,
  );
  return Object.fromEntries(await Promise.all(counts));
}

offer({ measure, questions: counted });
