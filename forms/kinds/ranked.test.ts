import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { complaintOf } from '../grammar/check.ts';
import { check, input, show } from './ranked.ts';

const words = { sv: 'Fråga', en: 'Question' };
const options = [
  { code: 'automation', sv: 'Automation', en: 'Automation' },
  { code: 'ai', sv: 'AI', en: 'AI' },
  { code: 'export', sv: 'Export', en: 'Export' },
  { code: 'other', sv: 'Annat', en: 'Other' },
];
const field = {
  kind: 'ranked',
  label: words,
  wanted: 'optional',
  zone: 'analytic',
  options,
  max: 3,
} as const;

test.each([
  [
    ['ai', 'automation'],
    ['ai', 'automation'],
  ],
  [{ 1: 'ai', 2: '', 3: 'export' }, ['ai', 'export']],
  [{ 3: 'export', 1: 'ai' }, ['ai', 'export']],
])('%o is read as %o', (sent, stored) => {
  expect(check(field).safeParse(sent)).toEqual({ success: true, data: stored });
});

test.each([
  [['ai', 'export', 'ai'], '2', '422.12', 'the same twice'],
  [{ 1: 'ai', 2: '', 3: 'ai' }, '3', '422.12', 'the same twice on a page'],
  [['ai', 'bowling'], '1', '422.5', 'no option'],
  [['ai', null], '1', '422.5', 'nothing'],
  [['ai', ''], '1', '422.5', 'an empty text from a program'],
  [[], '', '422.6', 'none'],
  [options.map(({ code }) => code), '', '422.6', 'too many'],
  [{ 1: 'ai', 4: 'export' }, '', '422.3', 'a place that is not there'],
  ['ai', '', '422.3', 'no list'],
])('%o is refused at "%s" with %s: %s', (sent, path, code, _why) => {
  const [issue] = check(field).safeParse(sent).error?.issues ?? [];
  expect(issue?.path.join('.')).toBe(path);
  expect(complaintOf(issue).code).toBe(code);
});

test('is shown in its order', () => {
  expect(show(field, ['automation', 'ai'], 'sv')).toBe('1. Automation, 2. AI');
});

test('has a select for each place, and marks the one that is wrong', () => {
  const html = renderToString(
    h(
      'main',
      null,
      input(
        { ...field, max: 4 },
        {
          id: 'f',
          name: 'f',
          typed: { 1: 'ai', 2: 'ai' },
          lang: 'sv',
          describedBy: undefined,
          invalid: true,
          problems: [{ path: 'f.2', code: '422.12', message: words }],
          kinds: { inputs: {}, controls: {} },
        },
      ),
    ),
  );
  expect(html).toContain('<label for="f.1">Viktigast</label><select id="f.1" name="f.1">');
  expect(html).toContain(
    '<label for="f.2">Näst viktigast</label><select id="f.2" name="f.2" aria-invalid="true">',
  );
  expect(html).toContain('<label for="f.4">Plats 4</label>');
  expect(html.match(/<option value="ai" selected/g)).toHaveLength(2);
});
