import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { problemCodes } from '../grammar/problem.ts';
import { fieldsOf, loadForm, type PublishedForm } from '../grammar/published.ts';
import { checks, controls, inputs, shows, writers } from '../kinds/all.ts';
import { publications } from '../published/index.ts';
import { scores } from '../scores/all.ts';
import { readerOf } from './answers.ts';
import { answersCarried, answersShown, type PageState, problemSummary, questions, stepsOf } from './page.ts';

const found = await loadForm(publications, 'participants');
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

  test('keep what was typed, in boxes too, and never a number that may be a personnummer', () => {
    const html = page({ typed: { activity: '<b>"&', company_name: '811228-9875', topics: ['ai'] } });
    expect(html).toContain('value="&lt;b>&quot;&amp;"');
    expect(html).not.toContain('9875');
    expect(html).toMatch(/value="ai" checked/);
    expect(html).not.toMatch(/value="lean" checked/);
  });

  test('stand with their problem, also when it is one of their parts that is wrong', () => {
    const message = { sv: 'Välj rätt.', en: 'Choose right.' };
    const problems = [{ path: 'topics.1', code: problemCodes.notInList, message }];
    expect(page({ problems })).toMatch(
      /<fieldset class="field wrong" data-asks="topics" id="topics" tabindex="-1" aria-describedby="topics-problem">/i,
    );
    const summary = renderToString(problemSummary(fieldsOf(form), { lang: 'en', problems }));
    expect(summary).toContain('<a href="#topics">Topics: Choose right.</a>');
  });
});

test('what is carried on is read back the same, what is shown is in words', () => {
  const answers = { activity: 'Å "x"', n_men: 1200, topics: ['lean', 'ai'] };
  const html = renderToString(answersCarried(form, writers, answers));
  expect(html.match(/name="topics"/g)).toHaveLength(2);
  expect(html).toContain('<input type="hidden" name="n_men" value="1200"');
  const shown = renderToString(answersShown(fieldsOf(form), shows, answers, 'sv'));
  expect(shown).toContain('<dd>Lean &amp; flöde, AI</dd>');
  expect(shown).toContain('<dd>1\u00a0200</dd>');
});

test('a page’s empty boxes and rows are no answer; a program’s empty list is wrong', () => {
  const reader = readerOf(form, { checks, scores });
  const problemsOf = (sent: Record<string, unknown>, hidden: 'program' | 'page') => {
    const reading = reader.read(sent, hidden);
    return 'problems' in reading ? reading.problems.filter(({ path }) => path.startsWith('topics')) : [];
  };
  expect(problemsOf({ topics: ['', ' '] }, 'page')).toEqual([]);
  expect(problemsOf({ topics: [] }, 'program')).toMatchObject([{ path: 'topics', code: '422.5' }]);
});
