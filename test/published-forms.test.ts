import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { forms } from '../forms/index.ts';
import { integer } from '../forms/kinds/integer.ts';
import { participants } from '../forms/participants.ts';
import { publication } from '../infra/publishing/publication.ts';

const folder = new URL('../forms/', import.meta.url);

test('what is published is what is declared: publishing again would write nothing', () => {
  for (const [path, text] of publication(forms)) {
    const file = new URL(path, folder);
    expect(existsSync(file), `run npm run forms:publish: ${path} is missing`).toBe(true);
    expect(readFileSync(file, 'utf8'), `run npm run forms:publish: ${path} is not up to date`).toBe(text);
  }
});

const [activity, organisation, people] = participants.sections;

test('a form that gained a field gets its next version, and the one before stays', () => {
  const words = { sv: 'Antal anställda', en: 'Number of staff' };
  const staff = integer({ label: words, wanted: 'optional', min: 0, max: 9, zone: 'analytic' });
  const fields = { ...people.fields, staff };
  const files = publication([{ ...participants, sections: [activity, organisation, { ...people, fields }] }]);
  expect([...files.keys()]).toEqual(['kinds/all.ts', 'published/participants/2.json', 'published/index.ts']);
  expect(files.get('published/index.ts')).toMatch(
    /current: 2[\s\S]*1: \(\) => import[\s\S]*2: \(\) => import/,
  );
});

test('a published field can neither go nor change its kind', () => {
  const without = { ...participants, sections: [activity, organisation] };
  expect(() => publication([without])).toThrow('participants: the published field n_women is gone');
  const fields = { ...people.fields, note: people.fields.n_men };
  const changed = { ...participants, sections: [activity, organisation, { ...people, fields }] };
  expect(() => publication([changed])).toThrow('the published field note was long-text and is now integer');
});
