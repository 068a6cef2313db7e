import { describe, expect, test } from 'vitest';
import { problemDetails } from '../../functions/lambda/problems.ts';
import { loadForm, type PublishedForm } from '../grammar/published.ts';
import { jsonSchemas } from '../kinds/all.ts';
import { publications } from '../published/index.ts';
import { openApi } from './openapi.ts';

const published = await loadForm(publications, 'participants');
if (published === undefined) throw new Error('expected participants to be published');
const form: PublishedForm = { ...published, id: 'needs-analysis', version: 3 };

function documentOf(...forms: readonly PublishedForm[]) {
  return openApi({ version: '1.2.3', forms, schemas: jsonSchemas, problem: problemDetails });
}
const put = '/v1/forms/needs-analysis/submissions/{id}';
const post = '/v1/forms/needs-analysis/submissions';

describe('a form', () => {
  test('has addresses, operations and components that are named after it', () => {
    const { paths, components } = documentOf(form);
    expect(paths).toMatchObject({
      [put]: { put: { operationId: 'sendNeedsAnalysis' } },
      [post]: { post: { operationId: 'sendNeedsAnalysisBatch' } },
    });
    expect(components.schemas).toMatchObject({
      NeedsAnalysisAnswers: { type: 'object', title: form.title.en, 'x-version': 3 },
      NeedsAnalysisSubmission: { properties: { version: { const: 3 } } },
      NeedsAnalysisBatch: {},
    });
    expect(components.schemas).not.toHaveProperty(['NeedsAnalysisAnswers', '$schema']);
    expect(components.schemas).not.toHaveProperty(['NeedsAnalysisAnswers', '$id']);
  });

  test.each<[string, Partial<PublishedForm>, string[], string]>([
    ['of staff', {}, ['404.1', '404.2', '404.3', '422', '422.id', '422.id-time'], 'Staff send it'],
    ['for everybody', { send: 'public' }, ['404.2', '422', '422.id', '422.id-time'], 'Anybody'],
    [
      'with links, anonymous',
      { send: 'token', anonymous: true },
      ['404.1', '404.2', '422', '422.id', '422.id-day', '422.id-time'],
      'holds a link to it. It is anonymous',
    ],
  ])('%s says what only such a form answers', (_, own, codes, said) => {
    const { paths, components } = documentOf({ ...form, ...own });
    const operation = paths[put]?.put;
    if (operation === undefined) throw new Error(`expected PUT ${put}, there is none`);
    const names = ['404', '422'].map((status) => operation.responses[status].$ref.split('/').at(-1));
    const examples = names.flatMap((name) =>
      Object.keys(components.responses[name]?.content['application/problem+json'].examples ?? {}),
    );
    expect(examples).toEqual(codes);
    expect(operation.description).toContain(said);
  });
});

test('without forms there is what can be read, and no component that nothing refers to', () => {
  const { paths, components } = documentOf();
  expect(Object.keys(paths)).toEqual(['/v1/forms', '/v1/forms/{form}', '/v1/openapi.json', '/healthz']);
  expect(Object.keys(components.examples).toSorted()).toEqual(['403', '404.1', '500', '503']);
  const text = JSON.stringify({ paths, components });
  for (const [sort, all] of Object.entries(components)) {
    for (const name of Object.keys(all)) expect(text).toContain(`"#/components/${sort}/${name}"`);
  }
});

test('every code that can be answered is an example, in the words that it is answered with', () => {
  const { examples } = documentOf(form).components;
  expect(examples['409.1']).toEqual({
    summary: problemDetails('409.1').title,
    value: problemDetails('409.1'),
  });
  expect(examples['422']).toMatchObject({ value: { code: '422', problems: [{ code: '422.1' }] } });
  expect(Object.keys(examples).filter((code) => code.endsWith('.page'))).toEqual([]);
});
