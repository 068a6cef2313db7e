import { expect, test } from 'vitest';
import { publishedEverything } from '../../test/everything-form.ts';
import { all, answered, anyRow, atLeast, includes, is, isNot, missing, some } from '../grammar/conditions.ts';
import { conditionStyle } from './style.ts';

const style = (shownWhen: object) => {
  const [section, ...others] = publishedEverything.sections;
  const later = { ...section?.fields.title, shownWhen };
  const last = { title: section?.title, fields: { later, free: section?.fields.title } };
  const sections = JSON.parse(JSON.stringify([section, ...others, last]));
  return conditionStyle({ ...publishedEverything, sections })
    .split('\n')
    .find((rule) => rule.includes('"later"'));
};
const hidden = ' [data-asks="later"]:not(.row *){display:none}';

test.each([
  [
    is('colour', 'red'),
    ':not(:has([name="colour"][value="red"]:is(:checked,[type=hidden]),[name="colour"] option[value="red"]:checked))',
  ],
  [is('sure', true), '[name="sure"][value="yes"]'],
  [isNot('colour', 'red'), ':not(:has([name="colour"]:is('],
  [includes('others', 'red'), '[name="others"][value="red"]'],
  [answered('web'), ':not(:has([name="web"]:is('],
  [missing('web'), ':not(:not(:has([name="web"]:is('],
  [all(is('colour', 'red'), is('sure', false)), ':not(:is(:has([name="colour"]'],
  [some(is('colour', 'red'), is('sure', false)), ':not(:is(:has([name="colour"]'],
  [anyRow('table', is('priority', 3)), '[name^="table."][name$=".priority"][value="3"]'],
])('%j hides its question while it does not hold', (condition, selector) => {
  expect(style(condition)).toContain(selector);
  expect(style(condition)?.startsWith('#page-form:not(')).toBe(true);
  expect(style(condition)?.endsWith(hidden)).toBe(true);
});

test('a number cannot be compared in a style sheet: the question stands, and is left out if it was not asked', () => {
  expect(style(atLeast('n_old', 1))).toBe(`#page-form:not(*)${hidden}`);
});

test('a form without conditions has no style of its own', () => {
  const sections = [{ title: publishedEverything.title, fields: {} }];
  expect(conditionStyle({ ...publishedEverything, sections })).toBe('');
});

test('a condition in a row looks at its own row only', () => {
  expect(conditionStyle(publishedEverything)).toContain(
    '[data-asks="people"] .row:not(:has([name$=".role"][value="red"]',
  );
});
