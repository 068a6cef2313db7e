import { expect, test } from 'vitest';
import { loadForm } from '../grammar/published.ts';
import { publications } from '../published/index.ts';
import { recordName } from './record-name.ts';

const day = '2026-03-12';
const key = '556036-0793';

test.each([
  ['activity', { start_date: day, title: 'Lean', description: 'Lång' }, `${day} · Lean`],
  ['network', { name: 'Underhåll' }, 'Underhåll'],
  ['offer', { offer_title: 'Check', actor_name: 'Anna Andersson' }, 'Check'],
  [
    'needs-analysis',
    { visit_date: day, organisationsnummer: key, company_name: 'Lean AB' },
    `${day} · ${key}`,
  ],
  ['rights-request', { name: 'Anna Andersson', email: 'anna@example.se' }, undefined],
])('%s is called by its day, company and title, never by a person', async (id, answers, called) => {
  const form = await loadForm(publications, id);
  expect(form && recordName(form, answers, { withCompany: true })).toBe(called);
});
