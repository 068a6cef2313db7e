import { describe, expect, test } from 'vitest';
import { problemCodes } from '../../forms/grammar/problem.ts';
import { problemDetails, problems } from './problems.ts';

describe.each(Object.entries(problems))('%s', (code, { status, title, detail }) => {
  test('begins with its status, and says in both languages what happened and what to do', () => {
    expect(code.split('.')[0]).toBe(String(status));
    for (const words of [title, detail]) {
      expect(words.sv).not.toBe(words.en);
      for (const sentence of [words.sv, words.en]) expect(sentence).toMatch(/^[A-ZÅÄÖ]/);
    }
    for (const sentence of [detail.sv, detail.en]) expect(sentence).toMatch(/\.$/);
  });
});

test('a problem is what RFC 9457 says it is', () => {
  const field = { path: 'n_men', code: '422.6', message: { sv: 'Skriv.', en: 'Write.' } };
  expect(problemDetails('422', [field])).toEqual({
    type: 'urn:starkare-industri:problem:422',
    title: 'The answers need correcting',
    status: 422,
    detail: expect.any(String),
    code: '422',
    message: { sv: expect.stringContaining('rättas'), en: expect.stringContaining('correcting') },
    problems: [field],
  });
  expect(problemDetails('404.1')).not.toHaveProperty('problems');
});

test('codes of field problems are told from codes of problems', () => {
  for (const code of Object.values(problemCodes)) expect(Object.keys(problems)).not.toContain(code);
  expect(new Set(Object.values(problemCodes)).size).toBe(Object.keys(problemCodes).length);
});
