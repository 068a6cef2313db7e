import fc from 'fast-check';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { publishedEverything } from '../../test/everything-form.ts';
import { fieldsOf } from '../grammar/form-parts.ts';
import { problemCodes } from '../grammar/problem.ts';
import { loadForm, type PublishedForm } from '../grammar/published.ts';
import { checks, controls, inputs, shows } from '../kinds/all.ts';
import { publications } from '../published/index.ts';
import { rules } from '../rules/all.ts';
import { scores } from '../scores/all.ts';
import { readerOf } from './answers.ts';
import { answersShown, isAskedIn, type PageState, questions, stepsOf, typedCarried } from './page.ts';
import { problemSummary } from './problem-summary.ts';

// The first version, which is small and has one of most that a form can have.
const found = await loadForm(publications, 'participants', 1);
if (found === undefined) throw new Error('expected participants to be published');
const words = { sv: 'Ämnen', en: 'Topics' };
const topics = {
  kind: 'choices',
  label: words,
  wanted: 'optional',
  zone: 'analytic',
  list: 'topics',
  options: [
    { code: 'lean', sv: 'Lean & flöde', en: 'Lean & flow' },
    { code: 'ai', sv: 'AI', en: 'AI' },
  ],
} as const;
const form: PublishedForm = { ...found, sections: [...found.sections, { title: words, fields: { topics } }] };

const [step] = stepsOf(form);
if (step === undefined) throw new Error('expected a step, got none');

const page = (state: Partial<PageState>) =>
  renderToString(
    h(
      'main',
      null,
      questions(step, { inputs, controls }, { lang: 'sv', typed: {}, answers: {}, problems: [], ...state }),
    ),
  );

describe('the questions', () => {
  test('have a label each, and a legend where there are several controls', () => {
    const html = page({});
    expect(html).toContain('<label for="activity">Vilken aktivitet?</label>');
    expect(html).toMatch(
      /<fieldset class="field" [^>]*id="topics"[^>]*><legend>Ämnen<span class="note"> \(frivilligt\)<\/span><\/legend>/,
    );
    expect(html).toContain('Lean &amp; flöde');
  });

  test('keep what was typed, in boxes too', () => {
    const html = page({ typed: { activity: '<b>"&', topics: ['ai'] } });
    expect(html).toContain('value="&lt;b>&quot;&amp;"');
    expect(html).toMatch(/value="ai" checked/);
    expect(html).not.toMatch(/value="lean" checked/);
  });

  test('stand with their problem, also when it is one of their parts that is wrong', () => {
    const message = { sv: 'Välj rätt.', en: 'Choose right.' };
    const problems = [{ path: 'topics.1', code: problemCodes.notInList, message }];
    expect(page({ problems })).toMatch(
      /<fieldset class="field wrong" data-asks="topics" id="topics" tabindex="-1" aria-describedby="topics-problem">/i,
    );
    const summary = renderToString(problemSummary(fieldsOf(form), { lang: 'en', problems, typed: {} }));
    expect(summary).toContain('<a href="#topics">Topics: Choose right.</a>');
  });
});

describe('a step whose questions depend on others', () => {
  const yesNo = { kind: 'yes-no', label: words, wanted: 'required', zone: 'analytic' } as const;
  const [first, step] = stepsOf({
    sections: [
      { title: words, step: true, fields: { done: yesNo } },
      {
        title: words,
        step: true,
        fields: {
          paid: { ...yesNo, shownWhen: { field: 'done', is: true } },
          much: { ...yesNo, shownWhen: { field: 'paid', is: true } },
          late: {
            ...yesNo,
            shownWhen: {
              all: [
                { field: 'done', is: true },
                { field: 'paid', answered: false },
              ],
            },
          },
        },
      },
    ],
  });
  if (first === undefined || step === undefined) throw new Error('expected two steps, got fewer');
  const state = (answers: object): PageState => ({
    lang: 'sv',
    typed: {},
    answers: { ...answers },
    problems: [],
  });

  test('has those that may unfold', () => {
    expect(isAskedIn(step, state({ done: true }))).toBe(true);
    const html = renderToString(
      h('main', null, questions(step, { inputs, controls }, state({ done: true }))),
    );
    expect(html.match(/data-asks="\w+"/g)).toEqual([
      'data-asks="paid"',
      'data-asks="much"',
      'data-asks="late"',
    ]);
  });

  test('is none where what they depend on is not asked either', () => {
    expect(isAskedIn(step, state({ done: false }))).toBe(false);
    expect(isAskedIn(step, state({}))).toBe(false);
  });

  test('may be asked while what they depend on is being answered', () => {
    expect(isAskedIn(step, state({}), first)).toBe(true);
  });
});

test('what is carried on is what was typed, what is shown is in words', () => {
  const typed = { activity: 'Å "x"', n_men: '1 200', topics: ['lean', 'ai'] };
  const state = { lang: 'sv', typed, answers: {}, problems: [] } as const;
  const html = renderToString(typedCarried(form, state));
  expect(html.match(/name="topics"/g)).toHaveLength(2);
  expect(html).toContain('<input type="hidden" name="n_men" value="1 200"');
  const answers = { activity: 'Å "x"', n_men: 1200, topics: ['lean', 'ai'] };
  const shown = renderToString(answersShown(fieldsOf(form), shows, { answers, lang: 'sv' }));
  expect(shown).toContain('<dd>Lean &amp; flöde, AI</dd>');
  expect(shown).toContain('<dd>1\u00a0200</dd>');
});

test('a page’s empty boxes and rows are no answer; a program’s empty list is wrong', () => {
  const reader = readerOf(form, { checks, scores, rules });
  const problemsOf = (sent: Record<string, unknown>, hidden: 'program' | 'page') => {
    const reading = reader.read(sent, hidden);
    return 'problems' in reading ? reading.problems.filter(({ path }) => path.startsWith('topics')) : [];
  };
  expect(problemsOf({ topics: ['', ' '] }, 'page')).toEqual([]);
  expect(problemsOf({ topics: [] }, 'program')).toMatchObject([{ path: 'topics', code: '422.5' }]);
});

describe('whatever is typed', () => {
  const reader = readerOf(publishedEverything, { checks, scores, rules });
  const steps = stepsOf(publishedEverything);

  /** Every page that shows what was typed, with this text in every place that takes one. */
  function pagesWith(text: string): string {
    const typed = { ...everyText(text), others: ['red'], people: { 0: { name: text, role_note: text } } };
    const table = { quality: { priority: text, words: text }, energy: { words: text } };
    const state = { lang: 'sv', typed: { ...typed, table }, answers: {}, problems: [] } as const;
    const answers = {
      title: text,
      note: text,
      people: [{ name: text }],
      table: { quality: { words: text } },
    };
    const fields = fieldsOf(publishedEverything);
    return renderToString(
      h('main', null, [
        steps.map((each) => questions(each, { inputs, controls }, state)),
        steps.map((each) => typedCarried(publishedEverything, state, each)),
        answersShown(fields, shows, { answers, lang: 'sv' }),
        typedCarried(publishedEverything, state),
      ]),
    );
  }

  const everyText = (text: string) =>
    Object.fromEntries(fieldsOf(publishedEverything).map(([name]) => [name, text]));
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

  test('stands on every page as text, and changes nothing around it', () => {
    const plain = pagesWith('xyzzy');
    expect(plain.match(/xyzzy/g)?.length).toBeGreaterThan(30);
    // What it ends with stands nowhere in the markup, so that the text is found only where it was put.
    const hostile = fc.stringMatching(/^[<>"'&=/;`{}!\-a-z]{5,40}$/).map((text) => `${text}xq7`);
    const known = ['</textarea><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onfocus='x"];
    fc.assert(
      fc.property(fc.oneof(hostile, fc.constantFrom(...known)), (text) => {
        expect(pagesWith(text).replaceAll(escaped(text), 'xyzzy')).toBe(plain);
      }),
      { numRuns: 300 },
    );
  });

  test('that is wrong is told without being repeated', () => {
    const reading = reader.read({ ...everyText('xyzzy'), people: { 0: { name: '811228-9874' } } }, 'page');
    expect(JSON.stringify(reading)).not.toMatch(/xyzzy|9874/);
  });
});
