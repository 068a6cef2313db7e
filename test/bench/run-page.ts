import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import * as z from 'zod/mini';
import { questions, stepsOf } from '../../forms/derived/page.ts';
import { fieldsOf, type PublishedForm } from '../../forms/grammar/published.ts';
import { controls, inputs } from '../../forms/kinds/all.ts';
import { type GatewayEvent, visitEvent } from './events.ts';
import { cpuMsSince, offer } from './operations.ts';
import { form } from './samples.ts';

// Pages of forms, rendered over and over: the real function from its bundle, and the questions of a form of
// forty fields, which no form has yet, with the same code from its source.
const { BENCH_MODULE: module = '' } = process.env;
const loaded: { readonly handler: (event: GatewayEvent, context: object) => Promise<unknown> } = await import(
  module
);
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
const [fortyStep] = stepsOf(forty);
if (fortyStep === undefined) throw new Error('expected a step, got none');
const pages = {
  visit: () => loaded.handler(visitEvent(), {}),
  forty: () => renderToString(h('main', null, questions(fortyStep, { inputs, controls }, state))),
  template: () => templateOf(forty),
};

/** The same questions as a bare template: no controls of kinds, no conditions, nothing that could be wrong. */
function templateOf(of: PublishedForm): string {
  const lines = fieldsOf(of).map(
    ([name, field]) =>
      `<div class="field"><label for="${name}">${escaped(field.label.sv)}</label>${
        field.hint ? `<p class="hint" id="${name}-hint">${escaped(field.hint.sv)}</p>` : ''
      }<input type="text" id="${name}" name="${name}" value="" autocomplete="off"></div>`,
  );
  return `<main><section><h2>${escaped(of.title.sv)}</h2>${lines.join('')}</section></main>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const asking = z.object({ calls: z.int(), page: z.enum(['visit', 'forty', 'template']) });

/** CPU milliseconds per page. */
async function measure(input: unknown): Promise<number> {
  const { calls, page } = asking.parse(input);
  const before = process.cpuUsage();
  for (let call = 0; call < calls; call += 1) await pages[page]();
  return cpuMsSince(before) / calls;
}

offer({ measure, visit: pages.visit });
